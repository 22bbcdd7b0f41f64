"""Lists of claims to ignore in a DynamoDB table of their own: one item a list, replaced as a whole.

| `list` | `version` | `record`                                     |
| handle | number    | the entries as JSON; none for a removed list |
"""

from __future__ import annotations

from botocore.exceptions import ClientError

from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.ignore_lists import IgnoreList, from_record, to_record
from treatycheck.errors import ReferenceDataError


class DynamoLists:
    """Reads with GetItem and writes with PutItem; a reader needs the right to the first alone."""

    def __init__(self, client: DynamoClient, table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def read(self, handle: str) -> IgnoreList | None:
        """The list of this handle as it is now; None if there never was one. Raises StoreUnavailable."""
        with store_errors("the table of lists could not be read"):
            answer = self._client.get_item(TableName=self._table_name, Key={"list": {"S": handle}}, ConsistentRead=True)
        item = answer.get("Item")
        if item is None:
            return None
        try:
            entries = from_record(item["record"]["S"]) if "record" in item else None
            return IgnoreList(int(item["version"]["N"]), entries)
        except (KeyError, ValueError) as error:
            raise ReferenceDataError(f"the list {handle} cannot be read") from error

    def write(self, handle: str, changed: IgnoreList, since: int) -> bool:
        """Whether the list was written: not where it has another version than `since`, 0 for none.

        Raises StoreUnavailable.
        """
        item = {"list": {"S": handle}, "version": {"N": str(changed.version)}}
        if changed.entries is not None:
            item["record"] = {"S": to_record(changed.entries)}
        # `list` and `version` may be words of DynamoDB's own
        names = {"#list": "list"} if not since else {"#version": "version"}
        condition = "attribute_not_exists(#list)" if not since else "#version = :since"
        values = {"ExpressionAttributeValues": {":since": {"N": str(since)}}} if since else {}
        with store_errors("the table of lists could not be changed"):
            try:
                self._client.put_item(
                    TableName=self._table_name,
                    Item=item,
                    ConditionExpression=condition,
                    ExpressionAttributeNames=names,
                    **values,
                )
            except ClientError as error:
                if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
                    return False
                raise
        return True
