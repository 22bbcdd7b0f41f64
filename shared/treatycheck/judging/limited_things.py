"""Which of a treaty's ceilings, lengths and sums a quantity is said of, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatycheck.judging.case import Case, Finding
from treatycheck.model import Fact, Reason
from treatycheck.text.likeness import content_words
from treatycheck.values.quantities import Quantity, compatible, parse_quantity, within_factor
from treatycheck.values.units import is_measured, same_unit, singular

Limited = tuple[Fact, Quantity]
# how much or how often, not of what
_MEASURING = content_words(
    "greatest breadth outer limit highest total number most least overall average size length width distance minimum "
    "maximum each side first later than about more less up per share time term since by end before after"
)
_LEAST_TOLD, _SHARE_TOLD = 2, 0.5
# what carries warheads is counted under several names
_CARRIERS = frozenset({"launcher", "vehicle", "missile", "bomber"})
_PRICES = (content_words("price"), content_words("payment paid pay"))
_REPEATED = content_words("annual annuity yearly rent instalment monthly claims debts")
_BUYING = content_words(
    "sold sell sale bought buy buying purchase purchased price cost paid pay paying ceded cede transferred parted "
    "gave give giving yielded yield"
)
_LONGEST_QUANTITY, _STEM = 3, 3
_WIDELY, _CLOSELY, _ROUNDING = 20.0, 4.0, 0.1


def told_of_other(text: str, matched: Limited, facts: Iterable[Limited]) -> Finding | None:
    """ "a territorial sea of 24 nautical miles", the right breadth of another zone: refuted by the fact on this one."""
    if matched[0].party:
        return None
    around, stated = content_words(text), told_quantities(text)
    own = _thing(matched[0])
    for fact, quantity in facts:
        alike = bool(quantity.unit) and same_unit(quantity.unit, matched[1].unit)
        if not alike or compatible(quantity, matched[1]) or fact.party:
            continue
        thing = _thing(fact)
        telling, others = thing - own, own - thing
        told = len(telling & around)
        if told < max(_LEAST_TOLD, _SHARE_TOLD * len(telling)) or _are_told(others, around):
            continue
        if not any(compatible(one, quantity) for one in stated):
            return Finding(False, Reason.VALUE_DIFFERS, (fact,), str(quantity), confidence=0.78)
    return None


def _are_told(words: Iterable[str], around: Iterable[str]) -> bool:
    """Whether any of the words is told, be it by a kindred one: "payment" by "pay"."""
    stems = tuple(word for word in around if len(word) >= _STEM)
    return any(word.startswith(stems) for word in words)


def other_size(text: str, stated: Quantity, facts: Iterable[Limited]) -> Finding | None:
    """ "keep warming well below 4 °C": a size that no fact has of the thing that the text is plainly about."""
    around = content_words(text)
    for fact, quantity in facts:
        thing = _thing(fact)
        alike = bool(quantity.unit) and same_unit(quantity.unit, stated.unit)
        if fact.party or quantity.high is not None or not alike:
            continue
        if compatible(stated, quantity, _ROUNDING):
            return None
        if within_factor(quantity, stated, _CLOSELY) and len(thing & around) >= max(
            _LEAST_TOLD, _SHARE_TOLD * len(thing)
        ):
            return Finding(False, Reason.VALUE_DIFFERS, (fact,), str(quantity), confidence=0.75)
    return None


def _thing(fact: Fact) -> frozenset[str]:
    words = content_words(fact.item or "") - _MEASURING
    return frozenset(word for word in words if not word.isdigit())


def told_quantities(text: str) -> list[Quantity]:
    """Whatever may be a quantity in a text, from each word on that holds a digit."""
    told = text.split()
    starts = (index for index, word in enumerate(told) if not word.isalpha() and any(map(str.isdigit, word)))
    return [quantity for index in starts if (quantity := _quantity_at(told[index : index + _LONGEST_QUANTITY]))]


def _quantity_at(told: Sequence[str]) -> Quantity | None:
    """The number that opens some words, with its measure where it has one."""
    tails = (parse_quantity(" ".join(told[:size]).strip("(,.;")) for size in range(1, len(told) + 1))
    found = [quantity for quantity in tails if quantity is not None]
    return next((quantity for quantity in reversed(found) if is_measured(quantity.unit)), found[-1] if found else None)


def same_carriers(one: str, other: str) -> bool:
    """Whether two units count what carries warheads: launchers, missiles, bombers, delivery vehicles."""
    return {_head(one), _head(other)} <= _CARRIERS


def _head(unit: str) -> str:
    return singular(unit.split()[-1]) if unit else ""


def price_instead(case: Case, stated: Quantity, facts: Sequence[Limited]) -> Limited | None:
    """The one price or payment that a treaty tells, where a text tells what was paid for what was sold or ceded."""
    if stated.unit != "dollars" or not _BUYING & content_words(case.claim.context):
        return None
    for names in _PRICES:
        prices = [pair for pair in facts if names & content_words(pair[0].item or "") and _is_paid_once(pair[0])]
        sums = [pair for pair in prices if same_unit(pair[1].unit, stated.unit)]
        if len(sums) == 1 and within_factor(sums[0][1], stated, _WIDELY):
            return sums[0]
    return None


def _is_paid_once(fact: Fact) -> bool:
    return not _REPEATED & content_words(fact.item or "")
