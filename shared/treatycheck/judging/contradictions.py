"""Contents that plainly contradict a fact: the opposite word, another number, allowed what is banned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.case import Case, Finding
from treatycheck.judging.limited_things import Limited, other_size, told_of_other, told_quantities
from treatycheck.judging.told_numbers import may_count
from treatycheck.mentions.meaning import meaning, states_told, weight
from treatycheck.model import Fact, Reason
from treatycheck.text.likeness import meaning_words, words
from treatycheck.values.numbers import SPELLED, number_at
from treatycheck.values.quantities import compatible, parse_quantity
from treatycheck.values.units import is_measured

# each word beside its opposite, of words that tell which thing is meant
_OPPOSITES = (
    "armed unarmed, single multiple, northern southern, north south, eastern western, east west, "
    "nuclear conventional, offensive defensive, imports exports, permanent temporary, civilian military, "
    "strategic tactical, upper lower, men women, land sea, manned unmanned, "
    "direct indirect, minority majority, maximum minimum, developed developing, rich poor, private public, "
    "surface underground, southernmost northernmost, winners losers, skilled unskilled, written unwritten"
)
_LEAST_SHARED, _OF_SAID, _OF_FACT = 1.0, 0.5, 0.3
_NEARLY_ALL = 0.75
# what narrows a ban, so that what is wider may still be allowed
_NARROWING = frozenset(
    "above beyond over more except unless without outside longer between from than until for against by within "
    "certain some only non".split()
)
_LOOSE = frozenset("about around some nearly almost over more than least most up to under below roughly".split())
_CONTENTS = frozenset({"prohibits", "limit", "eliminated", "first"})
_YEARS = (1000, 2100)
_SAME = 0.1


def contradiction(case: Case, own: Sequence[Fact], others: Sequence[Fact]) -> Finding | None:
    """The fact that says the opposite of a claim's words, among those of its kind and those of the other kind."""
    text = case.claim.value.text
    if case.claim.negated:
        return None
    counts = may_count(text)
    if counts and (other := _of_other_thing(case)):
        return other
    fact = _opposite_word(text, own, case.facts)
    fact = fact or (_other_number(text, own, case.facts) if counts else None) or _other_kind(text, others)
    return Finding(False, Reason.VALUE_DIFFERS, (fact,), confidence=0.8) if fact else None


def _opposite_word(text: str, own: Iterable[Fact], told: Iterable[Fact]) -> Fact | None:
    """ "armed aircraft" where a fact says "unarmed aircraft", and none speaks of armed ones."""
    said = meaning(text)
    if _pairs().keys().isdisjoint(said):
        return None
    for fact in own:
        meant = meaning(fact.value)
        for word, opposite in opposites(said - meant):
            if opposite not in meant or opposite in said or any(word in meaning(other.value) for other in told):
                continue
            if _agree(said - {word}, meant - {opposite}) and states_told(said) <= states_told(meant):
                return fact
    return None


def opposites(said: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each of the words that has an opposite, with it."""
    pairs = _pairs()
    return ((word, pairs[word]) for word in said if word in pairs)


@cache
def _pairs() -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in _OPPOSITES.split(", "):
        one, other = (_telling(word) for word in pair.split())
        found[one], found[other] = other, one
    return found


def _telling(word: str) -> str:
    return "-".join(sorted(meaning_words(word)))


def _agree(said: frozenset[str], meant: frozenset[str]) -> bool:
    shared = weight(said & meant)
    return shared >= max(_LEAST_SHARED, _OF_SAID * weight(said), _OF_FACT * weight(meant))


def _other_number(text: str, own: Iterable[Fact], told: Sequence[Fact]) -> Fact | None:
    """ "within six months" where the fact that says so has nine, and no fact of the treaty has six."""
    stated = counted(text)
    if len(stated) != 1 or _LOOSE & set(words(text)):
        return None
    number, unit = stated[0]
    for fact in own:
        right = [other for other, of in counted(fact.value) if of == unit]
        if len(right) != 1 or _near(number, right[0]) or any(_tells_number(one, number, unit) for one in told):
            continue
        if _agree(_without_numbers(meaning(text)) - {unit}, _without_numbers(meaning(fact.value)) - {unit}):
            return fact
    return None


def _limits(facts: TreatyFacts) -> tuple[Limited, ...]:
    """The treaty's ceilings, in the order of their facts."""
    ordered = sorted(facts.of("limit"), key=lambda fact: fact.fact_id)
    return tuple((fact, size) for fact in ordered if (size := parse_quantity(fact.value)))


def _of_other_thing(case: Case) -> Finding | None:
    """A text that gives one thing the size of another of the treaty's ceilings, or a size that none has."""
    text = case.claim.value.text
    told = [quantity for quantity in told_quantities(text) if quantity.unit and is_measured(quantity.unit)]
    if not told or "about" in text:
        return None
    limits = case.facts.once(_limits)
    for stated in told:
        matched = next((limit for limit in limits if compatible(stated, limit[1])), None)
        other = told_of_other(text, matched, limits) if matched else other_size(text, stated, limits)
        if other is not None:
            return other._replace(correction=None)
    return None


def _tells_number(fact: Fact, number: float, unit: str) -> bool:
    if fact.relation not in _CONTENTS:
        return False
    text = f"{fact.value} {fact.item or ''}"
    return any(_near(number, other) for other, of in counted(text) if of == unit or fact.relation != "prohibits")


@lru_cache(maxsize=4096)
def counted(text: str) -> tuple[tuple[float, str], ...]:
    """The numbers of a phrase but for years, each with the root of the word behind it."""
    told = words(text)
    found: list[tuple[float, str]] = []
    index = 0
    while index < len(told):
        begins = told[index] in SPELLED or told[index][0].isdigit()
        read = number_at(told, index) if begins else None
        end = read[1] if read else index + 1
        if read and not (_YEARS[0] <= read[0] <= _YEARS[1] and told[index].isdigit()):
            roots = meaning_words(told[end]) if end < len(told) else frozenset[str]()
            found.append((read[0], next(iter(roots), "")))
        index = end
    return tuple(found)


def _without_numbers(roots: frozenset[str]) -> frozenset[str]:
    return frozenset(root for root in roots if number_at((root,), 0) is None)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME * max(one, other)


def _other_kind(text: str, others: Iterable[Fact]) -> Fact | None:
    """ "allows nuclear weapons in orbit" where they are banned: all that is said stands in a fact of the other kind."""
    said = meaning(text)
    if weight(said) < 2 * _LEAST_SHARED:
        return None
    for fact in others:
        meant = meaning(fact.value)
        whole = weight(said) >= _NEARLY_ALL * weight(meant) or not _NARROWING & set(words(fact.value))
        if said <= meant and whole:
            return fact
    return None
