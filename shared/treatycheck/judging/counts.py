"""Judges how many parties or signers a treaty has: refuted only far outside of what the known counts allow."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.growth import Counted, Growth, growth_of, opening_day, threshold
from treatycheck.judging.parties import same_party
from treatycheck.judging.thresholds import not_enough
from treatycheck.model import Fact, Reason
from treatycheck.text.likeness import words
from treatycheck.values.edtf import bounds
from treatycheck.values.numbers import print_number
from treatycheck.values.quantities import parse_quantity

# the truths that a wording allows, as shares of the number that it states: loosely said, and stretched
_WORDINGS = {
    "more_than": ((1.0, 1.25), (1.0, 99.0)),
    "at_least": ((1.0, 1.25), (1.0, 99.0)),
    "nearly": ((0.9, 1.01), (0.8, 1.03)),
    "less_than": ((0.9, 1.01), (0.8, 1.03)),
    "at_most": ((0.9, 1.01), (0.8, 1.03)),
    "about": ((0.92, 1.08), (0.85, 1.15)),
}
_EXACT = ((1.0, 1.0), (1.0, 1.0))
# a text may be older than its date, and a count older than its text
_STALE, _AHEAD, _NEAR = timedelta(days=550), timedelta(days=30), timedelta(days=400)
_STALE_NOW, _NOW = timedelta(days=365), frozenset({"now", "currently", "today", "date"})
# words that tell ratifications apart from signatures
_APART = ("ratif", "acced", "accession", "signatures", "deposit")
_AT_SIGNING = timedelta(days=550)
_CLOSED_MARGIN, _LEAST_MARGIN, _MARGIN = 1.0, 2.0, 0.04
# whether a union of states, a state in doubt or one that is leaving is counted
_CONVENTION = 1.0
_LIKELY = 0.1
_PLACES, _MUCH = 2.0, 0.15
_NARROW_SHARE, _NARROW = 1.35, 3.0
_WHOLE_DAY = len("1998-07-17")
_OTHER = {"party_count": "signatory_count", "signatory_count": "party_count"}
# how a count is told: as an act of so many, as a total of then, of some only, besides others, as one's place in a row
# or as what brought the treaty into force, or of those who signed for states
PAST, THEN, SOME, FURTHER, ORDINAL, THRESHOLD = "past", "then", "some", "further", "ordinal", "threshold"
ENVOYS = "envoys"
_ANY_DAY = frozenset({PAST, THEN, ORDINAL, THRESHOLD, ENVOYS})


class _Window(NamedTuple):
    """The days for which a count may hold, those that it is told for, and whether the text tells them."""

    start: date
    end: date
    days: tuple[date, ...]
    told: bool
    exact: bool = False


def judge_count(case: Case) -> Finding:
    """A number of parties or signatories against the counts around its day."""
    quantity = parse_quantity(case.claim.value.normalized)
    relation = case.claim.relation
    if quantity is None:
        return NO_FACT
    if case.claim.stage == FURTHER:
        return _further(case, quantity.low)
    if case.claim.stage == ORDINAL and (placed := _placed(case, quantity.low)):
        return placed
    if case.claim.stage == ENVOYS and not (right := _finding(case, relation, quantity.low)).holds:
        return (
            NO_FACT if right.reason is Reason.NO_FACT else Finding(None, Reason.TOO_VAGUE, right.facts, confidence=0.5)
        )
    if case.claim.stage == THRESHOLD and (short := not_enough(case, quantity.low)):
        return short
    own = _finding(case, relation, quantity.low)
    if own.holds or (own.holds is False and _is_of_signing(case)):
        return own
    if exact := _exactly(case, growth_of(case, _OTHER[relation]), _window(case), quantity.low):
        return matches((exact,), 0.6)
    if relation == "signatory_count" and not any(word.startswith(_APART) for word in words(case.claim.context)):
        return _with_parties(case, own, quantity.low)
    return own


def _placed(case: Case, stated: float) -> Finding | None:
    """A party's place in the row of those that joined, by a depositary's list; some days many joined at once."""
    party = case.claim.party
    growth = growth_of(case, case.claim.relation)
    if counted := _counted_on_joining(case, growth):
        right = counted.number == stated
        return matches((counted.fact,), 0.85) if right else _other_place(counted)
    own = next(((day, fact) for day, fact in growth.listed if party and fact.party == party.id), None)
    if own is None:
        return None
    first, last = growth.on_list(own[0] - timedelta(days=1)), growth.on_list(own[0])
    if first is None or last is None:
        return None
    if first - _PLACES <= stated <= last + _PLACES:
        return matches((own[1],), 0.85)
    if first - _MUCH * first - 5 <= stated <= last + _MUCH * last + 5:
        return Finding(None, Reason.TOO_VAGUE, (own[1],), confidence=0.5)
    return Finding(False, Reason.VALUE_DIFFERS, (own[1],), print_number(last), confidence=0.75)


def _counted_on_joining(case: Case, growth: Growth) -> Counted | None:
    """The count that a fact gives for the very day on which the claim's party, and no other, joined."""
    joined = [fact for fact in case.of("acceded", "ratified") if len(fact.value) == _WHOLE_DAY and fact.party]
    days = {fact.value for fact in joined if case.claim.party and same_party(fact.party, case.claim.party.id)}
    alone = len(days) == 1 and len({fact.party for fact in joined if fact.value in days}) == 1
    same_day = [count for count in growth.counts if count.day and count.day.isoformat() in days]
    return same_day[0] if alone and len(same_day) == 1 else None


