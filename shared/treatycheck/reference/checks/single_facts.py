"""Checks of one fact by itself: its id, its value, its parties, the time for which it holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from treatycheck.model import Fact
from treatycheck.reference.checks.problem import Problem
from treatycheck.reference.relation_kinds import (
    COUNT_RELATIONS,
    DATE_RELATIONS,
    DURATION_RELATIONS,
    PARTY_LIST_RELATIONS,
    PARTY_RELATIONS,
    QUANTITY_RELATIONS,
    STATE_RELATIONS,
)
from treatycheck.values.durations import parse_duration
from treatycheck.values.edtf import bounds
from treatycheck.values.quantities import parse_quantity

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
# No organisation of states has had more members; a count above this is a slip of the pen.
_MOST_PARTIES = 210
_FIRST_YEAR, _LAST_YEAR = 800, 2100


def check_fact(fact: Fact, parties: Collection[str]) -> Iterator[Problem]:
    """The problems of a fact; `parties` are the ids that are known."""

    def problem(check: str, detail: str) -> Problem:
        return Problem(fact.treaty, check, (fact.fact_id,), detail)

    if not _ID.fullmatch(fact.fact_id) or fact.fact_id.partition("/")[0] != fact.treaty:
        yield problem("id", "an id is the treaty's id, a slash and words in lower case joined by hyphens")
    if not fact.sources:
        yield problem("source", "names no source")
    for detail in _wrong_value(fact):
        yield problem("value", detail)
    named = [fact.party] if fact.party else []
    named += fact.values if fact.relation in PARTY_LIST_RELATIONS else ()
    for party in named:
        # a depositary may be an organisation by name
        if party not in parties and (fact.relation != "depositary" or _is_code(party)):
            yield problem("party", f"the party {party!r} is not in the lexicon")
    for detail in _wrong_time(fact):
        yield problem("time", detail)


def _is_code(party: str) -> bool:
    return party.isupper() and len(party) == 2


def _wrong_value(fact: Fact) -> Iterator[str]:
    if not fact.values:
        yield "has no value"
    if fact.relation in PARTY_RELATIONS and not fact.party:
        yield f"{fact.relation} needs a party"
    for value in fact.values:
        if fact.relation in DATE_RELATIONS:
            span = bounds(value)
            if span is None:
                yield f"{value!r} is no EDTF date"
            elif not _FIRST_YEAR <= span.earliest.year <= span.latest.year <= _LAST_YEAR:
                yield f"{value!r} is no year of a treaty"
        elif fact.relation in DURATION_RELATIONS:
            if value != "indefinite" and parse_duration(value) is None:
                yield f"{value!r} is no ISO 8601 duration"
        elif fact.relation in STATE_RELATIONS:
            if value not in {"yes", "no"}:
                yield f"{value!r} is neither yes nor no"
        elif fact.relation in COUNT_RELATIONS:
            if not (value.isascii() and value.isdigit() and int(value) <= _MOST_PARTIES):
                yield f"{value!r} is no count of states, which is at most {_MOST_PARTIES}"
        elif fact.relation in QUANTITY_RELATIONS and parse_quantity(value) is None:
            yield f"{value!r} is no quantity"


def _wrong_time(fact: Fact) -> Iterator[str]:
    for name in ("valid_from", "valid_until", "as_of"):
        day = getattr(fact, name)
        if day and bounds(day) is None:
            yield f"{name} {day!r} is no date"
    begin = bounds(fact.valid_from) if fact.valid_from else None
    end = bounds(fact.valid_until) if fact.valid_until else None
    if begin and end and begin.earliest > end.latest:
        yield f"ends ({fact.valid_until}) before it begins ({fact.valid_from})"
