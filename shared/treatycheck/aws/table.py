"""How the reference data lies in one DynamoDB table.

| pk              | sk             | record                       |
| `reference`     | `version`      | version and counts           |
| `catalogue`     | id of a treaty | the treaty with its names    |
| `treaty#<id>`   | `fact#<name>`  | one fact of that treaty      |

A record is JSON in one string, so that what is read is what was written (the table's own numbers come
back as Decimals), and parsing takes one call. `hash` is of the record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from treatycheck.errors import ReferenceDataError
from treatycheck.facts.records import fact_to_record, treaty_to_record
from treatycheck.facts.store import FactStore, ReferenceVersion
from treatycheck.model import Fact, Treaty

Item = dict[str, dict[str, Any]]
Key = tuple[str, str]
T = TypeVar("T")

VERSION_KEY: Key = ("reference", "version")
CATALOGUE = "catalogue"
FACT_PREFIX = "fact#"


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record and where it lies."""

    key: Key
    record: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.record.encode()).hexdigest()[:16]

    def to_item(self) -> Item:
        """The item as DynamoDB takes it."""
        return {**key_to_item(self.key), "record": {"S": self.record}, "hash": {"S": self.hash}}


def key_to_item(key: Key) -> Item:
    return {"pk": {"S": key[0]}, "sk": {"S": key[1]}}


def key_of(item: Item) -> Key:
    return item["pk"]["S"], item["sk"]["S"]


def partition_of(treaty_id: str) -> str:
    return f"treaty#{treaty_id}"


def parsed(item: Item, parse: Callable[[dict[str, Any]], T]) -> T:
    """What `parse` makes of an item's record. Raises ReferenceDataError that names the item."""
    try:
        return parse(json.loads(item["record"]["S"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ReferenceDataError(f"the record of the item {'/'.join(key_of(item))} cannot be read") from error


def version_of(item: Item) -> ReferenceVersion:
    """The version that an item holds. Raises ReferenceDataError."""
    return parsed(item, lambda record: ReferenceVersion(**record))


def stored(key: Key, content: dict[str, Any]) -> StoredRecord:
    return StoredRecord(key, json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def stored_treaty(treaty: Treaty) -> StoredRecord:
    return stored((CATALOGUE, treaty.id), treaty_to_record(treaty))


def stored_fact(fact: Fact) -> StoredRecord:
    name = fact.fact_id.removeprefix(f"{fact.treaty}/")
    return stored((partition_of(fact.treaty), f"{FACT_PREFIX}{name}"), fact_to_record(fact))


def stored_version(reference: ReferenceVersion) -> StoredRecord:
    content = {"version": reference.version, "treaties": reference.treaties, "facts": reference.facts}
    return stored(VERSION_KEY, content)


def stored_content(store: FactStore) -> Iterator[StoredRecord]:
    """Everything that a table holds of a store, but for the version. Raises StoreUnavailable."""
    treaties = store.treaties()
    facts = store.facts([treaty.id for treaty in treaties])
    for treaty in treaties:
        yield stored_treaty(treaty)
        yield from map(stored_fact, facts[treaty.id])