def _other_place(counted: Counted) -> Finding:
    return Finding(False, Reason.VALUE_DIFFERS, (counted.fact,), print_number(counted.number), confidence=0.8)


def _with_parties(case: Case, own: Finding, stated: float) -> Finding:
    """ "signed by 168" of a treaty that fewer signed may mean those that have joined."""
    parties = _finding(case, "party_count", stated)
    too_many = stated > max((count.number for count in growth_of(case, "signatory_count").counts), default=0.0)
    if parties.holds and too_many:
        return matches(parties.facts, 0.55)
    if own.reason is Reason.NO_FACT:
        return matches(parties.facts, 0.55) if parties.holds else NO_FACT
    if own.holds is False and parties.holds is not False and parties.reason is not Reason.NO_FACT:
        return Finding(None, Reason.TOO_VAGUE, own.facts, confidence=0.5)
    return own


def _finding(case: Case, relation: str, stated: float) -> Finding:
    growth, window = growth_of(case, relation), _window(case)
    exact = _exactly(case, growth, window, stated)
    if exact:
        return matches((exact,), 0.9)
    facts = _facts_around(growth, window)
    if not facts:
        return NO_FACT
    claim = case.claim
    of_some = claim.stage == SOME or (claim.stage == PAST and relation == "party_count")
    then = growth.at(window.days) if window.exact else None
    low, high = (then.number, then.number) if then else (growth.least(window.start), growth.most(window.end))
    low = 0.0 if of_some else low
    loose, stretched = (
        (stated * least, stated * most) for least, most in _WORDINGS.get(case.claim.value.modifier or "", _EXACT)
    )
    likely = growth.likely(window.days[-1])
    surely = growth.likely(window.start) if growth.on_list(window.start) is None else low
    narrow = high <= _NARROW_SHARE * surely + _NARROW and loose[1] >= min(surely, high)
    if (narrow or abs(stated - likely) <= _LIKELY * likely) and loose[1] >= low and loose[0] <= high:
        return matches(facts, 0.7)
    margin = _CLOSED_MARGIN if growth.is_closed(window.start) else max(_LEAST_MARGIN, _MARGIN * high)
    passed = 0.0 if of_some else growth.passed(window.start)
    if stretched[1] < max(low - margin, passed - _CONVENTION):
        return _wrong(facts, low, growth, window.start)
    bound = growth.bounded(window.end)
    if stretched[0] > high + margin or (bound is not None and stretched[0] > bound + _CONVENTION):
        return _wrong((growth.highest() or facts[0],), high, growth, window.end)
    return Finding(None, Reason.TOO_VAGUE, facts, confidence=0.5)


