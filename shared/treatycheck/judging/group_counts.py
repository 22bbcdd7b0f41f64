"""Judges how many of a group are parties or signatories, by what is known of each of its members."""

from __future__ import annotations

from datetime import date, timedelta

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.status import judge_membership, judge_signatory
from treatycheck.mentions.groups import own_groups
from treatycheck.model import Fact, PartyReference, Reason, Value, ValueType
from treatycheck.values.edtf import bounds
from treatycheck.values.numbers import print_number
from treatycheck.values.quantities import parse_quantity

# a text may be older than its date
_STALE = (timedelta(0), timedelta(days=90), timedelta(days=180))
_NEWEST = 2


def judge_part_of_group(case: Case) -> Finding:
    """A number of members against those that are known to have joined, or not to have, around the day.

    Where more did, so many did, too, unless the group is what the treaty itself counts.
    """
    quantity = parse_quantity(case.claim.value.normalized)
    party = case.claim.party
    if quantity is None or party is None or case.claim.value.modifier:
        return NO_FACT
    members = party.id.split("; ")
    counted = [_count(case, members, day) for day in _days(case)]
    if any(known < len(members) for _, known, _ in counted):
        return NO_FACT
    facts = counted[0][2]
    if any(number == quantity.low for number, _, _ in counted):
        return matches(facts, 0.85)
    owned = own_groups().get(case.treaty.id)
    if quantity.low < counted[0][0] and not (owned and owned.value == party.id):
        return Finding(None, Reason.TOO_VAGUE, facts, confidence=0.5)
    return Finding(False, Reason.VALUE_DIFFERS, facts, print_number(counted[0][0]), confidence=0.8)


def _days(case: Case) -> list[date]:
    """The days that the text tells, else its own and some before."""
    told = [limits for when in case.claim.when if (limits := bounds(when)) and limits.earliest <= case.as_of]
    if told:
        return [min(day, case.as_of) for limits in told for day in (limits.latest, limits.earliest)]
    return [case.as_of - stale for stale in _STALE]


def _count(case: Case, members: list[str], day: date) -> tuple[int, int, tuple[Fact, ...]]:
    """How many members the claim holds for, of how many it is known, and the newest facts that tell."""
    findings = [_of_member(case, member, day) for member in members]
    holds = [finding for finding in findings if finding.holds]
    facts = sorted((fact for finding in holds for fact in finding.facts), key=lambda fact: fact.value, reverse=True)
    return len(holds), sum(finding.holds is not None for finding in findings), tuple(facts[:_NEWEST])


def _of_member(case: Case, member: str, day: date) -> Finding:
    claim = case.claim._replace(
        relation="signatory" if case.claim.relation == "signatory_count" else "party",
        party=PartyReference(member, member, member),
        value=Value(ValueType.NONE, "", ""),
        stage=None,
    )
    one = case._replace(claim=claim, as_of=day)
    return judge_signatory(one) if claim.relation == "signatory" else judge_membership(one)
