"""Brings the table in step with a store: writes what changed, removes what vanished, the version last.

A load that was cut off is taken up by the next one: what is there already is told by its hash.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.table import (
    VERSION_KEY,
    Item,
    Key,
    StoredRecord,
    key_of,
    key_to_item,
    stored_content,
    stored_version,
)
from treatycheck.errors import StoreUnavailable
from treatycheck.facts.store import FactStore

BATCH = 25
ATTEMPTS = 8
_LONGEST_WAIT = 5.0

Write = dict[str, dict[str, Item]]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did, in items: treaties and facts alike."""

    added: int
    changed: int
    unchanged: int
    removed: int
    version: str


def load(
    client: DynamoClient, table_name: str, source: FactStore, sleep: Callable[[float], None] = time.sleep
) -> LoadResult:
    """Makes the table hold what `source` holds. Raises StoreUnavailable."""
    wanted = {stored.key: stored for stored in stored_content(source)}
    with store_errors(f"the table {table_name} could not be loaded"):
        held = read_hashes(client, table_name)
        writes, result = plan(wanted, held, source.reference().version)
        version = stored_version(source.reference())
        write(client, table_name, writes, sleep)
        if held.get(version.key) != version.hash:
            write(client, table_name, [put(version)], sleep)
    return result


def plan(wanted: Mapping[Key, StoredRecord], held: Mapping[Key, str], version: str) -> tuple[list[Write], LoadResult]:
    """The writes that lead from the hashes held to the records wanted, removals last."""
    added = [key for key in wanted if key not in held]
    changed = [key for key, stored in wanted.items() if key in held and held[key] != stored.hash]
    removed = [key for key in held if key not in wanted and key != VERSION_KEY]
    writes = [*(put(wanted[key]) for key in sorted(added + changed)), *map(delete, sorted(removed))]
    unchanged = len(wanted) - len(added) - len(changed)
    return writes, LoadResult(len(added), len(changed), unchanged, len(removed), version)


def put(stored: StoredRecord) -> Write:
    return {"PutRequest": {"Item": stored.to_item()}}


def delete(key: Key) -> Write:
    return {"DeleteRequest": {"Key": key_to_item(key)}}


def read_hashes(client: DynamoClient, table_name: str) -> dict[Key, str]:
    """The hash of each item in the table; of one without, the empty string."""
    request: dict[str, Any] = {
        "TableName": table_name,
        "ProjectionExpression": "pk, sk, #hash",
        "ExpressionAttributeNames": {"#hash": "hash"},
        "ConsistentRead": True,
    }
    hashes: dict[Key, str] = {}
    while True:
        page = client.scan(**request)
        hashes |= {key_of(item): item.get("hash", {}).get("S", "") for item in page["Items"]}
        if "LastEvaluatedKey" not in page:
            return hashes
        request["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def write(client: DynamoClient, table_name: str, writes: Sequence[Write], sleep: Callable[[float], None]) -> None:
    """Carries out the writes in batches. Raises StoreUnavailable where the table keeps putting some off."""
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
