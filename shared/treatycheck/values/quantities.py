"""Quantities: a number or a range of numbers, and what is counted or measured."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from treatycheck.values.numbers import number_at, print_number
from treatycheck.values.units import MEASURES, canonical_unit, same_unit

_RATIO = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?(?::[0-9]{1,6}(?:\.[0-9]{1,3})?){1,5}")
_PIECE = re.compile(r"[0-9][0-9,.]*|[^\W\d_]+|[^\s\w]|\S")
_RANGE_MARKS = frozenset("/-–")


class Quantity(NamedTuple):
    """From `low` to `high`, or just `low`, of `unit`; a ratio has its terms in `ratio`."""

    low: float
    high: float | None
    unit: str
    ratio: tuple[float, ...] = ()

    def __str__(self) -> str:
        if self.ratio:
            return ":".join(map(print_number, self.ratio))
        amount = print_number(self.low) if self.high is None else f"{print_number(self.low)}/{print_number(self.high)}"
        return f"{amount} {self.unit}".rstrip()


@lru_cache(maxsize=4096)
def parse_quantity(text: str) -> Quantity | None:
    """A normalized quantity ("500/5500 km", "2 °C", "5:5:3"), also with words for numbers; None where it is none."""
    ratio = _RATIO.match(text.strip())
    if ratio:
        terms = tuple(float(term) for term in ratio.group().split(":"))
        return Quantity(terms[0], None, "", terms)
    words = [match.group() for match in _PIECE.finditer(text)]
    lowered = [word.lower() for word in words]
    begin = 1 if lowered[:1] == ["$"] or lowered[:1] == ["€"] else 0
    found = number_at(lowered, begin)
    if found is None:
        return None
    low, end = found
    high = None
    if end < len(lowered) and lowered[end] in _RANGE_MARKS:
        upper = number_at(lowered, end + 1)
        high, end = upper if upper else (None, end)
    unit = words[0] if begin else _unit(words[end:])
    return Quantity(low, high, canonical_unit(unit))


def compatible(one: Quantity, other: Quantity, tolerance: float = 0.0) -> bool:
    """Whether both quantities say the same, each end within a share `tolerance` of the larger; units converted."""
    if one.ratio or other.ratio:
        shorter = min(len(one.ratio), len(other.ratio))
        return shorter > 1 and _proportions(one.ratio[:shorter]) == _proportions(other.ratio[:shorter])
    if not same_unit(one.unit, other.unit) or (one.high is None) != (other.high is None):
        return False
    first, second = _in_base(one), _in_base(other)
    leeway = max(tolerance, _rounding(one, other))
    return all(abs(a - b) <= leeway * max(abs(a), abs(b)) + 1e-9 for a, b in zip(first, second, strict=True))


def _proportions(terms: tuple[float, ...]) -> tuple[float, ...]:
    """The terms as shares of the first: 10:6 is 5:3."""
    return tuple(round(term / terms[0], 3) for term in terms) if terms[0] else terms


def is_end_of(end: Quantity, span: Quantity, tolerance: float = 0.0) -> bool:
    """Whether a single quantity is the lower or the upper end of a range."""
    if end.high is not None or span.high is None:
        return False
    ends = (Quantity(span.low, None, span.unit), Quantity(span.high, None, span.unit))
    return any(compatible(end, candidate, tolerance) for candidate in ends)


def within_factor(one: Quantity, other: Quantity, factor: float) -> bool:
    """Whether neither of two numbers, whatever they count, is more than so many times the other."""
    return one.low <= factor * other.low and other.low <= factor * one.low


def _unit(words: list[str]) -> str:
    return " ".join(words).replace("° ", "°")


def _in_base(quantity: Quantity) -> tuple[float, ...]:
    measure = MEASURES.get(canonical_unit(quantity.unit))
    factor = measure.factor if measure else 1.0
    return tuple(end * factor for end in (quantity.low, quantity.high) if end is not None)


def _rounding(one: Quantity, other: Quantity) -> float:
    """A converted figure is a rounded one: 300 miles stands for 500 km."""
    units = {canonical_unit(one.unit), canonical_unit(other.unit)}
    return 0.05 if len(units) > 1 and all(unit in MEASURES for unit in units) else 0.0
