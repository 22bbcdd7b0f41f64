"""EDTF dates, the part of levels 0 and 1 that texts on treaties need: what days they span, how exact they are."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from treatycheck.values.calendar_words import days_in_month

_QUALIFIERS = "~?%"
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DIGITS_LEFT_OUT = re.compile(r"(\d{2})(\d)?(X{1,2})", re.ASCII)
_MOST_CHARACTERS = 32


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class DateRange(NamedTuple):
    """The first and the last day that a date may stand for."""

    earliest: date
    latest: date

    def contains(self, other: DateRange) -> bool:
        return self.earliest <= other.earliest and other.latest <= self.latest

    def overlaps(self, other: DateRange) -> bool:
        return self.earliest <= other.latest and other.earliest <= self.latest


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> DateRange | None:
    """An EDTF date to the days that it spans, open ends to date.min and date.max; None where it is no date."""
    if len(edtf) > _MOST_CHARACTERS:
        return None
    if "/" not in edtf:
        return _point(edtf)
    start, _, end = edtf.partition("/")
    first = DateRange(date.min, date.min) if start in ("..", "") else _point(start)
    last = DateRange(date.max, date.max) if end in ("..", "") else _point(end)
    if first is None or last is None or first.earliest > last.latest:
        return None
    return DateRange(first.earliest, last.latest)


@lru_cache(maxsize=4096)
def precision(edtf: str) -> Precision | None:
    """An EDTF date to its precision; None where it is no date."""
    if bounds(edtf) is None:
        return None
    if "/" in edtf:
        return Precision.INTERVAL
    plain = edtf.rstrip(_QUALIFIERS)
    if plain.endswith("XX"):
        return Precision.CENTURY
    if plain.endswith("X"):
        return Precision.DECADE
    return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(plain)]


def is_approximate(edtf: str) -> bool:
    """Whether the date is marked as about right only."""
    return ("~" in edtf or "%" in edtf) and any(end.endswith(("~", "%")) for end in edtf.split("/"))


def year_of(edtf: str) -> int | None:
    """The one year that an EDTF date lies in, or None."""
    span = bounds(edtf)
    return span.earliest.year if span and span.earliest.year == span.latest.year else None


def _point(text: str) -> DateRange | None:
    plain = text.rstrip(_QUALIFIERS)
    match = _DATE.fullmatch(plain)
    if match:
        return _calendar(*(int(part) if part else None for part in match.groups()))
    match = _DIGITS_LEFT_OUT.fullmatch(plain)
    if not match or len(plain) != 4:
        return None
    first = int(plain.replace("X", "0"))
    last = int(plain.replace("X", "9"))
    return DateRange(date(max(first, 1), 1, 1), date(last, 12, 31))


def _calendar(year: int | None, month: int | None, day: int | None) -> DateRange | None:
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return DateRange(date(year, 1, 1), date(year, 12, 31))
    days = days_in_month(year, month)
    if day is None:
        return DateRange(date(year, month, 1), date(year, month, days))
    return DateRange(date(year, month, day), date(year, month, day)) if 1 <= day <= days else None
