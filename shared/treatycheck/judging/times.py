"""Judges lengths of time that a treaty sets: a notice, a deadline, the wait till it takes effect, its term."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.model import Fact, Reason
from treatycheck.text.likeness import words
from treatycheck.values.durations import agrees
from treatycheck.values.numbers import print_number
from treatycheck.values.quantities import parse_quantity
from treatycheck.values.units import singular

_ISO_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
NOTICE, EFFECT, DESTRUCTION, CLEARANCE = "notice", "effect", "destruction", "clearance"
_LEAVING = ("withdr", "leav", "denounc", "denunc", "terminat", "quit", "exit", "ending", "end")
_GIVING = ("notice", "notif")
_JOINING = ("ratif", "deposit", "threshold", "condition", "instrument", "consent", "accept", "approv")
_DESTROYING = ("destroy", "destruct", "eliminat", "scrap", "dismantl")
_CLEARING = ("clear", "demin")
# what else is destroyed, left or told in advance, and what takes effect for some only
_OTHERWISE = frozenset("troops garrisons passage advance period term sunset protection later state party joint".split())


def judge_time(case: Case) -> Finding:
    """A length of time against those that the treaty sets for the same; right wherever the claim tells not for what."""
    stated, topic = case.claim.value.normalized, case.claim.stage
    times = _times(case)
    own = [(fact, length) for fact, length in times if topic and topic_of(fact.item or "") == topic]
    terms = [(fact, fact.value) for fact in case.of("duration", "extension") if fact.value.startswith("P")]
    for fact, length in own or (*terms, *times):
        if agrees(stated, length):
            return matches((fact,), 0.8)
    if not own or case.claim.negated:
        return NO_FACT
    if any(agrees(stated, length) for _, length in times) or case.claim.value.modifier:
        return Finding(None, Reason.TOO_VAGUE, (own[0][0],), confidence=0.5)
    return Finding(False, Reason.VALUE_DIFFERS, (own[0][0],), own[0][1], confidence=0.8)


def topic_of(text: str) -> str | None:
    """What a length of time is set for, by the words around it or by a fact's item; None where they do not tell."""
    told = words(text)
    if _OTHERWISE & set(told):
        return None
    if _any(told, _GIVING) and _any(told, _LEAVING):
        return NOTICE
    if _any(told, _LEAVING[:1]) and "effect" in told:
        return NOTICE
    if _any(told, _JOINING) and ("force" in told or "effect" in told) and "after" not in told[-4:]:
        return EFFECT
    if _any(told, _DESTROYING):
        return DESTRUCTION
    return CLEARANCE if _any(told, _CLEARING) else None


def _any(told: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in told)


def _times(case: Case) -> list[tuple[Fact, str]]:
    """The limits that are lengths of time, as ISO 8601."""
    read = ((fact, parse_quantity(fact.value)) for fact in case.of("limit"))
    found = ((fact, quantity) for fact, quantity in read if quantity and singular(quantity.unit) in _ISO_UNITS)
    return [(fact, f"P{print_number(quantity.low)}{_ISO_UNITS[singular(quantity.unit)]}") for fact, quantity in found]
