"""Dates that name a month or are all digits: "8 December 1987", "Dec. 8", "in May", "1987-12-08"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from treatycheck.mentions.clock import Clock
from treatycheck.mentions.date_words import day_at, day_text, month_at, weekday_at, year_at
from treatycheck.mentions.readings import HYPHENS, Reading, lower_at, text_at, touches
from treatycheck.mentions.unit_words import unit_after
from treatycheck.model import Token
from treatycheck.text.words import word_set

_BEFORE_MONTHS = word_set("in since until till during last this next past early late mid that previous following")
_BEFORE_PLAIN_MONTHS = word_set("by from through of between to")
_ALSO_NAMES = frozenset({3, 4, 5, 6, 8})
_YEAR_WORDS = word_set("this last next that same following previous preceding current")
_STATES = word_set(
    "states nations parties countries members governments representatives delegates delegations envoys ministers "
    "leaders presidents signatories"
)
_NAMED_DAYS = (
    (("new", "year", "'s", "day"), 1, 1),
    (("new", "year", "'s", "eve"), 12, 31),
    (("christmas", "day"), 12, 25),
    (("christmas", "eve"), 12, 24),
)
_OPENERS = frozenset(words[0] for words, _, _ in _NAMED_DAYS)
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
# the present tense of what is to come
_COMING = frozenset({"takes", "enters", "comes", "goes", "expires", "begins", "ends"})
_LONGEST_VERB = 4


class MonthDay(NamedTuple):
    """A month, perhaps with its day, read from the tokens before `end`; `last_day` where it is a range of days."""

    end: int
    month: int
    day: int | None
    last_day: int | None = None


def read_calendar(tokens: Sequence[Token], index: int, clock: Clock) -> Reading | None:
    """The date of digits or with a month that begins at a token."""
    if tokens[index].text[0].isdigit():
        numeric = _read_digits(tokens, index)
        if numeric:
            return numeric
    elif weekday_at(tokens, index) is not None:
        return _pass_weekday(tokens, index)
    found = month_day_at(tokens, index)
    return _with_year(tokens, index, found, clock) if found else None


def month_day_at(tokens: Sequence[Token], index: int) -> MonthDay | None:
    """ "8 December", "8th of December", "December 8", "8-10 December" or "December", without the year."""
    if named := _named_day(tokens, index):
        return named
    day = day_at(tokens, index)
    if day is not None:
        return _day_first(tokens, index, day)
    month = month_at(tokens, index)
    if month is None:
        return None
    day = day_at(tokens, index + 1)
    if day is None or not _is_day(tokens, index + 1):
        return MonthDay(index + 1, month, None)
    last = _range_end(tokens, index + 2, day)
    return MonthDay(index + 4, month, day, last) if last else MonthDay(index + 2, month, day)


def _named_day(tokens: Sequence[Token], index: int) -> MonthDay | None:
    """ "New Year's Day", "Christmas Eve"."""
    if lower_at(tokens, index) not in _OPENERS:
        return None
    for words, month, day in _NAMED_DAYS:
        if all(lower_at(tokens, index + place) == word for place, word in enumerate(words)):
            return MonthDay(index + len(words), month, day)
    return None


def _day_first(tokens: Sequence[Token], index: int, day: int) -> MonthDay | None:
    last = _range_end(tokens, index + 1, day)
    place = index + (3 if last else 1)
    if lower_at(tokens, place) == "of":
        place += 1
    month = month_at(tokens, place)
    return MonthDay(place + 1, month, day, last) if month else None


def _range_end(tokens: Sequence[Token], index: int, day: int) -> int | None:
    """The last day of "8-10 December", or of "8 and 9 December", where the hyphen or "and" stands at `index`."""
    last = day_at(tokens, index + 1)
    joined = text_at(tokens, index) in HYPHENS and touches(tokens, index) and touches(tokens, index + 1)
    next_one = lower_at(tokens, index) == "and" and last == day + 1
    return last if (joined or next_one) and last is not None and last > day else None


def _is_day(tokens: Sequence[Token], index: int) -> bool:
    """Whether the number behind a month is a day, not a count of something nor a time."""
    following = text_at(tokens, index + 1)
    if following in (":", "/", "%", ".") and touches(tokens, index + 1) and touches(tokens, index + 2):
        return False
    return unit_after(tokens, index + 1, known_only=True) is None


def _with_year(tokens: Sequence[Token], index: int, found: MonthDay, clock: Clock) -> Reading | None:
    year = _year_behind(tokens, found.end, clock)
    if year:
        return Reading(index, year[0], _value(year[1], found))
    if found.day is None and not _is_named_month(tokens, index, found.month):
        return None
    guessed = _year_of_bare(tokens, index, found, clock)
    return Reading(index, found.end, _value(guessed, found) if guessed else "")


def _value(year: int, found: MonthDay) -> str:
    first = day_text(year, found.month, found.day)
    last = day_text(year, found.month, found.last_day) if found.last_day else ""
    return f"{first}/{last}" if first and last else first


def _year_of_bare(tokens: Sequence[Token], index: int, found: MonthDay, clock: Clock) -> int | None:
    """The year of a month or day without one, by "last", "next" or "that" before it, else by the clock."""
    before = lower_at(tokens, index - 1)
    if before in ("that", "same") and clock.anchor_year:
        return clock.anchor_year
    if before in ("previous", "preceding", "following") and clock.anchor_year:
        return _beside_anchor(found.month, before == "following", clock.anchor_year, clock.anchor_month)
    if before == "this" and clock.published and lower_at(tokens, index - 2) != "by":
        return clock.published.year
    if before in ("last", "past") and clock.published:
        return clock.published.year - (found.month >= clock.published.month)
    if before == "next" and lower_at(tokens, index - 2) == "the" and clock.anchor_year:
        return _beside_anchor(found.month, True, clock.anchor_year, clock.anchor_month)
    if before in ("next", "coming") and clock.published:
        return clock.published.year + (found.month <= clock.published.month)
    if clock.published and found.day and _is_to_come(tokens, index):
        return clock.published.year + ((found.month, found.day) < (clock.published.month, clock.published.day))
    return clock.year_for(found.month, found.day)


def _is_to_come(tokens: Sequence[Token], index: int) -> bool:
    """ "takes effect on July 1": a day that the present tense tells is to come, whatever year was named before."""
    return bool(_COMING & {token.lower for token in tokens[max(0, index - _LONGEST_VERB) : index]})


def _beside_anchor(month: int, following: bool, year: int, anchor: tuple[int, int] | None) -> int:
    """The year of "the previous December", "the following May", counted from the date last named."""
    named = anchor[1] if anchor else (12 if following else 1)
    if following:
        return year + (month <= named)
    return year - (month >= named)


def _is_named_month(tokens: Sequence[Token], index: int, month: int) -> bool:
    """Whether a lone month is one: "in May" is, "May" and "by May" need not be."""
    before = lower_at(tokens, index - 1)
    before = lower_at(tokens, index - 2) if before in ("-", "‑") else before
    if not tokens[index].text[0].isupper():
        return False
    if before in _BEFORE_MONTHS:
        return True
    return before in _BEFORE_PLAIN_MONTHS and month not in _ALSO_NAMES


def _year_behind(tokens: Sequence[Token], index: int, clock: Clock) -> tuple[int, int] | None:
    """The end and the year of ", 1987", "of 1987", "of this year", "last year" behind a month or day."""
    place = index + 1 if lower_at(tokens, index) == "," else index
    year = year_at(tokens, place)
    if year is not None and not _counts(tokens, place + 1):
        return place + 1, year
    if lower_at(tokens, index) in ("of", "in"):
        year = year_at(tokens, index + 1)
        if year is not None:
            return index + 2, year
        index += 1
    return _year_word(tokens, index, clock)


def _year_word(tokens: Sequence[Token], index: int, clock: Clock) -> tuple[int, int] | None:
    place = index + 1 if lower_at(tokens, index) == "the" else index
    if lower_at(tokens, place) == "that" and lower_at(tokens, place + 1) == "same":
        place += 1
    word = lower_at(tokens, place)
    if word not in _YEAR_WORDS or lower_at(tokens, place + 1) != "year":
        return None
    year = clock.named_year(word)
    return (place + 2, year) if year else None


def _counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether what follows makes a number of the year: "December 8, 2000 people died"."""
    unit = unit_after(tokens, index, known_only=True)
    return unit is not None and unit.value.split()[-1] not in _STATES


