"""Judges counts, quantities and durations within the precision at which they are stated."""

from __future__ import annotations

from datetime import date

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.parties import same_party
from treatycheck.model import Fact, Reason
from treatycheck.text.likeness import content_words
from treatycheck.values.durations import agrees, parse_duration
from treatycheck.values.edtf import bounds, year_of
from treatycheck.values.numbers import print_number
from treatycheck.values.quantities import Quantity, compatible, is_end_of, parse_quantity
from treatycheck.values.units import is_measured, same_unit

_TOLERANCE = {"about": 0.08, "nearly": 0.06, "more_than": 0.06, "at_least": 0.06, "less_than": 0.06, "at_most": 0.0}
_RECENT_DAYS = 3 * 365
_CLOSED_AFTER_YEARS = 15
_COUNT_LEEWAY = 0.015
# a smaller share of all parties is a count of some of them
_LEAST_SHARE = 0.3
# a list shorter than this may leave parties out; a count this near may be of another day of the year
_WHOLE_LIST, _LIST_LEEWAY = 20, 6.0


def _number(text: str) -> float | None:
    quantity = parse_quantity(text)
    return quantity.low if quantity else None


def _count(fact: Fact) -> float:
    return _number(fact.value) or 0.0


def _within(stated: float, true: float, modifier: str | None) -> bool:
    if modifier in {"more_than", "at_least"}:
        return true * (1 - 0.12) <= stated <= true
    if modifier in {"nearly", "less_than"}:
        return true <= stated * 1.01 and stated <= true * 1.08
    return abs(stated - true) <= _TOLERANCE.get(modifier or "", 0.0) * true


def judge_count(case: Case) -> Finding:
    """A number of parties or signatories against the counts around the day of the text."""
    stated = _number(case.claim.value.normalized)
    facts = case.of(case.claim.relation)
    if stated is None:
        return NO_FACT
    if not facts:
        return _by_other_count(case, stated)
    modifier = case.claim.value.modifier
    dated = sorted(((_day(fact), fact) for fact in facts), key=lambda item: (item[0] or date.min, item[1].fact_id))
    for _, fact in dated:
        if _within(stated, _count(fact), modifier) and _timely(case, fact, dated):
            return matches((fact,), 0.9)
    if case.claim.relation == "party_count" and (listed := _listed(case)):
        return _by_list(case, stated, listed)
    other = _other_count(case, stated)
    if modifier is None and not other.holds and (parties := _overtaken_parties(case, facts, stated)):
        return _outdated(parties)
    if modifier is None and not other.holds and (overtaken := _overtaken(case, dated, stated)):
        highest = print_number(_count(overtaken))
        return Finding(False, Reason.VALUE_DIFFERS, (overtaken,), highest, confidence=0.8)
    near = _near(dated, case.as_of)
    if near is None:
        return NO_FACT
    day, fact = near
    true = _count(fact)
    if _between_neighbours(dated, stated, case.as_of):
        return matches((fact,), 0.6)
    if abs(stated - true) <= max(1.0, _COUNT_LEEWAY * true):
        return Finding(None, Reason.TOO_VAGUE, (fact,), confidence=0.5)
    if other.holds:
        return Finding(None, Reason.TOO_VAGUE, other.facts, confidence=0.5)
    if _beyond_all(case, stated, facts):
        highest_fact = max(facts, key=_count)
        return Finding(False, Reason.VALUE_DIFFERS, (highest_fact,), highest_fact.value, confidence=0.8)
    if day is None or abs((case.as_of - day).days) > _RECENT_DAYS or stated < _LEAST_SHARE * true:
        return NO_FACT
    return Finding(False, Reason.VALUE_DIFFERS, (fact,), print_number(true), confidence=0.8)


def _outdated(parties: Fact) -> Finding:
    return Finding(False, Reason.VALUE_DIFFERS, (parties,), print_number(_count(parties)), confidence=0.75)


def _by_other_count(case: Case, stated: float) -> Finding:
    """ "49 have signed" of a treaty of which only the parties are counted."""
    other = _other_count(case, stated)
    if other.holds or case.claim.value.modifier is not None:
        return other
    signers = next((fact for fact in case.of("between") if fact.complete), None)
    if signers is not None and case.claim.relation == "signatory_count" and not case.of("party_count"):
        return Finding(False, Reason.VALUE_DIFFERS, (signers,), str(len(signers.values)), confidence=0.75)
    parties = _overtaken_parties(case, (), stated)
    return _outdated(parties) if parties else NO_FACT


