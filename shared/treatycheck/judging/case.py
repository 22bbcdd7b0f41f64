"""What a judge is given, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.parties import kin
from treatycheck.model import Claim, Fact, FactStatus, Reason, Treaty

_NONE = TreatyFacts()


class Case(NamedTuple):
    """A claim with the facts of its treaty, those of all treaties at hand, and the day it is judged as of.

    `brief` where only support counts, so that nobody need look where else a wrong value would be right.
    """

    claim: Claim
    treaty: Treaty
    facts: TreatyFacts
    of_all: Mapping[str, TreatyFacts]
    as_of: date
    brief: bool = False

    @property
    def siblings(self) -> dict[str, TreatyFacts]:
        """The facts of the treaty's siblings, by their ids."""
        return {sibling: self.of_all.get(sibling, _NONE) for sibling in self.treaty.siblings}

    def of(self, *relations: str) -> tuple[Fact, ...]:
        """The treaty's facts of these relations, better ones first."""
        return self.facts.of(*relations)

    def of_party(self, party: str, *relations: str) -> tuple[Fact, ...]:
        """Those of them that tell of a state, its predecessors or its successors."""
        return self.facts.of_parties(kin(party), *relations)


class Finding(NamedTuple):
    """Whether the value stands (None: it cannot be told), why, by which facts, and what would be right."""

    holds: bool | None
    reason: Reason
    facts: tuple[Fact, ...] = ()
    correction: str | None = None
    other: str | None = None
    confidence: float = 0.9


Judge = Callable[[Case], Finding]
NO_FACT = Finding(None, Reason.NO_FACT, confidence=0.5)


def matches(facts: tuple[Fact, ...], confidence: float = 0.95) -> Finding:
    """The value is right; a fact that is only disputed says so."""
    disputed = all(fact.status is FactStatus.DISPUTED for fact in facts)
    return Finding(True, Reason.SOURCES_DISAGREE if disputed else Reason.VALUE_MATCHES, facts, confidence=confidence)
