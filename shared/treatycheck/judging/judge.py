"""A claim to what the facts tell of it, by the judge of its kind of value."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, Judge, matches
from treatycheck.judging.counts import judge_count
from treatycheck.judging.dates import judge_date
from treatycheck.judging.departures import judge_departure
from treatycheck.judging.events import agrees
from treatycheck.judging.group_counts import judge_part_of_group
from treatycheck.judging.members import (
    judge_between,
    judge_depositary,
    judge_place,
    judge_replacement,
)
from treatycheck.judging.numbers import judge_duration, judge_quantity
from treatycheck.judging.open_text import judge_text
from treatycheck.judging.parties import party_name, same_party
from treatycheck.judging.signers import judge_signed_by
from treatycheck.judging.status import judge_in_force, judge_membership, judge_signatory
from treatycheck.model import PartyReference, Reason, Value, ValueType

_CONSENT = frozenset({"signed", "ratified", "acceded"})
_JUDGES: dict[str, Judge] = {
    "signed_by": judge_signed_by,
    "signed_in": judge_place,
    "between": judge_between,
    "depositary": judge_depositary,
    "replaced": judge_replacement,
    "replaced_by": judge_replacement,
    "party_count": judge_count,
    "signatory_count": judge_count,
    "limit": judge_quantity,
    "eliminated": judge_quantity,
    "duration": judge_duration,
    "extension": judge_duration,
    "prohibits": judge_text,
    "first": judge_text,
    "in_force": judge_in_force,
    "party": judge_membership,
    "ratified": judge_membership,
    "acceded": judge_membership,
    "signatory": judge_signatory,
    "withdrew": judge_departure,
    "suspended": judge_departure,
}
# whose judges leave it to others whether a claim denies what it says
_TOLD_PLAINLY = frozenset({"signed_by", "signed_in", "between"})


_ACTS_OF_ONE = frozenset({"ratified", "acceded", "withdrew", "suspended"})
_COUNTS = frozenset({"party_count", "signatory_count"})


def find(case: Case) -> Finding:
    """What the facts tell of a claim whose treaty is known."""
    claim = case.claim
    if claim.party is not None and ";" in claim.party.id:
        return judge_part_of_group(case) if claim.relation in _COUNTS else _of_each(case, claim.party)
    if claim.relation == "party" and claim.value.type is ValueType.DATE:
        # where the date is wrong, the membership is not looked at, so that it must be known
        joined = judge_date(case._replace(claim=claim._replace(relation="acceded"), brief=False))
        return joined if joined.holds is not None else judge_membership(case)
    if claim.value.type is ValueType.DATE:
        return _negation_of_date(case, judge_date(case)) if claim.negated else judge_date(case)
    if claim.relation == "amended_by" and claim.value.type is ValueType.TREATY:
        return judge_replacement(case)
    found = _JUDGES.get(claim.relation, _unjudged)
    return _negation_of(case, found(case)) if claim.negated and claim.relation in _TOLD_PLAINLY else found(case)


def _unjudged(_case: Case) -> Finding:
    return NO_FACT


def _negation_of(case: Case, finding: Finding) -> Finding:
    """ "was not signed in Geneva" holds where it was signed elsewhere; who "refused to sign in Geneva" did not sign."""
    if finding.holds is None:
        return finding
    if finding.holds and case.claim.relation == "signed_in" and case.claim.party is not None:
        return NO_FACT
    if finding.holds:
        return Finding(False, Reason.VALUE_DIFFERS, finding.facts, confidence=0.8)
    return matches(finding.facts, 0.7)


def _of_each(case: Case, group: PartyReference) -> Finding:
    """What is said of a group, as said of each of its members: right for all, or wrong for all."""
    parties = [PartyReference(party, party_name(party), group.mention) for party in group.id.split("; ")]
    findings: list[Finding] = []
    for party in parties:
        findings.append(find(case._replace(claim=case.claim._replace(party=party))))
        if findings[-1].holds is None or findings[-1].holds is not findings[0].holds:
            return NO_FACT
    if findings[0].holds:
        return matches(tuple(fact for finding in findings for fact in finding.facts), 0.85)
    return findings[0]


def _negation_of_date(case: Case, finding: Finding) -> Finding:
    """ "was not signed in 1986" holds where the date is wrong; "refused in 1999 to ratify" where nobody ever did."""
    if case.claim.rule == "ratified/reject":
        return _rejection(case)
    if finding.holds is None:
        denial = _undated_denial(case) if case.claim.party and case.claim.relation in _CONSENT else finding
        return denial if denial.holds else finding
    if case.claim.party is None and case.claim.relation in _ACTS_OF_ONE and case.treaty.kind != "bilateral":
        return NO_FACT
    if finding.holds and not _is_of_party(case, finding):
        return _undated_denial(case)
    return Finding(
        not finding.holds,
        Reason.VALUE_MATCHES if not finding.holds else Reason.VALUE_DIFFERS,
        finding.facts,
        confidence=0.7,
    )


def _is_of_party(case: Case, finding: Finding) -> bool:
    """Whether the facts that decided are acts of the claim's own party, where it has one."""
    party = case.claim.party
    return party is None or any(same_party(fact.party, party.id) for fact in finding.facts)


def _undated_denial(case: Case) -> Finding:
    """ "refused to sign in 1951", the year when others did: whether the party never did."""
    undated = case._replace(claim=case.claim._replace(value=Value(ValueType.NONE, "", "")))
    return judge_signatory(undated) if case.claim.relation == "signed" else judge_membership(undated)


def _rejection(case: Case) -> Finding:
    """The date on which a legislature refused: recorded as a ratification that is negated."""
    refusals = tuple(
        fact for fact in case.of("ratified") if fact.negated and agrees(case.claim.value.normalized, fact.value)
    )
    if refusals:
        return matches(refusals)
    party = case.claim.party
    others = [fact for fact in case.of("ratified") if fact.negated and party and same_party(fact.party, party.id)]
    return (
        Finding(False, Reason.VALUE_DIFFERS, (others[0],), others[0].value, confidence=0.8)
        if len(others) == 1
        else NO_FACT
    )
