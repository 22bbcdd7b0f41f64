"""Ends that cannot have been: of a treaty that lives on, by a state that was never in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from treatycheck.judging.case import Case, Finding
from treatycheck.judging.parties import same_party
from treatycheck.judging.status_lists import absence
from treatycheck.model import Fact, Reason
from treatycheck.values.edtf import bounds

_TERMS = ("expires", "terminated", "duration", "extended")
_LIFE = ("party_count", "in_force", "ratified", "acceded")
# the day of a count may be that of the list it was taken from
_LATER = timedelta(days=90)
_BONDS = frozenset({"signed", "ratified", "acceded", "withdrew", "suspended"})
# "walked away from" may be said of one who stayed out
_PLAIN_ENDS = frozenset({"withdrew/verb", "withdrew/noun"})
_NO_BOND = ("party", "signatory")


def lives_on(case: Case, stated: str) -> Finding | None:
    """An expiry on a date (EDTF) of a treaty without a term that is known to have had parties months later."""
    said = bounds(stated)
    if case.claim.relation != "expires" or case.claim.party or said is None or case.of(*_TERMS):
        return None
    alive = next((fact for fact in case.of(*_LIFE) if _is_alive_after(fact, said.latest + _LATER)), None)
    return Finding(False, Reason.VALUE_DIFFERS, (alive,), confidence=0.82) if alive else None


def _is_alive_after(fact: Fact, day: date) -> bool:
    told = bounds(fact.as_of or "") if fact.relation in {"party_count", "in_force"} else bounds(fact.value)
    return told is not None and told.earliest > day and fact.value not in {"no", "0"} and not fact.negated


def never_bound(case: Case) -> Fact | None:
    """The fact that a state which is said to have left was neither a party nor a signatory; None where it may be."""
    claim = case.claim
    if claim.rule not in _PLAIN_ENDS or claim.party is None or claim.negated:
        return None
    own = [fact for fact in case.facts if same_party(fact.party, claim.party.id)]
    between = [value for fact in case.of("between") for value in fact.values]
    if any(fact.relation in _BONDS for fact in own) or any(same_party(value, claim.party.id) for value in between):
        return None
    denied = [next(_denials(case, own, relation), None) for relation in _NO_BOND]
    return denied[0] if all(denied) else None


def _denials(case: Case, own: list[Fact], relation: str) -> Iterator[Fact]:
    yield from (fact for fact in own if fact.relation == relation and fact.value == "no" and not fact.valid_until)
    party = case.claim.party
    absent = absence(case, party.id, relation) if party and not own else None
    if absent is not None:
        yield absent
