"""Which events a stated date may be that of: those that count as the claim's, and others that it is taken for."""

from __future__ import annotations

from treatycheck.judging.case import Case, Finding
from treatycheck.judging.parties import same_party
from treatycheck.model import Fact, Reason
from treatycheck.values.dates import contains, overlaps
from treatycheck.values.edtf import Precision, is_approximate, precision, year_of

ACCEPTED = {
    "signed": ("signed", "opened_for_signature", "adopted"),
    "adopted": ("adopted", "signed", "opened_for_signature"),
    "opened_for_signature": ("opened_for_signature", "signed"),
    "entered_into_force": ("entered_into_force",),
    "expires": ("expires", "terminated"),
    "extended": ("extended",),
    "terminated": ("terminated", "expires", "withdrew"),
    "suspended": ("suspended",),
    "withdrew": ("withdrew", "terminated"),
    "ratified": ("ratified", "acceded"),
    "acceded": ("acceded", "ratified"),
    "negotiated": ("negotiated", "signed", "adopted"),
    "amended_by": ("amended_by",),
}
_EVENTS = tuple(ACCEPTED)
_LOOSE_YEARS = 2
_EXACT = frozenset({Precision.DAY, Precision.MONTH})


def agrees(stated: str, true: str) -> bool:
    """Whether a stated date is right at its own precision."""
    if contains(stated, true):
        return True
    if is_approximate(true) or (is_approximate(stated) and precision(stated) not in _EXACT):
        one, other = year_of(stated), year_of(true)
        return one is not None and other is not None and abs(one - other) <= _LOOSE_YEARS
    if is_approximate(stated) and overlaps(stated, true):
        return True
    return "/" in true and "/" in stated and overlaps(true, stated)


def other_event(case: Case, stated: str) -> Finding | None:
    """Another event of the treaty, not accepted for the claim's, on the day stated."""
    accepted = ACCEPTED[case.claim.relation]
    for relation in _EVENTS:
        if relation in accepted or relation == "negotiated":
            continue
        for fact in case.of(relation):
            strange = fact.party is not None and not _concerns(case, fact)
            if not strange and agrees(stated, fact.value):
                return Finding(False, Reason.OTHER_EVENT, (fact,), other=relation)
    return None


def _concerns(case: Case, fact: Fact) -> bool:
    """Whether an act of a party bears on a claim: that party's own, or any where the parties are few."""
    party = case.claim.party
    return same_party(fact.party, party.id) if party is not None else case.treaty.kind == "bilateral"


def other_party(case: Case, stated: str) -> Finding | None:
    """The same event of another party on the day stated."""
    claim = case.claim
    if claim.party is None:
        return None
    for fact in case.of(*ACCEPTED[claim.relation]):
        other = fact.as_of is None and fact.party and not same_party(fact.party, claim.party.id)
        if other and agrees(stated, fact.value):
            return Finding(False, Reason.OTHER_PARTY, (fact,), other=fact.party)
    return None


def other_treaty(case: Case, stated: str) -> Finding | None:
    """The same event of a sibling on the day stated."""
    relation = ACCEPTED[case.claim.relation][0]
    for sibling, facts in sorted(case.siblings.items()):
        same = [fact for fact in facts.of(relation) if agrees(stated, fact.value)]
        if same:
            first = min(same, key=lambda fact: fact.fact_id)
            return Finding(False, Reason.OTHER_TREATY, (first,), other=sibling)
    return None
