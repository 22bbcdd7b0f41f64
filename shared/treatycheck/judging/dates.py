"""Judges dates: the right day, or the day of another event, party or sibling."""

from __future__ import annotations

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.events import ACCEPTED, agrees, other_event, other_party, other_treaty
from treatycheck.judging.impossible import lives_on, never_bound
from treatycheck.judging.open_dates import AGREED, NOT_THE_ACT, left_open
from treatycheck.judging.parties import kin, same_party
from treatycheck.judging.slips import slip_of_year
from treatycheck.judging.status_lists import WHOLE_LIST, absence, covers
from treatycheck.judging.steps import (
    BINDING,
    is_long_from_joining,
    member_since,
    revocations,
)
from treatycheck.model import CHRONOLOGY, Claim, Fact, FactStatus, Reason
from treatycheck.values.dates import overlaps
from treatycheck.values.edtf import bounds, year_of

_BY_PARTY = frozenset({"ratified", "acceded", "withdrew", "suspended"})


def judge_date(case: Case) -> Finding:
    """A dated event against the facts of its relation, then against other events and siblings."""
    claim = case.claim
    facts = _relevant(case)
    if claim.stage not in NOT_THE_ACT and (denied := _never_did(case)):
        return Finding(False, Reason.VALUE_DIFFERS, denied, confidence=0.88)
    if never := never_bound(case):
        return Finding(False, Reason.VALUE_DIFFERS, (never,), confidence=0.85)
    stated = claim.value.normalized
    hits = tuple(fact for fact in facts if agrees(stated, fact.value))
    if not hits and claim.relation == "amended_by":
        hits = _amendments_of(case, stated)
    if not hits and claim.relation == "negotiated":
        hits = tuple(fact for fact in facts if overlaps(stated, fact.value))
    if hits:
        return matches(hits[:2])
    if claim.stage == "by" and (done := _done_by(facts, stated)):
        return matches(done, 0.7)
    if claim.relation == "acceded" and (since := member_since(case, stated)):
        return matches(since, 0.9)
    if (finding := left_open(case, stated, facts)) is not None:
        return finding
    if not facts:
        return _without_facts(case, stated)
    if case.brief:
        return NO_FACT
    return _refuted(case, stated, facts)


def _refuted(case: Case, stated: str, facts: tuple[Fact, ...]) -> Finding:
    """A wrong date: that of another event, party or treaty, or of none."""
    claim = case.claim
    elsewhere = other_party(case, stated) or other_event(case, stated) or other_treaty(case, stated)
    if elsewhere and _may_name_another(claim, elsewhere):
        return NO_FACT
    if (
        claim.relation == "signed"
        and (claim.party is not None or _is_one_signer(case))
        and _before_opening(facts, stated)
    ):
        return Finding(False, Reason.VALUE_DIFFERS, facts[:1], confidence=0.9)
    if slip := slip_of_year(facts, stated):
        return Finding(False, Reason.VALUE_DIFFERS, (slip,), slip.value, confidence=0.85)
    if _is_open_list(case, facts):
        return elsewhere if elsewhere and _tells(case, elsewhere) else NO_FACT
    nearest = _nearest(facts, stated)
    if elsewhere:
        return Finding(False, elsewhere.reason, (nearest, *elsewhere.facts), nearest.value, elsewhere.other, 0.93)
    return Finding(False, Reason.VALUE_DIFFERS, (nearest,), nearest.value, confidence=0.93)


def _may_name_another(claim: Claim, elsewhere: Finding) -> bool:
    """ "the 1974 accord" may be a sibling; a chronology, or "dates from", may give the year of any event."""
    referred = bool(claim.treaty.detail) and elsewhere.reason is Reason.OTHER_TREATY
    if claim.rule == "signed/dates":
        return elsewhere.reason is Reason.OTHER_EVENT
    return claim.rule == "signed/name-year" and (referred or claim.stage == CHRONOLOGY)


