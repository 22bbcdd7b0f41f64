"""Dates that are wrong in nothing but the year: a loose reading that nobody need doubt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import inf

from treatycheck.judging.parties import same_party
from treatycheck.linking.descriptions import DESCRIPTION
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Claim, Fact, ValueType
from treatycheck.text.likeness import content_words
from treatycheck.values.edtf import year_of

_TEXTS = frozenset({"signed", "adopted", "opened_for_signature"})
# what else a sentence may get right of a treaty
_TELLING = frozenset({"signed_by", "signed_in", "between", "prohibits", "limit", "first"})
_DAY, _MONTH = len("1955-05-15"), len("1955-05")
_NOUNS = content_words(" ".join(GENERIC))
_LEAST_WORDS = 2
_MOST_YEARS, _NEAR_YEARS, _ROUND = 12, 3, 5


def slip_of_year(facts: Sequence[Fact], stated: str) -> Fact | None:
    """The event of the same day and month in a near year: no chance, whoever else may have signed on other days."""
    exact = (fact for fact in facts if len(stated) == len(fact.value) == _DAY)
    return next((fact for fact in exact if _years_apart(stated, fact.value) <= _MOST_YEARS), None)


def is_slip(claim: Claim, facts: Sequence[Fact], also_told: Collection[str]) -> bool:
    """Whether the day and month of a date that `may_slip` are those of its event, which chance would hardly give.

    A day that grammar does not give its event tells, as a month alone does, where the sentence also tells right who
    signed, where or what (`also_told`: relations).
    Round numbers of years are left out: on that day an anniversary is kept. So are years that the text leaves to be
    inferred, and days of other events of the treaty.
    """
    stated = claim.value.normalized.rstrip("~")
    if _is_year_of_description(claim):
        return _is_well_described(claim) and _is_near_year(stated, facts)
    if claim.negated or claim.implicit:
        return False
    told_year = stated[:4] in claim.value.text
    if not told_year or any(fact.value[: len(stated)] == stated for fact in facts):
        return False
    day, told = len(stated) == _DAY, not _TELLING.isdisjoint(also_told)
    exact = (day or (len(stated) == _MONTH and told)) if claim.attached else (day and told and not claim.apart)
    return exact and any(_is_other_year(stated, fact.value) for fact in _of_event(claim, facts))


def may_slip(claim: Claim) -> bool:
    """Whether a loose claim has a date that may be of its event, or the year of a description."""
    if claim.value.type is not ValueType.DATE:
        return False
    return claim.attached or not claim.apart or _is_year_of_description(claim)


def _is_year_of_description(claim: Claim) -> bool:
    return claim.rule == "signed/name-year" and claim.treaty.detail == DESCRIPTION


def _is_well_described(claim: Claim) -> bool:
    """Whether the words of a description, the year among them, tell the treaty without the year."""
    told = {word for word in content_words(claim.treaty.text) if not word.isdigit()} - _NOUNS
    return len(told) >= _LEAST_WORDS and claim.value.span is not None and claim.treaty.span.contains(claim.value.span)


def _is_near_year(stated: str, facts: Sequence[Fact]) -> bool:
    """ "the 1994 treaty banning mines": a year near that of the treaty described, and of no event of it."""
    if len(stated) != len("1994") or any(fact.value.startswith(stated) for fact in facts):
        return False
    years = (year_of(fact.value) for fact in facts if fact.relation in _TEXTS and fact.party is None)
    return any(year is not None and abs(year - int(stated)) <= _NEAR_YEARS for year in years)


def _of_event(claim: Claim, facts: Sequence[Fact]) -> list[Fact]:
    relations = _TEXTS if claim.relation in _TEXTS else frozenset({claim.relation})
    party = claim.party.id if claim.party else None
    return [
        fact
        for fact in facts
        if fact.relation in relations
        and not fact.negated
        and (fact.party is None or (party is not None and same_party(fact.party, party)))
    ]


def _is_other_year(stated: str, true: str) -> bool:
    apart = _years_apart(stated, true)
    return 0 < apart <= _MOST_YEARS and apart % _ROUND != 0


def _years_apart(stated: str, true: str) -> float:
    """How many years lie between two dates of the same month and day, as far as the first tells them; else no end."""
    years = year_of(stated), year_of(true)
    if years[0] is None or years[1] is None or true[4 : len(stated)] != stated[4:]:
        return inf
    return abs(years[0] - years[1])
