"""Which facts a judgement relied on: those that it asked for, found or not, by treaty and relation.

The engine asks for the facts of a relation. What goes through the facts in another way relies on all of the treaty's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from treatycheck.facts.store import FactStore, ReferenceVersion, Revision
from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.model import Fact, Treaty

T = TypeVar("T")
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

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, TreatyFacts]:
        """The facts of these treaties, which note what they are asked for. Raises StoreUnavailable."""
        found = self._store.facts(treaty_ids)
        return {treaty: _NotedFacts(facts, self._asked.setdefault(treaty, set())) for treaty, facts in found.items()}

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


class _NotedFacts(TreatyFacts):
    """A treaty's facts that note which relations are asked for; whoever goes through them asks for all."""

    _facts: TreatyFacts
    _asked: set[str]

    def __new__(cls, facts: tuple[Fact, ...], asked: set[str]) -> _NotedFacts:
        noted = super().__new__(cls, facts)
        noted._facts, noted._asked = TreatyFacts.over(facts), asked
        return noted

    def __init__(self, facts: tuple[Fact, ...], _asked: set[str]) -> None:
        super().__init__(facts)

    def of(self, *relations: str) -> tuple[Fact, ...]:
        self._asked.update(relations)
        return self._facts.of(*relations)

    def of_parties(self, parties: tuple[str, ...], *relations: str) -> tuple[Fact, ...]:
        self._asked.update(relations)
        return self._facts.of_parties(parties, *relations)

    def once(self, tell: Callable[..., T], *about: Hashable) -> T:
        told: T
        told, asked = self._facts.once(_noted, tell, *about)
        self._asked.update(asked)
        return told

    def __iter__(self) -> Iterator[Fact]:
        self._asked.add(ALL)
        return iter(self._facts)


def _noted(facts: TreatyFacts, tell: Callable[..., T], *about: Hashable) -> tuple[T, frozenset[str]]:
    """What a function tells of a treaty's facts, and the relations that it asks for."""
    asked: set[str] = set()
    told = tell(_NotedFacts(facts, asked), *about)
    return told, frozenset(asked)
