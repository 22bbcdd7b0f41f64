"""Whether the numbers inside a free text are those of the treaty's facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.case import Case
from treatycheck.model import Fact
from treatycheck.text.likeness import words
from treatycheck.values.numbers import SPELLED, digits, number_at
from treatycheck.values.units import MEASURES

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DIGIT = re.compile(r"\d")
_RATIO = re.compile(r"\d{1,3}(?: ?: ?\d{1,3}){1,4}")
# smaller numbers count too many things, and years are dates
_EVERYDAY, _YEARS = 12, (1000, 2100)
_ANOTHER = frozenset({"earlier", "previous", "papal"})
_OTHER_TEXTS = _ANOTHER | {"bull", "pope", "original"}
_NEAR = 0.08
_LENGTHS = frozenset("km kilometers kilometres miles mile nautical".split())
_FACTORS = (1.0, MEASURES["miles"].factor, MEASURES["nautical miles"].factor)


def is_of_another(fact: Fact, text: str) -> bool:
    """Whether a fact tells, for comparison, what another instrument set, and the text does not speak of that."""
    return bool(fact.item) and not _ANOTHER.isdisjoint(words(fact.item)) and not _speaks_of_another(text)


def _speaks_of_another(text: str) -> bool:
    return not _OTHER_TEXTS.isdisjoint(words(text))


def _known(facts: TreatyFacts, another: bool) -> tuple[frozenset[float], frozenset[str]]:
    """The large numbers and the ratios in a treaty's facts, with or without what they tell of another instrument."""
    own = [fact for fact in facts if another or not is_of_another(fact, "")]
    told = [f"{fact.value} {fact.item or ''} {' '.join(fact.aliases)}" for fact in own if fact.party is None]
    told += [f"{fact.value} {fact.item or ''}" for fact in facts.of("limit", "eliminated") if fact.party]
    numbers = frozenset(number for words in told for number in _numbers(words))
    return numbers, frozenset(ratio for words in told for ratio in _ratios(words))


def numbers_fit(case: Case, text: str) -> bool:
    """Whether all large numbers and ratios of a text stand in the treaty's facts, miles for kilometres included."""
    if not may_count(text):
        return True
    stated = _numbers(text)
    ratios = _ratios(text)
    if not stated and not ratios:
        return True
    known, written = case.facts.once(_known, _speaks_of_another(text))
    factors = _FACTORS if _LENGTHS & set(words(text)) else _FACTORS[:1]
    return all(_is_near(number, known, factors) for number in stated) and ratios <= written


def may_count(text: str) -> bool:
    """Whether a text may hold a number, which most do not."""
    return bool(_DIGIT.search(text)) or not text.isascii() or not SPELLED.isdisjoint(words(text))


def _is_near(number: float, known: Iterable[float], factors: Sequence[float]) -> bool:
    ends = [number * factor for factor in factors] + [number / factor for factor in factors]
    return any(abs(end - other) <= _NEAR * other for other in known for end in ends)


@lru_cache(maxsize=8192)
def _numbers(text: str) -> tuple[float, ...]:
    written = (match.group().rstrip(",") for match in _NUMBER.finditer(text))
    found = [(number, value) for number in written if (value := digits(number)) is not None]
    told = words(text)
    spelled = [read[0] for index in range(len(told)) if (read := _spelled(told, index))]
    return (*(value for number, value in found if value > _EVERYDAY and not _is_year(number, value)), *spelled)


def _spelled(told: Sequence[str], index: int) -> tuple[float, int] | None:
    """A large number written in words that begins at a word."""
    if told[index] not in SPELLED or (index and number_at(told[index - 1 : index], 0)):
        return None
    read = number_at(told, index)
    return read if read and read[0] > _EVERYDAY else None


def _is_year(written: str, value: float) -> bool:
    return len(written) == 4 and written.isdigit() and _YEARS[0] <= value <= _YEARS[1]


def _ratios(text: str) -> set[str]:
    return {match.group().replace(" ", "") for match in _RATIO.finditer(text)}
