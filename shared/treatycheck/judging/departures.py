"""Judges who has left, or suspended what it does, without a date."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.impossible import never_bound
from treatycheck.judging.parties import same_party
from treatycheck.judging.status import all_of, has_begun, has_ended, judged, membership, parties_of
from treatycheck.judging.steps import revocations
from treatycheck.model import Fact, Reason


def judge_departure(case: Case) -> Finding:
    """ "has withdrawn", "suspended its participation", without a date."""
    claim = case.claim
    ending = ("withdrew", "terminated") if claim.relation == "withdrew" else (claim.relation,)
    findings = []
    parties = parties_of(case)
    if never := never_bound(case):
        return Finding(False, Reason.VALUE_DIFFERS, (never,), confidence=0.85)
    if not parties and case.treaty.kind != "bilateral":
        return NO_FACT
    for party in parties or [""]:
        events = [
            fact
            for fact in (*case.of(*ending), *(revocations(case) if claim.relation == "withdrew" else ()))
            if (not party or same_party(fact.party, party)) and has_begun(fact.value, case.as_of)
        ]
        if events:
            findings.append(judged(True, tuple(events[:1]), claim.negated))
            continue
        state, facts = membership(case, party, case.as_of) if party else (None, ())
        if claim.negated and state:
            findings.append(matches(facts, 0.8))
        elif claim.relation == "withdrew" and (ended := _ended_otherwise(case)):
            findings.append(judged(False, ended, claim.negated))
        else:
            findings.append(NO_FACT)
    return all_of(findings)


def _ended_otherwise(case: Case) -> tuple[Fact, ...]:
    """The end of a treaty of two that ran out without anybody's withdrawal."""
    ends = [fact for fact in case.of("expires") if has_ended(fact.value, case.as_of)]
    cut_short = {fact.value for fact in case.of("terminated")} - {fact.value for fact in ends}
    if case.treaty.kind != "bilateral" or case.of("withdrew") or cut_short:
        return ()
    return tuple(ends[:1])