def _wrong(facts: tuple[Fact, ...], bound: float, growth: Growth, day: date) -> Finding:
    on_list = growth.on_list(day)
    near = parse_quantity(facts[0].value)
    right = on_list if on_list is not None else near.low if near else bound
    return Finding(False, Reason.VALUE_DIFFERS, facts, print_number(right) if right else None, confidence=0.8)


def _exactly(case: Case, growth: Growth, window: _Window, stated: float) -> Fact | None:
    """A fact that gives this number for these days, or for any where neither tells."""
    least, most = _WORDINGS.get(case.claim.value.modifier or "", _EXACT)[0]
    for count in growth.counts:
        if stated * least <= count.number <= stated * most and _is_timely(count, window, growth):
            return count.fact
    for fact in case.of("between"):
        if fact.complete and len(fact.values) == stated:
            return fact
    for day in window.days:
        listed = growth.on_list(day)
        leeway = growth.relation == "party_count"
        if listed is not None and stated * least - leeway <= listed <= stated * most + leeway:
            return growth.last_listed(day)
    if growth.relation == case.claim.relation == "party_count" and case.claim.stage in _ANY_DAY:
        needed = (
            fact for fact in threshold(case) if (quantity := parse_quantity(fact.value)) and quantity.low == stated
        )
        return next(needed, None)
    return None


def _is_timely(count: Counted, window: _Window, growth: Growth) -> bool:
    if count.day is None:
        return True
    newest = max((other.day for other in growth.counts if other.day and other.day <= window.end), default=count.day)
    return (
        window.start - _NEAR <= count.day <= window.end + _NEAR or newest <= count.day <= window.end or not window.told
    )


def _facts_around(growth: Growth, window: _Window) -> tuple[Fact, ...]:
    """The fact that the verdict rests on: the list where it reaches, else the count next to these days."""
    listed = growth.last_listed(window.end)
    if listed:
        return (listed,)
    dated = growth.dated()
    if dated:
        nearest = min(dated, key=lambda count: abs(((count.day or window.end) - window.end).days))
        return (nearest.fact,)
    return tuple(count.fact for count in growth.counts[:1])


def _window(case: Case) -> _Window:
    claim = case.claim
    told = [limits for when in claim.when if (limits := bounds(when)) and limits.earliest <= case.as_of]
    if told:
        start, end = min(limits.earliest for limits in told), min(max(limits.latest for limits in told), case.as_of)
        first = max(start - _NEAR / 2, opening_day(case)) if end >= opening_day(case) else start
        exact = all(limits.latest - limits.earliest <= _AHEAD for limits in told)
        return _Window(min(first, end), end + _AHEAD, tuple(limits.latest for limits in told), True, exact)
    if claim.stage in _ANY_DAY:
        return _Window(opening_day(case), case.as_of, (case.as_of,), False)
    stale = _STALE_NOW if _NOW & set(words(claim.context)) else _STALE
    return _Window(case.as_of - stale, case.as_of + _AHEAD, (case.as_of,), True)


def _is_of_signing(case: Case) -> bool:
    """Whether a count of signers is told for the days of the signature, when nobody had ratified."""
    window = _window(case)
    return (
        case.claim.relation == "signatory_count"
        and bool(case.claim.when)
        and window.end <= date(case.treaty.year, 12, 31) + _AT_SIGNING
    )


def _further(case: Case, stated: float) -> Finding:
    """ "35 other states have joined": besides the first signers; never refuted, since nobody says besides whom."""
    first = {count.number for count in growth_of(case, "signatory_count").counts}
    for number in sorted(first):
        finding = _finding(case, case.claim.relation, stated + number)
        if finding.holds:
            return matches(finding.facts, 0.6)
    finding = _finding(case, case.claim.relation, stated)
    return (
        matches(finding.facts, 0.6) if finding.holds else Finding(None, Reason.TOO_VAGUE, finding.facts, confidence=0.5)
    )
