"""When a text speaks: its publication date, and the date that it last named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from treatycheck.values.edtf import bounds, year_of

_GRACE = timedelta(days=2)


class Clock(NamedTuple):
    """What dates without a year are read by.

    `anchor` is the date last named; `narrated` says that the text goes on telling about it rather than the news;
    `future` that it speaks of what is to come.
    """

    published: date | None
    anchor: str | None = None
    narrated: bool = False
    future: bool = False

    @property
    def anchor_year(self) -> int | None:
        return year_of(self.anchor) if self.anchor else None

    @property
    def anchor_month(self) -> tuple[int, int] | None:
        """The year and month of the anchor where it names a month."""
        return (int(self.anchor[:4]), int(self.anchor[5:7])) if self.anchor and len(self.anchor) >= 7 else None

    @property
    def anchor_day(self) -> date | None:
        """The anchor where it is a day."""
        span = bounds(self.anchor) if self.anchor and len(self.anchor) == 10 else None
        return span.earliest if span else None

    def year_for(self, month: int, day: int | None) -> int | None:
        """The year that a month or day without one lies in."""
        if self.published is None or (self.narrated and self.anchor_year):
            return self.anchor_year
        named = (month, day or 0)
        if self.future:
            return self.published.year + (named < _month_day(self.published, day))
        latest = self.published + _GRACE if day and self.published.month == month else self.published
        return self.published.year - (named > _month_day(latest, day))

    def named_year(self, word: str) -> int | None:
        """The year for "this", "last", "next" or "that" year."""
        if word in ("that", "same"):
            return self.anchor_year
        if word in ("following", "previous", "preceding"):
            return self.anchor_year + (1 if word == "following" else -1) if self.anchor_year else None
        step = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1, "coming": 1}.get(word)
        return self.published.year + step if self.published and step is not None else None


def _month_day(day: date, compared: int | None) -> tuple[int, int]:
    return (day.month, day.day if compared else 0)
