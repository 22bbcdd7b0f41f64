"""Dates compared: whether one holds or meets another, at the precision at which each is stated."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from treatycheck.values.date_text import write_date
from treatycheck.values.edtf import DateRange, Precision, bounds, is_approximate, precision

__all__ = ["DateRange", "Precision", "bounds", "contains", "is_approximate", "overlaps", "precision", "write_date"]

_LEEWAY = {
    Precision.DAY: timedelta(days=3),
    Precision.MONTH: timedelta(days=31),
    Precision.YEAR: timedelta(days=366),
    Precision.INTERVAL: timedelta(days=366),
    Precision.DECADE: timedelta(days=5 * 366),
    Precision.CENTURY: timedelta(days=20 * 366),
}


def contains(outer: str, inner: str) -> bool:
    """Whether every day that `inner` may be lies in `outer`; "about" adds a little at both ends of `outer`."""
    outside, inside = _widened(outer), bounds(inner)
    return outside is not None and inside is not None and outside.contains(inside)


def overlaps(one: str, other: str) -> bool:
    """Whether both dates may be the same day; "about" adds a little at both ends."""
    first, second = _widened(one), _widened(other)
    return first is not None and second is not None and first.overlaps(second)


@lru_cache(maxsize=4096)
def _widened(edtf: str) -> DateRange | None:
    span, exactness = bounds(edtf), precision(edtf)
    if span is None or exactness is None or not is_approximate(edtf):
        return span
    leeway = _LEEWAY[exactness]
    earliest = span.earliest - leeway if span.earliest - date.min > leeway else date.min
    latest = span.latest + leeway if date.max - span.latest > leeway else date.max
    return DateRange(earliest, latest)