def _done_by(facts: tuple[Fact, ...], latest: str) -> tuple[Fact, ...]:
    """The facts of what happened no later than the end of a date."""
    limit = bounds(latest)
    days = ((bounds(fact.value), fact) for fact in facts)
    return tuple(fact for day, fact in days if day and limit and day.earliest <= limit.latest)[:1]


def _relevant(case: Case) -> tuple[Fact, ...]:
    claim = case.claim
    if claim.party is None:
        return case.facts.once(_of_nobody, claim.relation, claim.implicit, claim.rule in AGREED)
    facts = case.facts.once(_done, claim.relation, claim.implicit)
    if claim.relation == "withdrew":
        facts = (*facts, *(fact for fact in revocations(case) if not fact.negated))
    parties = kin(claim.party.id)
    if claim.relation in _BY_PARTY:
        return tuple(f for f in facts if f.party in parties or (f.party is None and f.relation == "terminated"))
    own = tuple(f for f in facts if f.relation != "adopted" and (f.party is None or f.party in parties))
    if claim.relation == "signed" and case.facts.once(_has_whole_list, claim.implicit):
        return tuple(f for f in own if f.party is not None)
    return own or tuple(f for f in facts if f.party is None)


def _dated(facts: TreatyFacts, relation: str) -> tuple[Fact, ...]:
    """The dated facts that count for a relation, but for consents that were taken back."""
    dated = (fact for fact in facts.of(*ACCEPTED[relation]) if bounds(fact.value) is not None)
    return tuple(fact for fact in dated if fact.stage != "revoked")


def _done(facts: TreatyFacts, relation: str, implicit: bool) -> tuple[Fact, ...]:
    """Those of them that tell what was done, an adoption by its own day where that is known."""
    found = facts.once(_dated, relation)
    if relation == "adopted" and not implicit:
        found = tuple(fact for fact in found if fact.relation == relation) or found
    return tuple(fact for fact in found if not fact.negated)


def _of_nobody(facts: TreatyFacts, relation: str, implicit: bool, agreed: bool) -> tuple[Fact, ...]:
    """The facts for a claim that tells of no party."""
    revoked = tuple(f for f in facts.of("ratified") if f.stage == "revoked") if relation == "withdrew" else ()
    if relation in {"terminated", "expires"}:
        return facts.once(_dated, relation)
    found = (*facts.once(_done, relation, implicit), *(fact for fact in revoked if not fact.negated))
    general = tuple(fact for fact in found if fact.party is None)
    plainly = relation == "signed" and not implicit and not agreed
    if plainly and any(fact.relation != "adopted" for fact in general):
        general = tuple(fact for fact in general if fact.relation != "adopted")
    if relation == "ratified":
        return (*found, *(fact for fact in facts.of("adopted") if fact.party is None))
    return found if relation in _BY_PARTY else general


def _has_whole_list(facts: TreatyFacts, implicit: bool) -> bool:
    """Whether a depositary's whole list tells who signed, and when."""
    signed = facts.once(_done, "signed", implicit)
    return sum(fact.as_of is not None for fact in signed if fact.party) >= WHOLE_LIST


def _never_did(case: Case) -> tuple[Fact, ...]:
    """A dated act of a party that never did it: it never signed, or is no party and has ratified nothing."""
    claim = case.claim
    voted = claim.stage == "parliament"
    if claim.party is None or claim.relation not in {"signed", "ratified", "acceded"} or claim.negated or voted:
        return ()
    denying = "signatory" if claim.relation == "signed" else "party"
    party = claim.party.id
    if any(not fact.negated for fact in case.of_party(party, "ratified", "acceded", "withdrew", "suspended")):
        return ()
    if denying == "signatory" and case.of_party(party, "signed"):
        return ()
    stated = case.of_party(party, denying)
    day = claim.value.normalized
    never = stated and all(fact.value == "no" and not fact.valid_until and _tells_of(fact, day) for fact in stated)
    unknown = case.facts.once(_parties).isdisjoint(kin(party))
    absent = absence(case, party, "party") if unknown else None
    if absent is not None and covers(absent, claim.value.normalized):
        return (absent,)
    return stated[:1] if never else ()