def _listed(case: Case) -> list[Fact]:
    """The acts by which parties had joined by the text's day, by a depositary's list that reaches further."""
    joined = [fact for fact in case.of("ratified", "acceded") if fact.as_of and fact.party]
    if len(joined) < _WHOLE_LIST or case.as_of > (_day(joined[0]) or date.min):
        return []
    return [fact for fact in joined if (limits := bounds(fact.value)) and limits.latest <= case.as_of]


def _by_list(case: Case, stated: float, listed: list[Fact]) -> Finding:
    """A count against the number of parties on a depositary's list; those that joined and left are counted too."""
    if not listed:
        return NO_FACT
    newest = max(listed, key=lambda fact: fact.value)
    true = float(len(listed))
    if _within(stated, true, case.claim.value.modifier) or abs(stated - true) <= max(1.0, 0.02 * true):
        return matches((newest,), 0.85)
    if abs(stated - true) <= max(_LIST_LEEWAY, 0.1 * true):
        return Finding(None, Reason.TOO_VAGUE, (newest,), confidence=0.5)
    return Finding(False, Reason.VALUE_DIFFERS, (newest,), print_number(true), confidence=0.75)


def _overtaken(case: Case, dated: list[tuple[date | None, Fact]], stated: float) -> Fact | None:
    """The newest count before the text, where it was already higher: parties hardly ever grow fewer."""
    counted = [fact for when, fact in dated if when and when <= case.as_of]
    left = len({fact.party for fact in case.of("withdrew") if fact.party})
    if not counted or not _LEAST_SHARE * _count(counted[-1]) <= stated < _count(counted[-1]) - 1 - left:
        return None
    return counted[-1]


def _overtaken_parties(case: Case, facts: tuple[Fact, ...], stated: float) -> Fact | None:
    """ "49 have signed" of a treaty with fewer signatories than that and more parties: neither count is right."""
    if case.claim.relation != "signatory_count" or stated <= max(map(_count, facts), default=0.0):
        return None
    parties = [(_day(fact), fact) for fact in case.of("party_count")]
    return _overtaken(case, sorted(parties, key=lambda item: item[0] or date.min), stated)


def _beyond_all(case: Case, stated: float, facts: tuple[Fact, ...]) -> bool:
    """Far more than an old treaty ever had, parties and signatories alike."""
    if case.as_of.year - case.treaty.year < _CLOSED_AFTER_YEARS:
        return False
    known = [*facts, *case.of("party_count", "signatory_count")]
    return stated > (1.1 if case.claim.relation == "signatory_count" else 1.25) * max(_count(fact) for fact in known)


def _timely(case: Case, fact: Fact, dated: list[tuple[date | None, Fact]]) -> bool:
    """A count holds around its day; the first one, of the original parties, always does."""
    day = _day(fact)
    closed = fact.relation == "signatory_count" and case.as_of.year - case.treaty.year >= _CLOSED_AFTER_YEARS
    if day is None or fact is dated[0][1] or closed:
        return True
    newest = max((when for when, _ in dated if when and when <= case.as_of), default=day)
    return day >= newest or abs((case.as_of - day).days) <= _RECENT_DAYS


def _other_count(case: Case, stated: float | None) -> Finding:
    """ "signed by 168" may mean parties, and the other way round."""
    other = "signatory_count" if case.claim.relation == "party_count" else "party_count"
    dated = sorted(
        ((_day(fact), fact) for fact in case.of(other)), key=lambda item: (item[0] or date.min, item[1].fact_id)
    )
    for _, fact in dated:
        told = stated is not None and _within(stated, _count(fact), case.claim.value.modifier)
        if told and _timely(case, fact, dated):
            return matches((fact,), 0.6)
    members = next((fact for fact in case.of("between") if fact.complete), None)
    if stated is not None and members is not None and len(members.values) == stated:
        return matches((members,), 0.8)
    return NO_FACT


def _day(fact: Fact) -> date | None:
    limits = bounds(fact.as_of) if fact.as_of else None
    return limits.earliest if limits else None


