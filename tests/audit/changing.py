"""The packaged facts with some of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from treatycheck.data import packaged
from treatycheck.facts.bundled import BundledFactStore

Record = dict[str, Any]
Change = Callable[[Record], Record | None]


def store_with(change: Change, added: Iterable[Record] = ()) -> BundledFactStore:
    """The packaged store, each fact as `change` gives it back, less where it gives None, and with others added."""
    facts: dict[str, list[Record]] = {treaty: [] for treaty in packaged("facts.json")}
    for treaty, records in packaged("facts.json").items():
        facts[treaty] = [new for record in records if (new := change(record)) is not None]
    for record in added:
        facts[record["treaty"]].append(record)
    for records in facts.values():
        records.sort(key=lambda record: str(record["fact_id"]))
    names = packaged("version.json")["names"]
    version = f"{hash(repr(facts)):x}"
    return BundledFactStore.of(packaged("treaties.json"), facts, version, names)


def with_value(fact_id: str, value: str) -> Change:
    """The one fact with another value."""

    def change(record: Record) -> Record:
        return record | {"values": [value]} if record["fact_id"] == fact_id else record

    return change


def without(fact_id: str) -> Change:
    """All facts but one."""
    return lambda record: None if record["fact_id"] == fact_id else record