def _pass_weekday(tokens: Sequence[Token], index: int) -> Reading | None:
    """A weekday before a date, which says nothing more."""
    place = index + 1 if lower_at(tokens, index + 1) == "," else index
    found = month_day_at(tokens, place + 1)
    return Reading(index, place + 1, "") if found and found.day is not None else None


def _read_digits(tokens: Sequence[Token], index: int) -> Reading | None:
    """A date of digits only, where the order of day and month can be told; "" where it cannot."""
    dotted = _DOTTED.fullmatch(tokens[index].text)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return Reading(index, index + 1, day_text(year, month, day) if month <= 12 else "")
    second, third = text_at(tokens, index + 2), text_at(tokens, index + 4)
    if not all(touches(tokens, place) for place in (index + 1, index + 2)):
        return None
    mark = text_at(tokens, index + 1)
    if mark in HYPHENS and year_at(tokens, index) and len(second) == 2 and second.isdigit():
        return _read_iso(tokens, index, mark, third)
    if mark != "/" or text_at(tokens, index + 3) != "/" or year_at(tokens, index + 4) is None:
        return None
    first = day_at(tokens, index)
    return Reading(index, index + 5, _slashed(first, day_at(tokens, index + 2), int(third))) if first else None


def _read_iso(tokens: Sequence[Token], index: int, mark: str, third: str) -> Reading | None:
    year, month = int(tokens[index].text), int(tokens[index + 2].text)
    if not 1 <= month <= 12:
        return None
    full = text_at(tokens, index + 3) == mark and len(third) == 2 and third.isdigit()
    if full and touches(tokens, index + 3) and touches(tokens, index + 4):
        return Reading(index, index + 5, day_text(year, month, int(third)))
    return Reading(index, index + 3, day_text(year, month, None)) if mark == "-" and month < year % 100 else None


def _slashed(first: int, second: int | None, year: int) -> str:
    if second is None:
        return ""
    if first > 12 or first == second:
        return day_text(year, second, first) if second <= 12 else ""
    return day_text(year, first, second) if second > 12 else ""
