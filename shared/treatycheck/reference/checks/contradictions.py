"""Checks that no two facts of a treaty say different things of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from treatycheck.model import Fact, FactStatus
from treatycheck.reference.checks.problem import Problem
from treatycheck.reference.relation_kinds import COUNT_RELATIONS, DATE_RELATIONS, SINGLE_RELATIONS
from treatycheck.values.edtf import bounds


def check_contradictions(facts: Sequence[Fact]) -> Iterator[Problem]:
    """Pairs of current facts on one thing, holding at the same time, whose values exclude each other."""
    by_thing: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        # two chambers of a parliament vote on different days, and a withdrawal may be announced more than once
        many = fact.stage in {"parliament", "announced"}
        if fact.status is FactStatus.CURRENT and fact.relation in SINGLE_RELATIONS and not (fact.negated or many):
            day = fact.as_of if fact.relation in COUNT_RELATIONS else None
            by_thing[fact.relation, fact.party, fact.stage, fact.item, day].append(fact)
    for alike in by_thing.values():
        for one, other in combinations(sorted(alike, key=lambda fact: fact.fact_id), 2):
            if hold_together(one, other) and not agree(one, other):
                detail = f"{one.relation} is both {one.value} and {other.value}"
                yield Problem(one.treaty, "contradiction", (one.fact_id, other.fact_id), detail)


def hold_together(one: Fact, other: Fact) -> bool:
    """Whether there is a day on which both hold for certain, edges of coarse dates aside."""
    begin = max(_begin(one), _begin(other))
    return begin < min(_end(one), _end(other))


def agree(one: Fact, other: Fact) -> bool:
    """Whether both values may be true: dates that overlap, or the same values."""
    if one.relation not in DATE_RELATIONS:
        return one.values == other.values
    spans = [bounds(fact.values[0]) for fact in (one, other) if fact.values]
    if len(spans) < 2 or spans[0] is None or spans[1] is None:
        return True
    return spans[0].earliest <= spans[1].latest and spans[1].earliest <= spans[0].latest


def _begin(fact: Fact) -> date:
    span = bounds(fact.valid_from) if fact.valid_from else None
    return span.latest if span else date.min


def _end(fact: Fact) -> date:
    span = bounds(fact.valid_until) if fact.valid_until else None
    return span.earliest if span else date.max
