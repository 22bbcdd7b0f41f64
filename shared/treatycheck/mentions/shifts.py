"""EDTF dates moved by a length of time, no more exact than people mean it."""

from __future__ import annotations

from datetime import date, timedelta

from treatycheck.mentions.date_words import day_text
from treatycheck.values.durations import Duration
from treatycheck.values.edtf import bounds

_DAY, _MONTH = len("1987-12-08"), len("1987-12")
# how many months a number of whole years may be off, and how many days a number of months
_LEEWAY, _MONTH_LEEWAY = 5, 10
_EXACT_DAYS = 7


def years_span(anchor: str, sign: int, length: Duration, *, exact: bool, rounded: bool) -> str:
    """So many years before or after a date: the years that may be meant, or the day where `exact`.

    A single year, a `rounded` number, or a date that is only a year, gives about a year.
    """
    if len(anchor) < _MONTH or ((rounded or length == Duration(years=1)) and not exact):
        year = int(anchor[:4]) + sign * length.years
        return f"{year:04d}~" if 0 < year <= date.max.year and not length.months else ""
    months = 12 * length.years + length.months
    if exact:
        return month_away(anchor, sign * months, exact=True)
    first, last = (_month(anchor, sign * months + step) for step in (-_LEEWAY, _LEEWAY))
    if not first or not last:
        return ""
    return first[:4] if first[:4] == last[:4] else f"{first[:4]}/{last[:4]}"


def month_away(anchor: str, months: int, *, exact: bool) -> str:
    """About so many months from a month or day: the month or two that may be meant; the very day where `exact`."""
    moved = _month(anchor, months) if len(anchor) >= _MONTH else ""
    if len(anchor) < _DAY or not moved:
        return f"{moved}~" if moved else ""
    day = day_text(int(moved[:4]), int(moved[5:]), int(anchor[8:]))
    if exact:
        return day
    first, last = (_shifted(day, step)[:7] for step in (-_MONTH_LEEWAY, _MONTH_LEEWAY)) if day else (moved, moved)
    return f"{moved}~" if first == last else f"{first}/{last}"


def day_away(anchor: str, days: int) -> str:
    """So many days from a day, about where they are many."""
    if len(anchor) < _DAY:
        return ""
    moved = _shifted(anchor, days)
    return moved if abs(days) <= _EXACT_DAYS or not moved else f"{moved}~"


def days_span(anchor: str, sign: int, limits: tuple[int, int]) -> str:
    """Between so many days from a month or day: "months after"."""
    span = bounds(anchor)
    if span is None or len(anchor) < _MONTH:
        return ""
    near, far = (_shifted(span.latest.isoformat(), sign * days) for days in limits)
    first, last = sorted((near, far))
    return f"{first}/{last}" if first else ""


def month_text(year: int, month: int, step: int) -> str:
    """The month so many months from one, "" beyond the calendar."""
    year, zero_based = divmod(year * 12 + month - 1 + step, 12)
    return f"{year:04d}-{zero_based + 1:02d}" if 1 <= year <= date.max.year else ""


def shifted(day: date, days: int) -> date | None:
    """The day so many days from one, None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _month(anchor: str, step: int) -> str:
    return month_text(int(anchor[:4]), int(anchor[5:7]), step)


def _shifted(day: str, days: int) -> str:
    moved = shifted(date.fromisoformat(day), days)
    return moved.isoformat() if moved else ""
