"""An act has steps, each with its own day: a vote, a deposit; an announcement, a notice, the effect."""

from __future__ import annotations

from datetime import timedelta

from treatycheck.judging.case import Case
from treatycheck.judging.parties import same_party
from treatycheck.model import Fact
from treatycheck.values.edtf import bounds

# a vote comes before the deposit, a notice before the effect; no longer than this
_LONGEST = {"ratified": timedelta(days=3 * 366), "withdrew": timedelta(days=2 * 366)}
_FIRST_STEPS = {"ratified": frozenset({"parliament"}), "withdrew": frozenset({"announced", "notified"})}


def is_earlier_step(case: Case, stated: str, facts: tuple[Fact, ...]) -> bool:
    """Whether a date may be that of a step before those that are known: a vote in parliament, a notice to leave."""
    claim = case.claim
    if claim.relation not in _LONGEST or (claim.relation == "ratified" and claim.stage != "parliament"):
        return False
    own = [fact for fact in facts if fact.relation == claim.relation and not fact.negated]
    first_steps = _FIRST_STEPS[claim.relation] - ({"notified"} if claim.stage == "announced" else set())
    if not own or any(fact.stage in first_steps for fact in own):
        return False
    said = bounds(stated)
    limits = [bounds(fact.value) for fact in own]
    longest = _LONGEST[claim.relation]
    return said is not None and any(
        limit is not None and said.earliest <= limit.latest and limit.earliest - said.latest <= longest
        for limit in limits
    )


def revocations(case: Case) -> tuple[Fact, ...]:
    """The ratifications that the claim's party took back: a way to leave."""
    party = case.claim.party
    return tuple(
        fact
        for fact in case.of("ratified")
        if fact.stage == "revoked" and (party is None or same_party(fact.party, party.id))
    )
