"""The other days that a date without its year may stand for: a year or, for a weekday, a week before or after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from treatycheck.mentions.shifts import shifted
from treatycheck.model import Value, ValueType
from treatycheck.values.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS

_POINTERS = frozenset({"this", "last", "next", "past", "coming", "previous", "following", "that", "year"})
# a text may tell of another year long before the month
_STEPS = (1, -1, 2, -2, 3, -3, 4, -4, 5, -5)
_DAY = len("1987-12-08")


def rival_dates(value: Value) -> Iterator[Value]:
    """The readings that the words of a date leave open beside the one taken; none where they name the year."""
    words = value.text.lower().replace(",", " ").split()
    if value.type is not ValueType.DATE or "/" in value.normalized or _POINTERS & set(words):
        return
    if any(len(word) >= len("1987") and word[:4].isdigit() for word in words):
        return
    if any(word in MONTH_NUMBERS for word in words):
        yield from (value._replace(normalized=text) for step in _STEPS if (text := _in_year(value.normalized, step)))
    elif words and words[0] in WEEKDAY_NUMBERS and len(value.normalized) == _DAY:
        day = date.fromisoformat(value.normalized)
        days = (shifted(day, step) for step in (7, -7))
        yield from (value._replace(normalized=other.isoformat()) for other in days if other)


def _in_year(day: str, step: int) -> str:
    year = f"{int(day[:4]) + step:04d}{day[4:]}"
    return "" if year.endswith("-02-29") else year
