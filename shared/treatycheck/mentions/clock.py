"""When a text speaks: its publication date, and the date that it last named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple, Protocol

from treatycheck.values.edtf import bounds, year_of

_GRACE = timedelta(days=2)


class Teller(Protocol):
    """What a clock asks of the text around a date."""

    def anchor(self) -> str | None:
        """The date last named."""

    def narrated(self) -> bool:
        """Whether the text goes on telling about that date rather than the news."""

    def future(self) -> bool:
        """Whether it speaks of what is to come."""


class Clock(NamedTuple):
    """What dates without a year are read by: most never ask the text."""

    published: date | None
    text: Teller | None = None

    @property
    def anchor(self) -> str | None:
        return self.text.anchor() if self.text else None

    @property
    def narrated(self) -> bool:
        return self.text is not None and self.text.narrated()

    @property
    def future(self) -> bool:
        return self.text is not None and self.text.future()

    @property
    def anchor_year(self) -> int | None:
        anchor = self.anchor
        return year_of(anchor) if anchor else None

    @property
    def anchor_month(self) -> tuple[int, int] | None:
        """The year and month of the anchor where it names a month."""
        anchor = self.anchor
        return (int(anchor[:4]), int(anchor[5:7])) if anchor and len(anchor) >= 7 else None

    @property
    def anchor_day(self) -> date | None:
        """The anchor where it is a day."""
        anchor = self.anchor
        span = bounds(anchor) if anchor and len(anchor) == 10 else None
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
