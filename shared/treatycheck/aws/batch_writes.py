"""Writes many items, 25 a call, and waits where the table puts some off."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from treatycheck.aws.dynamodb import DynamoClient
from treatycheck.aws.table import Item, Key, key_to_item
from treatycheck.errors import StoreUnavailable

BATCH = 25
ATTEMPTS = 8
_LONGEST_WAIT = 5.0

Sleep = Callable[[float], None]
Write = dict[str, dict[str, Item]]


def put(item: Item) -> Write:
    return {"PutRequest": {"Item": item}}


def delete(key: Key) -> Write:
    return {"DeleteRequest": {"Key": key_to_item(key)}}


def write(client: DynamoClient, table_name: str, writes: Sequence[Write], sleep: Sleep) -> None:
    """Carries out the writes. Raises StoreUnavailable where the table keeps putting some off, the client's errors."""
    for start in range(0, len(writes), BATCH):
        pending = list(writes[start : start + BATCH])
        for wait in waits():
            answer = client.batch_write_item(RequestItems={table_name: pending})
            pending = answer.get("UnprocessedItems", {}).get(table_name, [])
            if not pending:
                break
            sleep(wait)
        else:
            raise StoreUnavailable(f"the table {table_name} put off {len(pending)} writes {ATTEMPTS} times")


def waits() -> Iterator[float]:
    """Seconds to wait after each attempt: doubled each time, half of it by chance."""
    for attempt in range(ATTEMPTS):
        longest = min(_LONGEST_WAIT, 0.05 * 2**attempt)
        yield longest / 2 + random.random() * longest / 2
