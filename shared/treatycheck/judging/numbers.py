"""Judges quantities and durations within the precision at which they are stated."""

from __future__ import annotations

import re
from collections.abc import Set

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.limited_things import price_instead, same_carriers, told_of_other, told_quantities
from treatycheck.judging.parties import party_name, same_party
from treatycheck.judging.thresholds import judge_threshold
from treatycheck.judging.times import judge_time
from treatycheck.judging.told_numbers import is_of_another
from treatycheck.model import Fact, Reason, ValueType
from treatycheck.text.likeness import content_words
from treatycheck.values.durations import agrees, parse_duration
from treatycheck.values.edtf import bounds, year_of
from treatycheck.values.numbers import SMALL, TENS
from treatycheck.values.quantities import Quantity, compatible, is_end_of, parse_quantity, within_factor
from treatycheck.values.units import is_measured, same_unit

_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?")
# what holds of all together is no limit of one
_OF_ALL = content_words("average combined overall joint needed share vote")
_LEAST_SHARED, _STEM, _FACTOR = 0.4, 6, 2.0
# below it a number may be of anything
_SMALL = 31
_GENERIC = content_words("defence nuclear strategic")
_ENDLESS = frozenset({"indefinite", "unlimited"})
_NOT = frozenset({"non"})
_NUMBER_WORDS = content_words("million billion thousand hundred per cent percent half dozen") | content_words(
    " ".join((*SMALL, *TENS))
)
_TOLERANCE = {"about": 0.08, "nearly": 0.06, "more_than": 0.06, "at_least": 0.06, "less_than": 0.06, "at_most": 0.0}


def judge_quantity(case: Case) -> Finding:
    """A ceiling, range or sum against all that the treaty sets."""
    if case.claim.value.type is ValueType.DURATION:
        return judge_time(case)
    stated = parse_quantity(case.claim.value.normalized)
    facts = [(fact, quantity) for fact in _same_party_facts(case) if (quantity := parse_quantity(fact.value))]
    if stated is not None and stated.unit == "ratifications" and case.claim.relation == "limit":
        return judge_threshold(case, stated.low)
    if stated is None or not facts:
        return NO_FACT
    tolerance = _TOLERANCE.get(case.claim.value.modifier or "", 0.0)
    facts = [(fact, quantity) for fact, quantity in facts if not is_of_another(fact, case.claim.context)]
    for fact, quantity in facts:
        if _like(stated, quantity, tolerance):
            return told_of_other(case.claim.context, (fact, quantity), facts) or matches((fact,), 0.9)
    if any(_is_part_told(stated, quantity, case.claim.context) for _, quantity in facts):
        return NO_FACT
    if price := price_instead(case, stated, facts):
        return Finding(False, Reason.VALUE_DIFFERS, price[:1], str(price[1]), confidence=0.8)
    rivals = [(fact, quantity) for fact, quantity in facts if _rival(case, stated, fact, quantity)]
    rivals = [rival for rival in rivals if not _is_told_besides(case, rival[1])]
    if not rivals or any(_is_of_earlier_day(case, stated, *later) for later in facts):
        return NO_FACT
    fact, quantity = min(rivals, key=lambda item: abs(item[1].low - stated.low))
    return Finding(False, Reason.VALUE_DIFFERS, (fact,), str(quantity), confidence=0.8)


def _is_told_besides(case: Case, true: Quantity) -> bool:
    """ "5,060 centrifuges at Natanz, 1,044 at Fordow": where the right number is told, another is of another thing."""
    if true.low <= _SMALL or true.high is not None:
        return False
    told = told_quantities(case.claim.context)
    return any(compatible(one, true) if is_measured(one.unit) else one.low == true.low for one in told)


def _is_part_told(stated: Quantity, whole: Quantity, context: str) -> bool:
    """ "ranges of 10 to 40 km and of 40 to 90 km", where the whole is 10 to 90: a part, the rest told beside it."""
    if stated.high is None or whole.high is None or not same_unit(stated.unit, whole.unit):
        return False
    inside = whole.low <= stated.low < stated.high <= whole.high
    shares_end = stated.low == whole.low or stated.high == whole.high
    told = {float(number.replace(",", "").rstrip(".")) for number in _NUMBER.findall(context)}
    return inside and shares_end and {whole.low, whole.high} <= told


def _same_party_facts(case: Case) -> list[Fact]:
    facts = (
        [*case.of("limit"), *case.of("eliminated")] if case.claim.relation == "limit" else list(case.of("eliminated"))
    )
    party = case.claim.party
    if party is None:
        return facts
    return [fact for fact in facts if fact.party is None or same_party(fact.party, party.id)]


def _is_of_earlier_day(case: Case, stated: Quantity, fact: Fact, quantity: Quantity) -> bool:
    """Whether fewer were destroyed by the day of the claim than the fact counts for a later one."""
    days = [limits.latest for when in case.claim.when if (limits := bounds(when))]
    fewer = fact.relation == case.claim.relation == "eliminated" and stated.low < quantity.low
    same = same_unit(stated.unit, quantity.unit)
    return fewer and same and min(days, default=case.as_of).isoformat() < (fact.as_of or "")


