"""What sets two states of the reference data apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from treatycheck.facts.store import FactStore
from treatycheck.model import Fact, Treaty


@dataclass(frozen=True, slots=True)
class Difference:
    """A treaty or fact that only one side has, or that both have differently. `changed` maps the names of the
    fields that differ to old and new; it is None where one side has nothing.
    """

    id: str
    old: Treaty | Fact | None
    new: Treaty | Fact | None
    changed: dict[str, tuple[Any, Any]] | None = None

    @property
    def kind(self) -> str:
        return "added" if self.old is None else "removed" if self.new is None else "changed"


def differences(old: FactStore, new: FactStore) -> Iterator[Difference]:
    """The differences by treaty, each treaty before its facts. Raises StoreUnavailable."""
    treaties = [{treaty.id: treaty for treaty in store.treaties()} for store in (old, new)]
    ids = sorted({*treaties[0], *treaties[1]})
    facts = [store.facts(ids) for store in (old, new)]
    for treaty_id in ids:
        yield from _between({treaty_id: treaties[0].get(treaty_id)}, {treaty_id: treaties[1].get(treaty_id)})
        before, after = ({fact.fact_id: fact for fact in side.get(treaty_id, ())} for side in facts)
        yield from _between(before, after)


def _between(old: Mapping[str, Treaty | Fact | None], new: Mapping[str, Treaty | Fact | None]) -> Iterator[Difference]:
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        if before is None or after is None:
            yield Difference(key, before, after)
        elif before != after:
            yield Difference(key, before, after, changed_fields(before, after))


def changed_fields(old: Treaty | Fact, new: Treaty | Fact) -> dict[str, tuple[Any, Any]]:
    """The fields of two treaties, or two facts, whose values differ."""
    values = {name: (getattr(old, name), getattr(new, name)) for name in old._fields}
    return {name: pair for name, pair in values.items() if pair[0] != pair[1]}
