"""Checks that a treaty's steps come one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from treatycheck.model import Fact, FactStatus
from treatycheck.reference.checks.problem import Problem
from treatycheck.values.edtf import DateRange, bounds

_TREATY_STEPS = ("signed", "entered_into_force", "terminated")
_WITHDRAWAL = ("announced", "notified", "effective")
_RATIFICATION = ("parliament", "signed", "deposit")
_Step = tuple[Fact, DateRange]


def check_order(facts: Sequence[Fact]) -> Iterator[Problem]:
    """Signed, ratified, in force, ended; announced, notified, in effect: each not before the one before it."""
    known = [fact for fact in facts if fact.status is FactStatus.CURRENT and not fact.negated]
    own = [fact for fact in known if fact.party is None]
    for first, second in combinations(_TREATY_STEPS, 2):
        yield from _late(_steps(own, first), _steps(own, second), first, second)
    signed = _steps(own, "signed") or _steps(own, "adopted")
    ended = _steps(own, "terminated")
    for party in sorted({fact.party for fact in known if fact.party}):
        of_party = [fact for fact in known if fact.party == party]
        ratified = _steps(of_party, "ratified")
        yield from _late(signed[:1], ratified, "signed", "ratified")
        yield from _late(ratified, ended, "ratified", "terminated")
        yield from _in_stages(of_party, "ratified", _RATIFICATION)
        yield from _in_stages(of_party, "withdrew", _WITHDRAWAL)
        left = [step for step in _steps(of_party, "withdrew") if step[0].stage == "effective"]
        yield from _late(ratified, left, "ratified", "withdrew")


def _in_stages(facts: Sequence[Fact], relation: str, stages: Sequence[str]) -> Iterator[Problem]:
    steps = _steps(facts, relation)
    for first, second in combinations(stages, 2):
        earlier = [step for step in steps if step[0].stage == first]
        later = [step for step in steps if step[0].stage == second]
        # who left twice has two of each: the first with the first, the second with the second
        if len(earlier) == len(later):
            for one, other in zip(earlier, later, strict=True):
                yield from _late([one], [other], first, second)


def _steps(facts: Sequence[Fact], relation: str) -> list[_Step]:
    """The dated facts of a relation, by date."""
    found = [
        (fact, span)
        for fact in facts
        if fact.relation == relation and fact.values and (span := bounds(fact.values[0])) is not None
    ]
    return sorted(found, key=lambda step: (step[1].earliest, step[0].fact_id))


def _late(earlier: Sequence[_Step], later: Sequence[_Step], first: str, second: str) -> Iterator[Problem]:
    for one, span in earlier:
        for other, end in later:
            if span.earliest > end.latest:
                detail = f"{first} {one.value} comes after {second} {other.value}"
                yield Problem(one.treaty, "order", (one.fact_id, other.fact_id), detail)