def _like(stated: Quantity, true: Quantity, tolerance: float) -> bool:
    if stated.unit == "miles" and true.unit == "nautical miles":
        # at sea all miles are
        return compatible(Quantity(stated.low, stated.high, true.unit), true, tolerance)
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
        or not (same_unit(stated.unit, quantity.unit) or same_carriers(stated.unit, quantity.unit))
        or (stated.high is None) != (quantity.high is None)
    ):
        return False
    if case.claim.party is not None and fact.party is None:
        return False
    if stated.high is not None and is_measured(stated.unit):
        return True
    if is_measured(stated.unit):
        return _is_of_the_same(case, stated, fact, quantity)
    item = content_words(f"{fact.item or ''} {quantity.unit}")
    if item & _OF_ALL:
        return False
    said = {word for word in content_words(case.claim.value.text) if not word.isdigit()} - _NUMBER_WORDS
    if same_carriers(stated.unit, quantity.unit):
        if not within_factor(stated, quantity, _FACTOR) or _NOT & content_words(fact.item or "") - content_words(
            case.claim.value.text
        ):
            return False
        said -= _GENERIC
    return (bool(item) and said <= item | content_words(stated.unit)) or _is_near_kin(case, stated, quantity, said)


def _is_near_kin(case: Case, stated: Quantity, quantity: Quantity, said: Set[str]) -> bool:
    """ "four missile defence sites" of a treaty on missile defence: words that only tell what the treaty is about."""
    treaty = case.treaty
    about = content_words(" ".join((treaty.subject, treaty.official_title, *treaty.names))) | content_words(stated.unit)
    near = within_factor(stated, quantity, _FACTOR)
    return near and case.claim.value.modifier is None and said <= about | _GENERIC


def _is_of_the_same(case: Case, stated: Quantity, fact: Fact, quantity: Quantity) -> bool:
    """Whether a share, a sum or a length is of what the fact's is: by the words around it, or as there is no other.

    A treaty holds many percentages; a fact of what all need or cut together says nothing of one state's.
    """
    item = content_words(fact.item or "")
    if item & _OF_ALL:
        return False
    around = content_words(case.claim.context)
    shared = [word for word in item if any(other[:_STEM] == word[:_STEM] for other in around)]
    if item and len(shared) >= _LEAST_SHARED * len(item):
        return True
    others = [other for fact in case.of("limit") if (other := parse_quantity(fact.value))]
    alone = sum(same_unit(stated.unit, other.unit) for other in others) == 1
    named = fact.party is not None and party_name(fact.party).removeprefix("the ") in case.claim.context
    near = within_factor(stated, quantity, _FACTOR)
    return stated.unit != "%" and (alone or (near and (named or bool(shared))))


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
    past = case.claim.stage == "past"
    lasted = relation == "duration" and (past or not facts) and not case.claim.tentative
    if lasted and (ends := _lasted(case, stated)):
        return matches(ends, 0.75)
    if past and not case.of("terminated", "expires"):
        return NO_FACT
    endless = next((fact for fact in facts if fact.value in _ENDLESS), None)
    if endless is not None and relation == "extension" and stated.startswith("P"):
        return Finding(False, Reason.VALUE_DIFFERS, (endless,), confidence=0.85)
    comparable = [fact for fact in facts if fact.value.startswith("P")]
    if not comparable or not stated.startswith("P"):
        return NO_FACT
    return Finding(False, Reason.VALUE_DIFFERS, (comparable[0],), comparable[0].value, confidence=0.85)


def _lasted(case: Case, stated: str) -> tuple[Fact, ...]:
    """The dates of a beginning and an end that lie as far apart as the claim says, to the year or the month."""
    length = parse_duration(stated)
    if length is None or not (length.years or length.months):
        return ()
    if not length.years:
        return _lasted_months(case, length.months)
    ends = [(year, fact) for fact in case.of("terminated", "expires") if (year := year_of(fact.value))]
    begins = [(year, fact) for fact in case.of("entered_into_force", "signed") if (year := year_of(fact.value))]
    for last, end in ends:
        for first, begin in begins:
            if abs(last - first - length.years) <= 1:
                return begin, end
    return ()


def _lasted_months(case: Case, months: float) -> tuple[Fact, ...]:
    """The beginning and the end that lie so many months apart, give or take one."""
    ends = [(day.latest, fact) for fact in case.of("terminated", "expires") if (day := bounds(fact.value))]
    begins = [(day.latest, fact) for fact in case.of("entered_into_force", "signed") if (day := bounds(fact.value))]
    for last, end in ends:
        for first, begin in begins:
            if abs((last.year - first.year) * 12 + last.month - first.month - months) <= 1:
                return begin, end
    return ()
