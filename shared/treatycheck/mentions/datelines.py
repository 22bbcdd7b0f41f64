"""The day at the head of a report: "VIENNA, May 15 — ", from which "today" and "Monday" are counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from treatycheck.mentions.calendar_dates import month_day_at
from treatycheck.mentions.readings import DASHES, text_at
from treatycheck.model import Sentence, Token

_LONGEST = 12
_TO_PRINT = timedelta(days=10)


class Dateline(NamedTuple):
    """The day of a report, and the token before which its head ends."""

    day: date
    end: int


def dateline(sentences: Sequence[Sentence], published: date | None, published_from: date | None) -> Dateline | None:
    """The day that a text names behind a place in capitals and before a dash, where it may be that of the report.

    It lies in the days of which the text may be, or, where one is known, at most ten days before publication.
    """
    if not sentences or published is None:
        return None
    tokens = sentences[0].tokens[:_LONGEST]
    if not tokens or not _is_in_capitals(tokens[0]):
        return None
    for index in range(2, len(tokens)):
        named = month_day_at(tokens, index) if text_at(tokens, index - 1) == "," else None
        if named is None or named.day is None:
            continue
        end = named.end + 3 if text_at(tokens, named.end) == "(" else named.end
        day = _within(named.month, named.day, published_from or published - _TO_PRINT, published)
        return Dateline(day, end) if day and text_at(tokens, end) in DASHES else None
    return None


def _is_in_capitals(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha() and token.text.isupper()


def _within(month: int, day: int, first: date, last: date) -> date | None:
    for year in {first.year, last.year}:
        try:
            named = date(year, month, day)
        except ValueError:
            continue
        if first <= named <= last:
            return named
    return None
