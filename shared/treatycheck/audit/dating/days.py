"""The day in what metadata, headers and names hold: ISO 8601, RFC 822, compact, and words."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

from treatycheck.values.calendar_words import MONTH_NUMBERS
from treatycheck.values.day import Days, parse_days

_LONGEST = 64
EARLIEST_YEAR, LATEST_YEAR = 1600, 2199
_NUMBERS = re.compile(r"([12]\d{3})([/.-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([A-Za-z]{3,9})\.?,? ([12]\d{3})\b")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ([12]\d{3})\b")


def read_day(written: object) -> Days | None:
    """The day, or all days of a year or month, as written, in whatever time zone; None for what is no such date."""
    if not isinstance(written, str) or len(written) > _LONGEST:
        return None
    text = " ".join(written.split())
    days = _iso(text) or _in_numbers(text) or _rfc822(text) or _in_words(text)
    return days if days and EARLIEST_YEAR <= days.first.year <= LATEST_YEAR else None


def one_day(year: int, month: int, day: int) -> Days | None:
    """The day with these numbers, where there is one."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Days(found, found)


def _iso(text: str) -> Days | None:
    try:
        return parse_days(text)
    except ValueError:
        return None


def _in_numbers(text: str) -> Days | None:
    """2007-10-12 with anything behind it, 2007/10/12, 20071012, 20071012T1530."""
    found = _NUMBERS.match(text)
    if found is None or (not found[2] and len(found[3] + found[4]) != 4):
        return None
    return one_day(int(found[1]), int(found[3]), int(found[4]))


def _rfc822(text: str) -> Days | None:
    try:
        parsed = parsedate(text)
    except (ValueError, TypeError, IndexError):
        return None
    return one_day(*parsed[:3]) if parsed else None


def _in_words(text: str) -> Days | None:
    if found := _DAY_FIRST.search(text):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.search(text):
        month, day, year = found.groups()
    else:
        return None
    number = MONTH_NUMBERS.get(month.lower())
    return one_day(int(year), int(number), int(day)) if number else None
