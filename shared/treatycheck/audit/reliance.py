"""Which facts a judgement relied on: those that it asked for, found or not, by treaty and relation.

The engine filters facts by relation. Among the facts of each treaty stands one of no relation, which no filter lets
through and which notes what it was compared with. What asks for facts in another way relies on all of the treaty's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from treatycheck.facts.store import FactStore, ReferenceVersion, Revision
from treatycheck.model import Fact, FactStatus, Treaty

ALL = "*"
# for each treaty the relations whose facts were asked for
Reliance = Mapping[str, frozenset[str]]


def relies(reliance: Reliance, changed: Collection[tuple[str, str]]) -> bool:
    """Whether a judgement relied on any of these groups of facts, each a treaty and a relation."""
    return any(relation in asked or ALL in asked for treaty, relation in changed if (asked := reliance.get(treaty)))


def reliance_to_record(reliance: Reliance) -> dict[str, list[str]]:
    """The relations of each treaty as JSON."""
    return {treaty: sorted(relations) for treaty, relations in sorted(reliance.items())}


def reliance_from_record(record: Mapping[str, Iterable[str]]) -> Reliance:
    """What `reliance_to_record` wrote."""
    return {treaty: frozenset(relations) for treaty, relations in record.items()}


class NotingStore:
    """A FactStore that notes which facts the judging of one document asks for."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self._asked: dict[str, set[str]] = {}

    def reliance(self) -> Reliance:
        """What was asked for since the store was made."""
        return {treaty: _reduced(relations) for treaty, relations in self._asked.items() if relations}

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, tuple[Fact, ...]]:
        """The facts of these treaties, and behind each treaty's the one that notes. Raises StoreUnavailable."""
        found = self._store.facts(treaty_ids)
        return {
            treaty: (*facts, _Witness(treaty, self._asked.setdefault(treaty, set()))) for treaty, facts in found.items()
        }

    def reference(self) -> ReferenceVersion:
        return self._store.reference()

    def treaties(self) -> Sequence[Treaty]:
        return self._store.treaties()

    def treaty(self, treaty_id: str) -> Treaty:
        return self._store.treaty(treaty_id)

    def history(self, fact_id: str) -> tuple[Revision, ...]:
        return self._store.history(fact_id)


def _reduced(relations: set[str]) -> frozenset[str]:
    return frozenset({ALL}) if ALL in relations else frozenset(relations)


class _Relation(str):
    """No relation: equal to none, and noting which one it is compared with."""

    asked: set[str]

    def __eq__(self, other: object) -> bool:
        self.asked.add(other if isinstance(other, str) else ALL)
        return False

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        self.asked.add(ALL)
        return super().__hash__()


class _Witness(Fact):
    """A fact of no relation. Whoever reads more of it than its relation reads all facts of the treaty."""

    def __new__(cls, treaty: str, asked: set[str]) -> _Witness:
        relation = _Relation("")
        relation.asked = asked
        return super().__new__(
            cls, fact_id="", treaty=treaty, relation=relation, values=(), sources=(), status=FactStatus.DISPUTED
        )

    def __getattribute__(self, name: str) -> Any:
        if name not in _UNNOTED:
            object.__getattribute__(self, "relation").asked.add(ALL)
        return object.__getattribute__(self, name)


_UNNOTED = frozenset({"relation", "__class__", "__dict__"})
