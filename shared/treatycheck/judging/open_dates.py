"""Dates that no fact gives and that may be right all the same: of a plan, a step, a report, one state's signature."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.events import agrees
from treatycheck.judging.parties import person_named
from treatycheck.judging.steps import is_other_step, takes_effect
from treatycheck.model import DRAFT, Fact, Reason
from treatycheck.values.dates import contains
from treatycheck.values.edtf import bounds, year_of

# what is agreed or struck may be adopted
AGREED = frozenset({"signed/agreed", "signed/made"})
# the day of a plan or a decision need not be that of the act; a parliament's consent need not be followed by any
NOT_THE_ACT = frozenset({"decided", "scheduled", DRAFT})
_MOST_DAYS_FROM_AGREEMENT, _SURE_DAYS = 460, 366
_SIGNATURES = frozenset({"signed", "opened_for_signature", "adopted"})
_DAYS_OF_REPORTS = frozenset({"today", "tonight", "yesterday", "morning", "evening"})
_GENERATIONS, _BESIDE_NAME = 40, 12


def left_open(case: Case, stated: str, facts: tuple[Fact, ...]) -> Finding | None:
    """Why a date (EDTF) that none of its own facts gives is no error, or None where it may be one."""
    claim = case.claim
    if claim.stage in NOT_THE_ACT or _is_still_planned(case, facts) or _agreed_before(case, facts):
        return _vague(facts, 0.4) if facts else NO_FACT
    if claim.relation == "acceded" and any(takes_effect(stated, fact.value) for fact in facts):
        return _vague(facts)
    if any(coarser(stated, fact.value) for fact in facts) or is_other_step(case, stated, facts):
        return _vague(facts)
    if not facts:
        return None
    if any(_is_printed_later(case, stated, fact.value) for fact in facts):
        return _vague(facts)
    if claim.relation == "signed" and (instrument := _signed_instrument(case, stated)):
        return matches(instrument) if len(stated) == len("1867-05-28") else _vague(instrument)
    if one := _signature_of_one(case, stated):
        return _vague(one)
    if _far_away(case, stated):
        return Finding(None, Reason.AMBIGUOUS_TREATY, facts[:1], confidence=0.4)
    return None


def _vague(facts: tuple[Fact, ...], confidence: float = 0.5) -> Finding:
    return Finding(None, Reason.TOO_VAGUE, facts[:1], confidence=confidence)


def coarser(stated: str, true: str) -> bool:
    """Whether the fact is known less exactly than the claim states it, and does not contradict it."""
    return stated != true and "/" not in true and contains(true, stated)


def _is_still_planned(case: Case, facts: tuple[Fact, ...]) -> bool:
    """Whether an entry into force is told for a day to come, and came so late that the plan may have slipped."""
    said = bounds(case.claim.value.normalized)
    if case.claim.relation != "entered_into_force" or said is None or said.earliest <= case.as_of:
        return False
    days = [limits.earliest for fact in facts if (limits := bounds(fact.value))]
    return bool(days) and all((day - case.as_of).days > _SURE_DAYS for day in days)


def _agreed_before(case: Case, facts: tuple[Fact, ...]) -> bool:
    """Whether a treaty may have been agreed on a day, for being signed some months later."""
    said = bounds(case.claim.value.normalized)
    if case.claim.rule not in AGREED or said is None:
        return False
    days = (limits.latest for fact in facts if fact.relation in _SIGNATURES and (limits := bounds(fact.value)))
    return any(0 < (day - said.latest).days <= _MOST_DAYS_FROM_AGREEMENT for day in days)


def _is_printed_later(case: Case, stated: str, true: str) -> bool:
    """Whether "today" is a day off: a paper prints it, and dates it, the day after; clocks differ around the world."""
    if not _DAYS_OF_REPORTS & set(case.claim.value.text.lower().split()):
        return False
    said, day = bounds(stated), bounds(true)
    return said is not None and day is not None and 0 < abs((said.earliest - day.latest).days) <= 1


def _signed_instrument(case: Case, stated: str) -> tuple[Fact, ...]:
    """A head of state signs the instrument of ratification, too; of a month or a year, where it is told who signed."""
    party = case.claim.party
    if len(stated) < len("1867-05-28") and not (party and person_named(party.mention, party.id)):
        return ()
    return tuple(fact for fact in case.of("ratified") if fact.stage == "signed" and agrees(stated, fact.value))


def _signature_of_one(case: Case, stated: str) -> tuple[Fact, ...]:
    """The signature of some state on just this day or in this month, where the claim does not tell whose it means."""
    if case.claim.relation != "signed" or case.claim.party is not None or len(stated) < len("1998-07"):
        return ()
    return tuple(fact for fact in case.of("signed") if fact.party and contains(stated, fact.value))[:1]


def _far_away(case: Case, stated: str) -> bool:
    """A signature generations away is more likely that of another treaty of the same name.

    A year that only stands beside a name, some years off, more likely dates what else the sentence says of it.
    """
    year = year_of(stated)
    reach = _BESIDE_NAME if case.claim.rule == "signed/name-year" else _GENERATIONS
    return (
        case.claim.relation in {"signed", "adopted", "opened_for_signature"}
        and year is not None
        and abs(year - case.treaty.year) > reach
    )
