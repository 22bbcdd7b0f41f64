"""Judges how many ratifications a treaty needed to take effect, and totals that are said to have been enough."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.growth import threshold
from treatycheck.model import Fact, Reason
from treatycheck.values.numbers import print_number
from treatycheck.values.quantities import parse_quantity

# more may join on the day that is enough
_SAME_DAY, _ONE = 1.15, 1.0


def judge_threshold(case: Case, stated: float) -> Finding:
    """How many ratifications it takes; what a fact says besides its number ("three of them by ...") is right, too."""
    facts = threshold(case)
    number = print_number(stated)
    for fact in facts:
        if number in {fact.value.split()[0], *(fact.item or "").replace(",", " ").split()}:
            return matches((fact,), 0.92)
    if not facts:
        return NO_FACT
    if case.claim.stage == "ordinal" and any(_is_just_enough(fact, stated) for fact in facts):
        return Finding(None, Reason.TOO_VAGUE, facts[:1], confidence=0.5)
    if case.claim.stage == "reached" and any(_is_enough(fact, stated) for fact in facts):
        return Finding(None, Reason.TOO_VAGUE, facts[:1], confidence=0.5)
    return Finding(False, Reason.VALUE_DIFFERS, facts[:1], facts[0].value, confidence=0.85)


def not_enough(case: Case, stated: float) -> Finding | None:
    """That a total which is said to have brought a treaty into force was not what it took; None where it may be."""
    facts = threshold(case)
    conditions = any(fact.item and {",", ":", ";"} & set(fact.item) for fact in facts)
    if len(facts) != 1 or conditions or _is_just_enough(facts[0], stated):
        return None
    return Finding(False, Reason.VALUE_DIFFERS, facts, facts[0].value.split()[0], confidence=0.75)


def _is_enough(fact: Fact, stated: float) -> bool:
    """ "in force following ratification by 65 states" where twenty were needed: more had joined by then."""
    quantity = parse_quantity(fact.value)
    return quantity is not None and quantity.low <= stated


def _is_just_enough(fact: Fact, stated: float) -> bool:
    quantity = parse_quantity(fact.value)
    return quantity is not None and quantity.low <= stated <= _SAME_DAY * quantity.low + _ONE
