"""Stretches of time with both their ends: "from 1972 to 2002", "1972–79", "May–June 1992"."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.mentions.calendar_dates import MonthDay, month_day_at, read_calendar
from treatycheck.mentions.clock import Clock
from treatycheck.mentions.date_words import day_text, year_at
from treatycheck.mentions.readings import DASHES, HYPHENS, Reading, lower_at, text_at, touches
from treatycheck.mentions.unit_words import unit_after
from treatycheck.mentions.years import read_year
from treatycheck.model import Token
from treatycheck.text.words import word_set
from treatycheck.values.edtf import bounds, year_of

_AFTER_FROM = word_set("to until till through thru")
# what may stand between the two ends
JOINTS = DASHES | HYPHENS | _AFTER_FROM | {"and", "/"}
_POINT_BEFORE = word_set("in on since by of")
_TIMELESS = Clock(None)


def read_range(tokens: Sequence[Token], index: int) -> Reading | None:
    """The interval that begins at a token; its reading leaves out "from" and "between"."""
    opener = lower_at(tokens, index)
    begin = index + 1 if opener in ("from", "between") else index
    if opener == "between" and lower_at(tokens, begin) == "the":
        begin += 1
    return _shared_year(tokens, begin, opener) or _two_dates(tokens, begin, opener) or _short_years(tokens, begin)


def read_point(tokens: Sequence[Token], index: int) -> Reading | None:
    """A date that carries its own year."""
    if index >= len(tokens):
        return None
    reading = read_calendar(tokens, index, _TIMELESS) or read_year(tokens, index)
    return reading if reading and reading.value else None


def _two_dates(tokens: Sequence[Token], begin: int, opener: str) -> Reading | None:
    start = read_point(tokens, begin)
    if start is None:
        return None
    joint = start.end + (opener == "from" and lower_at(tokens, start.end) == ",")
    if not _joins(tokens, joint, begin, opener):
        return None
    end = read_point(tokens, joint + 1)
    if end is None or start.first != begin:
        return None
    value = _interval(start.value, end.value)
    return Reading(begin, end.end, value) if value else None


def _joins(tokens: Sequence[Token], index: int, begin: int, opener: str) -> bool:
    """Whether the word at `index` joins the two ends of a range that `opener` may have announced."""
    word = lower_at(tokens, index)
    if opener == "between":
        return word == "and"
    if word in DASHES:
        return word in HYPHENS or touches(tokens, index)
    if opener == "from":
        return word in _AFTER_FROM
    return word == "to" and lower_at(tokens, begin - 1) not in _POINT_BEFORE


def _interval(start: str, end: str) -> str:
    """Two dates as one interval, "" where they are none in order."""
    if "/" in start + end:
        start, end = start.split("/")[0], end.split("/")[-1]
    first, last = bounds(start), bounds(end)
    if first is None or last is None or first.earliest >= last.earliest:
        return ""
    if "X" in start + end:
        start, end = f"{first.earliest.year:04d}", f"{last.latest.year:04d}"
    return f"{start}/{end}"


def _short_years(tokens: Sequence[Token], begin: int) -> Reading | None:
    """ "1972–79", "1972-9" excepted, "1987/88"."""
    year, short = year_at(tokens, begin), text_at(tokens, begin + 2)
    if year is None or text_at(tokens, begin + 1) not in HYPHENS | {"/"} or not short.isascii():
        return None
    if len(short) != 2 or not short.isdigit() or not all(touches(tokens, begin + step) for step in (1, 2)):
        return None
    if touches(tokens, begin) and text_at(tokens, begin - 1) in HYPHENS | {"/"}:
        return None
    last = year // 100 * 100 + int(short)
    if last <= year or (touches(tokens, begin + 3) and text_at(tokens, begin + 3) in HYPHENS | {"/"}):
        return None
    if unit_after(tokens, begin + 3, known_only=True):
        return None
    return Reading(begin, begin + 3, f"{year:04d}/{last:04d}")


def _shared_year(tokens: Sequence[Token], begin: int, opener: str) -> Reading | None:
    """ "from July to December 1994", "22 June to 20 July 1936": the year stands at the end only."""
    start = month_day_at(tokens, begin)
    if start is None or not _joins(tokens, start.end, begin, opener):
        return None
    end = read_point(tokens, start.end + 1)
    second = month_day_at(tokens, start.end + 1)
    year = year_of(end.value) if end else None
    if end is None or second is None or year is None:
        return _days_of_month(tokens, begin, start)
    first = day_text(year - (start.month > second.month), start.month, start.day)
    value = _interval(first, end.value) if first else ""
    return Reading(begin, end.end, value) if value else None


def _days_of_month(tokens: Sequence[Token], begin: int, start: MonthDay) -> Reading | None:
    """ "December 8 to 10, 1987" """
    if start.day is None or year_at(tokens, start.end + 3) is None or lower_at(tokens, start.end + 2) != ",":
        return None
    year, last = year_at(tokens, start.end + 3) or 0, lower_at(tokens, start.end + 1)
    if not last.isdigit() or len(last) > 2 or int(last) <= start.day:
        return None
    first, second = day_text(year, start.month, start.day), day_text(year, start.month, int(last))
    return Reading(begin, start.end + 4, f"{first}/{second}") if first and second else None
