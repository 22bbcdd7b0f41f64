"""All that the table holds, for those who change much of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from treatycheck.aws.dynamodb import DynamoClient
from treatycheck.aws.queries import paged, read_head_or_empty
from treatycheck.aws.table import HEAD_KEY, Head, Key, State, is_numbered, key_of, latest, numbered, state_of


@dataclass(frozen=True, slots=True)
class Content:
    """What the head shows, by key and without the records; and the hashes of the items that it never will show,
    by where they lie: what a load that was cut off left, and what another layout did.
    """

    head: Head
    shown: Mapping[Key, State]
    hidden: Mapping[Key, str]


def read_content(client: DynamoClient, table_name: str) -> Content:
    """The table as one consistent scan sees it. Raises the client's errors, ReferenceDataError."""
    head = read_head_or_empty(client, table_name)
    # some of these names are words of DynamoDB's own
    names = {f"#{name}": name for name in ("pk", "sk", "version", "hash", "base", "stamp")}
    request = {
        "TableName": table_name,
        "ProjectionExpression": ", ".join(names),
        "ExpressionAttributeNames": names,
        "ConsistentRead": True,
    }
    states: list[State] = []
    hidden: dict[Key, str] = {}
    for item in paged(client.scan, request):
        key = key_of(item)
        if key == HEAD_KEY:
            continue
        if not is_numbered(key) or "version" not in item:
            hidden[key] = ""
            continue
        state = state_of(item)
        if head.shows(state.sequence):
            states.append(state)
        else:
            hidden[numbered(state.key, state.sequence)] = state.hash
    return Content(head, latest(states, head), hidden)
