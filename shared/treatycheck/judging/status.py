"""Judges what has no date of its own: is in force, is a party, has signed, has withdrawn."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.parties import denies_group, person_named, same_party
from treatycheck.judging.status_lists import absence, covers, founding
from treatycheck.judging.steps import BINDING
from treatycheck.model import NEWS, Fact, FactStatus, Reason
from treatycheck.values.edtf import bounds

_BEFORE_DEPOSIT = timedelta(days=366)
# what is so old is no news
_OLD_NEWS = timedelta(days=5 * 366)


def has_begun(value: str | None, day: date) -> bool:
    limits = bounds(value) if value else None
    return limits is None or limits.earliest <= day


def has_ended(value: str | None, day: date) -> bool:
    limits = bounds(value) if value else None
    return limits is not None and limits.latest <= day


def judged(holds: bool, facts: tuple[Fact, ...], negated: bool) -> Finding:
    if holds != negated:
        return matches(facts, 0.92)
    return Finding(False, Reason.VALUE_DIFFERS, facts, confidence=0.85)


def in_force_on(case: Case, day: date) -> tuple[bool | None, tuple[Fact, ...]]:
    """Whether the treaty is in force on a day, with the facts that tell; None where they do not."""
    entered = [fact for fact in case.of("entered_into_force") if fact.status is FactStatus.CURRENT]
    ended = [
        fact
        for fact in case.of("terminated", "expires")
        if fact.status is FactStatus.CURRENT and has_ended(fact.value, day)
    ]
    if ended:
        return False, tuple(ended[:1])
    if any(has_begun(fact.value, day) for fact in entered):
        return True, tuple(entered[:1])
    stated = [fact for fact in case.of("in_force") if has_begun(fact.valid_from, day)]
    if stated:
        return stated[0].value == "yes", tuple(stated[:1])
    return (False, tuple(entered[:1])) if entered else (None, ())


def judge_in_force(case: Case) -> Finding:
    """ "is in force", "never took effect", "has lapsed"."""
    claim = case.claim
    if claim.rule == "entered_into_force/verb" and not (claim.stage == "past" and claim.negated):
        entered = [fact for fact in case.of("entered_into_force") if fact.status is FactStatus.CURRENT]
        if entered:
            return judged(any(has_begun(fact.value, case.as_of) for fact in entered), tuple(entered[:1]), claim.negated)
        never = case.of("in_force")
        return judged(never[0].value == "yes", never[:1], claim.negated) if never else NO_FACT
    state, facts = in_force_on(case, case.as_of)
    if state is None:
        return NO_FACT
    if claim.stage == "past":
        return _told_of_the_past(case, state, facts)
    if claim.negated and claim.rule.startswith(("expires", "in_force/defunct")) and state:
        return Finding(None, Reason.TOO_VAGUE, facts, confidence=0.4)
    return judged(state, facts, claim.negated)


def _told_of_the_past(case: Case, state: bool, facts: tuple[Fact, ...]) -> Finding:
    """ "was in force in 1990", "had been in force for a year": at the time told, else at any time."""
    if told := [limits for when in case.claim.when if (limits := bounds(when))]:
        states = {in_force_on(case, day)[0] for limits in told for day in (limits.earliest, limits.latest)}
        if len(states) > 1:
            return Finding(None, Reason.TOO_VAGUE, facts, confidence=0.4)
        return judged(states == {True}, in_force_on(case, told[0].latest)[1] or facts, case.claim.negated)
    began = tuple(fact for fact in case.of("entered_into_force") if has_begun(fact.value, case.as_of))
    if case.claim.negated and began:
        return matches(facts, 0.6) if not state else Finding(None, Reason.TOO_VAGUE, facts, confidence=0.4)
    return matches(began[:1], 0.8) if began else judged(state, facts, case.claim.negated)


def membership(case: Case, party: str, day: date) -> tuple[bool | None, tuple[Fact, ...]]:
    """Whether a state is a party on a day, by its membership, ratification, accession and withdrawal."""
    stated = case.of_party(party, "party")
    exact = [fact for fact in stated if fact.party == party] or stated
    for fact in exact:
        if has_begun(fact.valid_from, day) and not has_ended(fact.valid_until, day):
            return fact.value == "yes", (fact,)
    left = _events(case, party, day, "withdrew", {None, "effective"})
    joined = _events(case, party, day, "acceded", None) or _events(case, party, day, "ratified", BINDING)
    if left and joined:
        latest_left, latest_joined = max(left, key=lambda f: f.value), max(joined, key=lambda f: f.value)
        return latest_joined.value > latest_left.value, (max(latest_left, latest_joined, key=lambda f: f.value),)
    if joined:
        revoked = _events(case, party, day, "ratified", {"revoked"})
        return not revoked, tuple(revoked or joined)[:1]
    if exact:
        yes = [fact for fact in exact if fact.value == "yes"]
        if yes and not any(has_begun(fact.valid_from, day) for fact in yes):
            return False, (yes[0],)
    return None, ()


def _events(case: Case, party: str, day: date, relation: str, stages: Set[str | None] | None) -> list[Fact]:
    return [
        fact
        for fact in case.of_party(party, relation)
        if not fact.negated
        and (stages is None or fact.stage in stages)
        and (stages is not None or fact.stage != "revoked")
        and has_begun(fact.value, day)
    ]


def judge_membership(case: Case) -> Finding:
    """ "is a party", "has ratified", "has joined", and their denials."""
    claim = case.claim
    findings = [_one_membership(case, party) for party in parties_of(case)]
    if denies_group(claim) and len({finding.holds for finding in findings}) > 1:
        return NO_FACT
    return all_of(findings) if findings else _everybody(case, claim.negated)


def _is_known_later(case: Case, facts: tuple[Fact, ...]) -> bool:
    """Whether a membership is only known of a later day: it may have begun after the day of the text."""
    day = case.as_of.isoformat()
    return all(fact.relation == "party" and not fact.valid_from and (fact.as_of or "") > day for fact in facts)


def _one_membership(case: Case, party: str) -> Finding:
    ever = _events(case, party, case.as_of, "ratified", None) or _events(case, party, case.as_of, "acceded", None)
    joined = case.claim.rule.startswith("acceded/")
    lasting = case.claim.relation == "party" and case.claim.stage != "past" and not joined
    if joined and not case.claim.negated and not ever:
        ever = [fact for fact in case.of_party(party, "party") if fact.value == "yes"]
        ever = [fact for fact in ever if has_begun(fact.valid_from, case.as_of)]
    if case.claim.stage == NEWS and not case.claim.negated and (old := _long_ago(case, ever)):
        return Finding(False, Reason.VALUE_DIFFERS, old, confidence=0.85)
    if not case.claim.negated and ever and not lasting:
        return matches(tuple(ever[:1]), 0.93)
    state, facts = membership(case, party, case.as_of)
    if state and case.claim.negated and _is_known_later(case, facts):
        return NO_FACT
    if state is False and case.claim.stage == "past" and not case.claim.negated and (once := _once(case, party)):
        return matches(once, 0.85)
    if state is None:
        founded = founding(case, party) if not case.claim.negated else None
        return matches((founded,), 0.85) if founded else _not_listed(case, party, "party")
    if case.claim.rule == "ratified/reject":
        return _rejected(case, party, state, facts)
    if state and case.claim.negated and case.claim.stage == "past":
        return Finding(None, Reason.TOO_VAGUE, facts, confidence=0.5)
    if not state and not case.claim.negated and (soon := _joins_soon(case, party)):
        return Finding(None, Reason.TOO_VAGUE, soon, confidence=0.5)
    return judged(state, facts, case.claim.negated)


def _once(case: Case, party: str) -> tuple[Fact, ...]:
    """What tells that a state which is no party now was one: it left, or what made it one came to an end."""
    left = _events(case, party, case.as_of, "withdrew", None)
    ended = [fact for fact in case.of_party(party, "party") if fact.value == "yes"]
    return tuple([*left, *ended][:1])


def _long_ago(case: Case, joined: list[Fact]) -> tuple[Fact, ...]:
    """The acts of a party that bind it, where all that is known of them is years old."""
    days = [limits.latest for fact in joined if (limits := bounds(fact.value))]
    old = bool(days) and len(days) == len(joined) and max(days) + _OLD_NEWS < case.as_of
    bound = [fact for fact in joined if fact.relation == "acceded" or fact.stage in BINDING]
    return tuple(bound[:1]) if old else ()


def _rejected(case: Case, party: str, state: bool, facts: tuple[Fact, ...]) -> Finding:
    """ "The voters turned it down": a refusal that is known, or that no later consent hides."""
    refusals = tuple(fact for fact in case.of_party(party, "ratified") if fact.negated)
    if refusals or not state:
        return matches(refusals[:1] or facts, 0.85)
    return Finding(None, Reason.TOO_VAGUE, facts, confidence=0.5)


def _joins_soon(case: Case, party: str) -> tuple[Fact, ...]:
    """What makes a state a party within a year: a vote or a law may come before the deposit that is known."""
    soon = case.as_of + _BEFORE_DEPOSIT
    return tuple(
        fact
        for fact in case.of_party(party, "ratified", "acceded", "party")
        if not fact.negated and fact.value != "no"
        if (limits := bounds(fact.valid_from or fact.value)) and case.as_of <= limits.latest <= soon
    )[:1]


def _everybody(case: Case, negated: bool) -> Finding:
    """ "was ratified": by anybody, or by all where it is bilateral."""
    facts = case.of("ratified", "entered_into_force")
    if facts and not negated:
        return matches(facts[:1], 0.8)
    return NO_FACT


def parties_of(case: Case) -> list[str]:
    if case.claim.party is not None:
        return [case.claim.party.id]
    return [item for item in case.claim.value.normalized.split("; ") if item]


def all_of(findings: list[Finding]) -> Finding:
    """One verdict over several parties: refuted by any, supported by all."""
    for finding in findings:
        if finding.holds is False:
            return finding
    for finding in findings:
        if finding.holds is None:
            return finding
    return matches(tuple(fact for finding in findings for fact in finding.facts), 0.92)


def judge_signatory(case: Case) -> Finding:
    """ "has signed", "is not a signatory"."""
    findings = [_one_signatory(case, party) for party in parties_of(case)]
    found = all_of(findings) if findings else NO_FACT
    return NO_FACT if found.holds is False and _denies_person(case) else found


def _denies_person(case: Case) -> bool:
    """ "was not signed by Brezhnev": another may have signed for his state."""
    party = case.claim.party
    return case.claim.negated and party is not None and person_named(party.mention, party.id)


def _one_signatory(case: Case, party: str) -> Finding:
    negated = case.claim.negated
    stated = case.of_party(party, "signatory")
    if stated:
        fact = stated[0]
        holds = fact.value == "yes" and has_begun(fact.valid_from, case.as_of)
        return judged(holds, (fact,), negated)
    signed = case.of_party(party, "signed")
    if signed:
        return judged(any(has_begun(fact.value, case.as_of) for fact in signed), signed[:1], negated)
    for fact in case.of("between"):
        if any(same_party(value, party) for value in fact.values):
            return judged(True, (fact,), negated)
    state, facts = membership(case, party, case.as_of)
    if state and not negated:
        return matches(facts, 0.8)
    if state is False and negated:
        return matches(facts, 0.75)
    return NO_FACT if state else _not_listed(case, party, "signatory")


def _not_listed(case: Case, party: str, relation: str) -> Finding:
    """A state that a whole list does not name: what denies it is right; what asserts it is wrong for days till then."""
    absent = absence(case, party, relation)
    if absent is None or not (case.claim.negated or covers(absent, case.as_of.isoformat())):
        return NO_FACT
    return judged(False, (absent,), case.claim.negated)
