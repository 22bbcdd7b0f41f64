"""Single words and signs of dates: months, days of the month, years with all their digits."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.mentions.readings import HYPHENS, lower_at, text_at, touches
from treatycheck.model import Token
from treatycheck.text.words import word_set
from treatycheck.values.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS, days_in_month

_ALSO_WORDS = word_set("may march mar mar. august jan jun dec sep apr")
_NO_WEEKDAY_BEFORE = word_set("good black bloody ash holy easter palm red super one every each a some any")
_BEFORE_WEEKDAYS = word_set("on since until by last next late early")
FIRST_YEAR, LAST_YEAR = 1000, 2100


def month_at(tokens: Sequence[Token], index: int) -> int | None:
    """The month that a word names; words that mean something else in lower case need their capital."""
    word = lower_at(tokens, index)
    if word not in MONTH_NUMBERS:
        return None
    capital = text_at(tokens, index)[0].isupper()
    return MONTH_NUMBERS[word] if capital or (len(word) > 4 and word not in _ALSO_WORDS) else None


def day_at(tokens: Sequence[Token], index: int) -> int | None:
    """The day of the month that "8" or "8th" stands for."""
    word = lower_at(tokens, index)
    number = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    if not number.isascii() or not number.isdigit() or len(number) > 2:
        return None
    return int(number) if 1 <= int(number) <= 31 else None


def year_at(tokens: Sequence[Token], index: int) -> int | None:
    """A year of four digits, by its looks alone."""
    word = text_at(tokens, index)
    if len(word) != 4 or not word.isascii() or not word.isdigit():
        return None
    return int(word) if FIRST_YEAR <= int(word) <= LAST_YEAR else None


def weekday_at(tokens: Sequence[Token], index: int) -> int | None:
    """The weekday that a word names, unless it is part of a name such as "Good Friday"."""
    word = lower_at(tokens, index)
    if word not in WEEKDAY_NUMBERS or not tokens[index].text[0].isupper():
        return None
    if lower_at(tokens, index - 1) in _NO_WEEKDAY_BEFORE:
        return None
    following = text_at(tokens, index + 1)
    if lower_at(tokens, index - 1) in _BEFORE_WEEKDAYS and following not in HYPHENS:
        return WEEKDAY_NUMBERS[word]
    named = following[:1].isupper() and month_at(tokens, index + 1) is None
    return None if named or (following in HYPHENS and touches(tokens, index + 1)) else WEEKDAY_NUMBERS[word]


def day_text(year: int, month: int, day: int | None) -> str:
    """A calendar date to EDTF, "" where the month has no such day."""
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= days_in_month(year, month) else ""
