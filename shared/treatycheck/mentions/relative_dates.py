"""Dates told by another one: "last year", "Friday", "25 years ago", "the following year"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from treatycheck.mentions.anniversaries import read_anniversary, read_this_day, read_time_since, read_years_ago
from treatycheck.mentions.calendar_dates import read_calendar
from treatycheck.mentions.clock import Clock
from treatycheck.mentions.date_words import month_at, weekday_at
from treatycheck.mentions.durations import could_begin, read_duration
from treatycheck.mentions.readings import HYPHENS, Reading, lower_at, text_at
from treatycheck.mentions.shifts import month_text, shifted
from treatycheck.model import Token
from treatycheck.values.durations import Duration, parse_duration

_DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_BY_PUBLICATION = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
BY_ANCHOR = {"that": 0, "same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1, "subsequent": 1}
_POINTERS = _BY_PUBLICATION.keys() | {"that"}
_TIMES_OF_DAY = {"this": ("morning", "afternoon", "evening"), "last": ("night",)}
_WEEK = 7


def read_relative(tokens: Sequence[Token], index: int, clock: Clock) -> Reading | None:
    """The relative date that begins at a token, where the clock can tell it."""
    word = lower_at(tokens, index)
    if anniversary := read_anniversary(tokens, index, clock.published):
        return anniversary
    if word == "this" and (day := read_this_day(tokens, index, clock.published)):
        return day
    if word in _DAYS_AWAY:
        return _read_day_away(tokens, index, clock.published)
    if weekday_at(tokens, index) is not None:
        return _read_weekday(tokens, index, clock)
    if word in ("the", "that") and (found := _read_by_anchor(tokens, index, clock)):
        return found
    if word in _POINTERS and (named := _read_pointed(tokens, index, clock)):
        return named
    if word in _BY_PUBLICATION:
        return _read_by_publication(tokens, index, clock.published)
    return _read_ago_or_later(tokens, index, clock) if could_begin(word) else None


def _read_day_away(tokens: Sequence[Token], index: int, published: date | None) -> Reading | None:
    if published is None or lower_at(tokens, index + 1) == "'s":
        return None
    return _on(index, index + 1, shifted(published, _DAYS_AWAY[tokens[index].lower]))


def _read_weekday(tokens: Sequence[Token], index: int, clock: Clock) -> Reading | None:
    """A weekday as the last one until publication, or the next one where the text looks ahead."""
    weekday = weekday_at(tokens, index)
    if clock.published is None or weekday is None or text_at(tokens, index).endswith("s's"):
        return None
    before = lower_at(tokens, index - 1)
    back = (clock.published.weekday() - weekday) % _WEEK
    if before == "next" or (clock.future and before != "last"):
        return _on(index, index + 1, shifted(clock.published, _WEEK - back if back or before == "next" else 0))
    if before == "last" and not back:
        back = _WEEK
    return _on(index, index + 1, shifted(clock.published, -back))


def _read_pointed(tokens: Sequence[Token], index: int, clock: Clock) -> Reading | None:
    """ "last May", "this past April", "next Monday", "that December"."""
    place = index + 2 if lower_at(tokens, index + 1) == "past" else index + 1
    if place < len(tokens) and month_at(tokens, place):
        found = read_calendar(tokens, place, clock)
    else:
        found = _read_weekday(tokens, place, clock) if weekday_at(tokens, place) is not None else None
    return Reading(index, found.end, found.value) if found and found.value else None


def _read_by_publication(tokens: Sequence[Token], index: int, published: date | None) -> Reading | None:
    """ "last year", "this month", "next week"; "the last year" is a length of time."""
    word, before = lower_at(tokens, index), lower_at(tokens, index - 1)
    if published and word in ("this", "last") and lower_at(tokens, index + 1) in _TIMES_OF_DAY[word]:
        return _on(index, index + 2, shifted(published, -(word == "last")))
    if published is None or before in ("the", "a", "an", "any", "every"):
        return None
    read = _UNIT_READERS.get(lower_at(tokens, index + 1))
    if read is None:
        return None
    value = read(published, _BY_PUBLICATION[word])
    return Reading(index, index + 2, value) if value else None


def _read_by_anchor(tokens: Sequence[Token], index: int, clock: Clock) -> Reading | None:
    """ "that year", "the same month", "the following day", counted from the date last named."""
    place = index
    if lower_at(tokens, place) == "the" or (
        lower_at(tokens, place) == "that" and lower_at(tokens, place + 1) in ("same", "very")
    ):
        place += 1
    step, unit = BY_ANCHOR.get(lower_at(tokens, place)), lower_at(tokens, place + 1)
    if step is None:
        return None
    value = _from_anchor(clock, unit, step)
    return Reading(index, place + 2, value) if value else None


def _from_anchor(clock: Clock, unit: str, step: int) -> str:
    if unit == "year" and clock.anchor_year:
        return _year_text(clock.anchor_year + step)
    if unit == "month" and clock.anchor_month:
        return month_text(*clock.anchor_month, step)
    if unit == "day" and clock.anchor_day:
        moved = shifted(clock.anchor_day, step)
        return moved.isoformat() if moved else ""
    return ""


def _read_ago_or_later(tokens: Sequence[Token], index: int, clock: Clock) -> Reading | None:
    """ "25 years ago" from publication, "two years later" and "a year earlier" from the date last named."""
    length = read_duration(tokens, index)
    if length is None:
        return None
    told = read_time_since(tokens, index, clock.published) or read_years_ago(tokens, index, clock.published)
    if told is not None:
        return told
    word = lower_at(tokens, length.end)
    duration = parse_duration(length.value)
    if duration is None or (word != "ago" and text_at(tokens, length.end - 2) in HYPHENS):
        return None
    rounded = any(token.lower.startswith(("decade", "centur")) for token in tokens[index : length.end])
    if word == "ago" and clock.published:
        value = _ago(clock.published, duration)
    elif word in ("later", "afterwards", "afterward", "thereafter"):
        value = _away_from_anchor(clock, duration, 1, rounded)
    elif word in ("earlier", "before", "previously") and (word != "before" or _closes(tokens, length.end + 1)):
        value = _away_from_anchor(clock, duration, -1, rounded)
    else:
        return None
    return Reading(index, length.end + 1, value) if value else None


def _closes(tokens: Sequence[Token], index: int) -> bool:
    return not text_at(tokens, index)[:1].isalnum()


def _ago(published: date, duration: Duration) -> str:
    """The date so long before publication, as exact as its unit lets be: never a month for "two years ago"."""
    if duration.years and not duration.months:
        year = _year_text(published.year - duration.years)
        return f"{year}~" if year else ""
    if duration.years or duration.months:
        month = month_text(published.year, published.month, -12 * duration.years - duration.months)
        return f"{month}~" if month else ""
    moved = shifted(published, -_WEEK * duration.weeks - duration.days)
    return moved.isoformat() + ("~" if duration.weeks else "") if moved else ""


def _away_from_anchor(clock: Clock, duration: Duration, sign: int, rounded: bool) -> str:
    if duration.years and not duration.months:
        year = _year_text(clock.anchor_year + sign * duration.years) if clock.anchor_year else ""
        return f"{year}~" if year and (rounded or (clock.anchor or "").endswith("~")) else year
    if (duration.years or duration.months) and clock.anchor_month:
        month = month_text(*clock.anchor_month, sign * (12 * duration.years + duration.months))
        return f"{month}~" if month and clock.anchor_day else month
    if (duration.weeks or duration.days) and clock.anchor_day:
        moved = shifted(clock.anchor_day, sign * (_WEEK * duration.weeks + duration.days))
        return moved.isoformat() + ("~" if duration.weeks else "") if moved else ""
    return ""


def _on(first: int, end: int, day: date | None) -> Reading | None:
    return Reading(first, end, day.isoformat()) if day else None


def _year_text(year: int) -> str:
    return f"{year:04d}" if 1 <= year <= date.max.year else ""


def _week(published: date, step: int) -> str:
    first = shifted(published, step * _WEEK - published.weekday())
    last = shifted(first, _WEEK - 1) if first else None
    return f"{first}/{last}" if first and last else ""


def _decade(published: date, step: int) -> str:
    decade = published.year // 10 + step
    return f"{decade:03d}X" if 0 < decade <= date.max.year // 10 else ""


_UNIT_READERS: dict[str, Callable[[date, int], str]] = {
    "year": lambda published, step: _year_text(published.year + step),
    "month": lambda published, step: month_text(published.year, published.month, step),
    "week": _week,
    "decade": _decade,
}
