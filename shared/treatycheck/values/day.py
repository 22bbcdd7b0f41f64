"""The day of a text as people and machines write it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from treatycheck.values.calendar_words import days_in_month

_PARTIAL_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.,+Z-]+)?")


class Days(NamedTuple):
    """The days on one of which something was: one day, or all of a month or year."""

    first: date
    last: date

    @property
    def earliest(self) -> date | None:
        """The first day, where it is another than the last."""
        return self.first if self.first != self.last else None


def parse_days(text: str) -> Days:
    """An ISO date or date-time to its day as written; a year or month alone to all its days. Raises ValueError."""
    if _DAY.fullmatch(text):
        day = datetime.fromisoformat(text).date()
        return Days(day, day)
    partial = _PARTIAL_DAY.fullmatch(text)
    if not partial:
        raise ValueError(f"{text[:40]!r} is no date")
    year, first, last = int(partial[1]), int(partial[2] or 1), int(partial[2] or 12)
    if not 1 <= last <= 12:
        raise ValueError(f"{last} is no month")
    return Days(date(year, first, 1), date(year, last, days_in_month(year, last)))


def last_and_earliest(days: Days | None) -> tuple[date | None, date | None]:
    """What a document takes as `published` and `published_from`."""
    return (days.last, days.earliest) if days else (None, None)
