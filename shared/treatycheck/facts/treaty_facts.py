"""The facts of one treaty, found by their relation and by their party without a look at the others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from treatycheck.model import Fact, FactStatus

T = TypeVar("T")
_UNTOLD: Any = object()
_NONE: tuple[Fact, ...] = ()


class TreatyFacts(tuple[Fact, ...]):
    """The facts of a treaty in the order of their ids; what was looked up is kept, for there are few relations."""

    _found: dict[tuple[str, ...], tuple[Fact, ...]]
    _by_party: dict[tuple[str, ...], dict[str | None, tuple[Fact, ...]]]
    _told: dict[tuple[Hashable, ...], Any]

    def __init__(self, _facts: Iterable[Fact] = ()) -> None:
        self._found = {}
        self._by_party = {}
        self._told = {}

    @classmethod
    def over(cls, facts: tuple[Fact, ...]) -> TreatyFacts:
        """A store's facts of a treaty, as they are where the store has them in this form."""
        return facts if isinstance(facts, TreatyFacts) else cls(facts)

    def of(self, *relations: str) -> tuple[Fact, ...]:
        """The facts of these relations: undisputed ones first, then in the order of the relations."""
        found = self._found.get(relations)
        if found is None:
            told = (fact for fact in self if fact.relation in relations)
            found = tuple(
                sorted(told, key=lambda fact: (fact.status is not FactStatus.CURRENT, relations.index(fact.relation)))
            )
            self._found[relations] = found
        return found

    def of_parties(self, parties: tuple[str, ...], *relations: str) -> tuple[Fact, ...]:
        """Those of the facts of these relations that tell of one of these parties, in the same order."""
        by_party = self._by_party.get(relations)
        if by_party is None:
            by_party = self._by_party[relations] = _grouped(self.of(*relations))
        told = [by_party[party] for party in parties if party in by_party]
        if len(told) < 2:
            return told[0] if told else _NONE
        return tuple(fact for fact in self.of(*relations) if fact.party in parties)

    def once(self, tell: Callable[..., T], *about: Hashable) -> T:
        """What a function tells of these facts alone, worked out once; there are few things to ask it about."""
        key = (tell, *about)
        told: T = self._told.get(key, _UNTOLD)
        if told is _UNTOLD:
            told = self._told[key] = tell(self, *about)
        return told


def _grouped(facts: Iterable[Fact]) -> dict[str | None, tuple[Fact, ...]]:
    grouped: dict[str | None, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.party, []).append(fact)
    return {party: tuple(own) for party, own in grouped.items()}