def _tells_of(fact: Fact, stated: str) -> bool:
    """Whether what a fact denies on a day was still so by a date: who stayed away in 1975 may have come in 1991."""
    day = bounds(stated)
    return fact.as_of is None or day is None or day.earliest.isoformat() <= fact.as_of


def _parties(facts: TreatyFacts) -> frozenset[str | None]:
    """The parties of which anything is told."""
    return frozenset(fact.party for fact in facts)


def _before_opening(facts: tuple[Fact, ...], stated: str) -> bool:
    """No state can have signed before the treaty was open for it."""
    said = bounds(stated)
    opened = [limits.earliest for fact in facts if (limits := bounds(fact.value))]
    return said is not None and bool(opened) and said.latest < min(opened)


def _amendments_of(case: Case, stated: str) -> tuple[Fact, ...]:
    """The dates of treaties that amended this one."""
    amending = {value for fact in case.of("amended_by") for value in fact.values}
    return tuple(
        fact
        for sibling, facts in sorted(case.siblings.items())
        if sibling in amending
        for fact in facts
        if fact.relation in {"signed", "adopted"} and agrees(stated, fact.value)
    )


def _is_open_list(case: Case, facts: tuple[Fact, ...]) -> bool:
    """Dates of single parties are no whole list, nor are negotiations: a date that is not among them may be right."""
    claim = case.claim
    if claim.relation in {"negotiated", "amended_by"}:
        return True
    if claim.relation in {"ratified", "acceded"} and claim.party is None:
        return True
    if _is_one_signer(case):
        return True
    if claim.relation == "signed" and claim.party is not None:
        return not any(f.party is not None for f in facts) and case.treaty.kind != "bilateral"
    if claim.relation in {"ratified", "acceded"}:
        return not any(
            f.relation in {claim.relation, "ratified" if claim.relation == "acceded" else ""}
            and f.stage in BINDING | {"parliament"}
            for f in facts
        ) and not is_long_from_joining(case.claim.value.normalized, facts)
    return claim.relation in {"withdrew", "suspended"} and claim.party is None and case.treaty.kind != "bilateral"


def _is_one_signer(case: Case) -> bool:
    """Whether somebody, it is not known for whom, is said to have signed a treaty that many may sign at any time."""
    return case.claim.stage == "one_signer" and case.claim.party is None and case.treaty.kind != "bilateral"


def _without_facts(case: Case, stated: str) -> Finding:
    """No fact of this relation: the date may still be known as that of another event, or to be none."""
    if (alive := lives_on(case, stated)) is not None:
        return alive
    never = tuple(fact for fact in case.of("in_force") if fact.value == "no" and not fact.valid_from)
    if case.claim.relation != "entered_into_force" or not never:
        return NO_FACT
    said = bounds(stated)
    past = said is not None and said.latest <= case.as_of and other_treaty(case, stated) is None
    return other_event(case, stated) or (
        Finding(False, Reason.VALUE_DIFFERS, never[:1], confidence=0.88) if past else NO_FACT
    )


def _tells(case: Case, elsewhere: Finding) -> bool:
    """Whether the date of another event tells that a claim is wrong where the right date is not known."""
    party = case.claim.party
    if case.claim.relation == "signed":
        return elsewhere.reason is Reason.OTHER_EVENT
    if party is None:
        own = case.treaty.kind == "bilateral" or case.claim.relation not in _BY_PARTY
    else:
        own = any(same_party(fact.party, party.id) for fact in elsewhere.facts)
    return elsewhere.reason is Reason.OTHER_EVENT and own


def _nearest(facts: tuple[Fact, ...], stated: str) -> Fact:
    current = [fact for fact in facts if fact.status is FactStatus.CURRENT] or list(facts)
    same = [fact for fact in current if fact.relation == facts[0].relation] or current
    year = year_of(stated)

    def distance(fact: Fact) -> int:
        own = year_of(fact.value)
        return abs(own - year) if own is not None and year is not None else 9999

    return min(same, key=distance)
