"""Reads of the table that stores and writers share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from treatycheck.aws.dynamodb import DynamoClient
from treatycheck.aws.table import EMPTY_HEAD, HEAD_KEY, Head, Item, State, head_of, key_to_item, state_of


def read_head(client: DynamoClient, table_name: str) -> Head | None:
    """The head as it is now; None in an empty table. Raises ReferenceDataError, the client's errors."""
    answer = client.get_item(TableName=table_name, Key=key_to_item(HEAD_KEY), ConsistentRead=True)
    return head_of(answer["Item"]) if "Item" in answer else None


def read_head_or_empty(client: DynamoClient, table_name: str) -> Head:
    """The head, and for a table without one or with one of an older layout, an empty one."""
    answer = client.get_item(TableName=table_name, Key=key_to_item(HEAD_KEY), ConsistentRead=True)
    return head_of(answer["Item"]) if "stamp" in answer.get("Item", {}) else EMPTY_HEAD


def read_states(client: DynamoClient, table_name: str, partition: str, prefix: str = "") -> Iterator[State]:
    """The states in a partition whose sort key begins with `prefix`, by key and number."""
    condition, values = "pk = :pk", {":pk": {"S": partition}}
    if prefix:
        condition, values = f"{condition} AND begins_with(sk, :sk)", {**values, ":sk": {"S": prefix}}
    request = {
        "TableName": table_name,
        "KeyConditionExpression": condition,
        "ExpressionAttributeValues": values,
        "ConsistentRead": True,
    }
    return map(state_of, paged(client.query, request))


def paged(read: Callable[..., dict[str, Any]], request: dict[str, Any]) -> Iterator[Item]:
    """The items of a query or scan, page after page."""
    page = read(**request)
    yield from page["Items"]
    while "LastEvaluatedKey" in page:
        page = read(**request, ExclusiveStartKey=page["LastEvaluatedKey"])
        yield from page["Items"]
