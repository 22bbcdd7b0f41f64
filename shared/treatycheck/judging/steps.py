"""An act has steps, each with its own day: a vote, a deposit; an announcement, a notice, the effect."""

from __future__ import annotations

from datetime import timedelta

from treatycheck.judging.case import Case
from treatycheck.model import Fact
from treatycheck.values.dates import contains
from treatycheck.values.edtf import bounds

# a ratification at its last step, by which a state is bound
BINDING = frozenset({None, "deposit", "instrument"})
# a vote comes before the deposit, a notice before the effect; no longer than this
_LONGEST = {"ratified": timedelta(days=4 * 366), "withdrew": timedelta(days=2 * 366), "suspended": timedelta(days=366)}
# a vote may come so many years before an accession
_YEARS_TO_JOIN = 6
_MOST_DAYS_TO_EFFECT = 130
_FIRST_STEPS = {
    "ratified": frozenset({"parliament", "signed"}),
    "withdrew": frozenset({"announced", "notified"}),
    "suspended": frozenset({"announced"}),
}
# of these acts only such a step is told apart
_ONLY_AS = {"ratified": "parliament", "suspended": "announced"}


def is_other_step(case: Case, stated: str, facts: tuple[Fact, ...]) -> bool:
    """Whether a date may be that of a step of the act that the facts do not tell."""
    steps = (_is_earlier_step, _is_later_step, _is_next_day)
    return any(is_step(case, stated, facts) for is_step in steps)


def _is_earlier_step(case: Case, stated: str, facts: tuple[Fact, ...]) -> bool:
    """Whether a date may be that of a step before those that are known: a vote in parliament, a notice to leave."""
    claim = case.claim
    if claim.relation not in _LONGEST or claim.stage != _ONLY_AS.get(claim.relation, claim.stage):
        return False
    own = [fact for fact in facts if fact.relation == claim.relation and not fact.negated]
    first_steps = _FIRST_STEPS[claim.relation] - ({"notified"} if claim.stage == "announced" else {"signed"})
    if not own or any(fact.stage in first_steps for fact in own):
        return False
    said = bounds(stated)
    limits = [bounds(fact.value) for fact in own]
    longest = _LONGEST[claim.relation]
    return said is not None and any(
        limit is not None and said.earliest <= limit.latest and limit.earliest - said.latest <= longest
        for limit in limits
    )


def _is_later_step(case: Case, stated: str, facts: tuple[Fact, ...]) -> bool:
    """Whether a date may be that of a deposit where only votes before it are known."""
    own = [fact for fact in facts if fact.relation == "ratified" and not fact.negated]
    if case.claim.stage == "parliament" and any(fact.stage == "parliament" for fact in own):
        return False
    if case.claim.relation != "ratified" or not own or any(f.stage not in _FIRST_STEPS["ratified"] for f in own):
        return False
    said, limits = bounds(stated), [bounds(fact.value) for fact in own]
    longest = _LONGEST["ratified"]
    return said is not None and any(
        limit is not None and limit.earliest <= said.latest and said.earliest - limit.latest <= longest
        for limit in limits
    )


def _is_next_day(case: Case, stated: str, facts: tuple[Fact, ...]) -> bool:
    """Whether an end is told for the day beside: what ends at midnight ends on either."""
    said = bounds(stated)
    if case.claim.relation not in {"withdrew", "terminated", "expires"} or said is None:
        return False
    known = (limits for fact in facts if (limits := bounds(fact.value)))
    return len(stated) == len("2009-12-05") and any(abs((said.earliest - day.latest).days) == 1 for day in known)


def is_long_from_joining(stated: str, facts: tuple[Fact, ...]) -> bool:
    """Whether a date is years from each day on which a party joined, so that no vote before that can be meant."""
    said = bounds(stated)
    joined = [limits for fact in facts if fact.relation == "acceded" and (limits := bounds(fact.value))]
    return (
        said is not None
        and bool(joined)
        and all(
            said.latest.year < day.earliest.year - _YEARS_TO_JOIN or said.earliest.year > day.latest.year + 1
            for day in joined
        )
    )


def revocations(case: Case) -> tuple[Fact, ...]:
    """The ratifications that the claim's party took back: a way to leave."""
    party = case.claim.party
    return tuple(
        fact
        for fact in (case.of("ratified") if party is None else case.of_party(party.id, "ratified"))
        if fact.stage == "revoked"
    )


def takes_effect(stated: str, deposited: str) -> bool:
    """Whether a date may be that on which an instrument took effect, some months behind its deposit."""
    said, done = bounds(stated), bounds(deposited)
    if said is None or done is None or len(deposited) < len("1987-12-08"):
        return False
    return said.latest > done.earliest and (said.earliest - done.earliest).days <= _MOST_DAYS_TO_EFFECT


def member_since(case: Case, stated: str) -> tuple[Fact, ...]:
    """What tells that the claim's party became one on a date, which is when its instrument took effect."""
    party = case.claim.party
    return tuple(
        fact
        for fact in (() if party is None else case.of_party(party.id, "party"))
        if fact.value == "yes" and fact.valid_from is not None and contains(stated, fact.valid_from)
    )
