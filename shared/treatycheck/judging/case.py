"""What a judge is given, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from treatycheck.model import Claim, Fact, FactStatus, Reason, Treaty


class Case(NamedTuple):
    """A claim with the facts of its treaty, those of its siblings, and the day it is judged as of.

    `brief` where only support counts, so that nobody need look where else a wrong value would be right.
    """

    claim: Claim
    treaty: Treaty
    facts: tuple[Fact, ...]
    siblings: Mapping[str, tuple[Fact, ...]]
    as_of: date
    brief: bool = False

    def of(self, *relations: str) -> tuple[Fact, ...]:
        """The treaty's facts of these relations, better ones first."""
        found = [fact for fact in self.facts if fact.relation in relations]
        return tuple(
            sorted(found, key=lambda fact: (fact.status is not FactStatus.CURRENT, relations.index(fact.relation)))
        )


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