def _near(dated: list[tuple[date | None, Fact]], day: date) -> tuple[date | None, Fact] | None:
    known = [item for item in dated if item[0] is not None]
    if not known:
        return dated[-1] if dated else None
    return min(known, key=lambda item: abs((day - (item[0] or day)).days))


def _between_neighbours(dated: list[tuple[date | None, Fact]], stated: float, day: date) -> bool:
    before = [_count(fact) for when, fact in dated if when and when <= day]
    behind = [_count(fact) for when, fact in dated if when and when > day]
    if not before or not behind:
        return False
    return min(before[-1], behind[0]) <= stated <= max(before[-1], behind[0])


def judge_quantity(case: Case) -> Finding:
    """A ceiling, range or sum against all that the treaty sets."""
    stated = parse_quantity(case.claim.value.normalized)
    facts = [(fact, quantity) for fact in _same_party_facts(case) if (quantity := parse_quantity(fact.value))]
    if stated is None or not facts:
        return NO_FACT
    tolerance = _TOLERANCE.get(case.claim.value.modifier or "", 0.0)
    for fact, quantity in facts:
        if _like(stated, quantity, tolerance):
            return matches((fact,), 0.9)
    rivals = [(fact, quantity) for fact, quantity in facts if _rival(case, stated, fact, quantity)]
    if not rivals:
        return NO_FACT
    fact, quantity = min(rivals, key=lambda item: abs(item[1].low - stated.low))
    return Finding(False, Reason.VALUE_DIFFERS, (fact,), str(quantity), confidence=0.8)


def _same_party_facts(case: Case) -> list[Fact]:
    facts = (
        [*case.of("limit"), *case.of("eliminated")] if case.claim.relation == "limit" else list(case.of("eliminated"))
    )
    party = case.claim.party
    if party is None:
        return facts
    return [fact for fact in facts if fact.party is None or same_party(fact.party, party.id)]


def _like(stated: Quantity, true: Quantity, tolerance: float) -> bool:
    if compatible(stated, true, tolerance) or is_end_of(stated, true, tolerance):
        return True
    plain = Quantity(stated.low, stated.high, true.unit, stated.ratio)
    return stated.low > 12 and not is_measured(stated.unit) and compatible(plain, true, tolerance)


def _rival(case: Case, stated: Quantity, fact: Fact, quantity: Quantity) -> bool:
    """A fact on the same thing: the same unit, and the same item where the text says more."""
    if (
        fact.relation != case.claim.relation
        or bool(stated.ratio) != bool(quantity.ratio)
        or not (stated.unit or stated.ratio)
        or not same_unit(stated.unit, quantity.unit)
        or (stated.high is None) != (quantity.high is None)
    ):
        return False
    if case.claim.party is not None and fact.party is None:
        return False
    if stated.high is not None and is_measured(stated.unit):
        return True
    item = content_words(f"{fact.item or ''} {quantity.unit}")
    said = content_words(case.claim.value.text)
    return bool(item) and said - {word for word in said if word.isdigit()} <= item | content_words(stated.unit)


def judge_duration(case: Case) -> Finding:
    """A term or an extension."""
    relation = case.claim.relation
    stated = case.claim.value.normalized
    facts = case.of(relation)
    for fact in facts:
        if fact.value == stated or (
            fact.value.startswith("P") and stated.startswith("P") and agrees(stated, fact.value)
        ):
            return matches((fact,), 0.92)
    if relation == "duration" and not facts and (ends := _lasted(case, stated)):
        return matches(ends, 0.75)
    comparable = [fact for fact in facts if fact.value.startswith("P")]
    if not comparable or not stated.startswith("P"):
        return NO_FACT
    return Finding(False, Reason.VALUE_DIFFERS, (comparable[0],), comparable[0].value, confidence=0.85)


def _lasted(case: Case, stated: str) -> tuple[Fact, ...]:
    """The dates of a beginning and an end that lie as far apart as the claim says, to the year."""
    length = parse_duration(stated)
    if length is None or not length.years:
        return ()
    ends = [(year, fact) for fact in case.of("terminated", "expires") if (year := year_of(fact.value))]
    begins = [(year, fact) for fact in case.of("entered_into_force", "signed") if (year := year_of(fact.value))]
    for last, end in ends:
        for first, begin in begins:
            if abs(last - first - length.years) <= 1:
                return begin, end
    return ()
