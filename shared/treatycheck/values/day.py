"""The day of a text as people and machines write it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime

_PARTIAL_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.,+Z-]+)?")


def parse_day(text: str) -> date:
    """An ISO date or date-time to its day as written; a year or month alone to its last day. Raises ValueError."""
    if _DAY.fullmatch(text):
        return datetime.fromisoformat(text).date()
    partial = _PARTIAL_DAY.fullmatch(text)
    if not partial:
        raise ValueError(f"{text[:40]!r} is no date")
    year, month = int(partial[1]), int(partial[2] or 12)
    if not 1 <= month <= 12:
        raise ValueError(f"{month} is no month")
    return date(year, month, monthrange(year, month)[1])
