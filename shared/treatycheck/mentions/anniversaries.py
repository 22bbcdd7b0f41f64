"""Years told by the time that has passed: "the tenth anniversary of", "ten years have passed since"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from treatycheck.mentions.date_words import day_text, year_at
from treatycheck.mentions.durations import read_duration
from treatycheck.mentions.readings import Reading, lower_at
from treatycheck.model import Token
from treatycheck.text.words import word_set
from treatycheck.values.durations import parse_duration

ORDINALS = {
    word: number
    for number, word in (
        *enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
        ),
        *zip(range(15, 90, 5), "fifteenth twentieth".split(), strict=False),
        *zip(range(30, 100, 10), "thirtieth fortieth fiftieth sixtieth seventieth eightieth".split(), strict=False),
        (25, "twenty-fifth"),
        (100, "hundredth"),
        (100, "centenary"),
    )
}
_ENDINGS = ("st", "nd", "rd", "th")
_PASSED = word_set("have has had passed elapsed gone by now it is been")


def read_anniversary(tokens: Sequence[Token], index: int, published: date | None) -> Reading | None:
    """ "the tenth anniversary": about so many years before publication."""
    if published is None or lower_at(tokens, index + 1) != "anniversary":
        return None
    word = lower_at(tokens, index)
    number = ORDINALS.get(word)
    if number is None and word[:-2].isdigit() and word[-2:] in _ENDINGS:
        number = int(word[:-2])
    return _years_before(published, number, index, index + 2) if number else None


def read_time_since(tokens: Sequence[Token], index: int, published: date | None) -> Reading | None:
    """ "ten years have passed since", "it is two years since": about so long before publication."""
    length = read_duration(tokens, index) if published else None
    duration = parse_duration(length.value) if length else None
    if length is None or duration is None or not duration.years or published is None:
        return None
    place = length.end
    while lower_at(tokens, place) in _PASSED:
        place += 1
    if lower_at(tokens, place) != "since":
        return None
    return _years_before(published, duration.years, index, place + 1)


def read_years_ago(tokens: Sequence[Token], index: int, published: date | None) -> Reading | None:
    """ "ten years ago today", "thirty years ago this month": that day or month; "fifty years old today", too."""
    length = read_duration(tokens, index) if published else None
    duration = parse_duration(length.value) if length else None
    if length is None or duration is None or published is None or not duration.years or duration.months:
        return None
    words = tuple(lower_at(tokens, place) for place in range(length.end, length.end + 3))
    if words[0] not in ("ago", "old"):
        return None
    year = published.year - duration.years
    if year <= 0:
        return None
    if words[1] == "yesterday":
        eve = published - timedelta(days=1)
        day = day_text(eve.year - duration.years, eve.month, eve.day)
        return Reading(index, length.end + 2, day) if day else None
    if words[1] == "today" or words[1:] in (("this", "morning"), ("this", "day")):
        day = day_text(year, published.month, published.day)
        return Reading(index, length.end + (2 if words[1] == "today" else 3), day) if day else None
    if words[1:] == ("this", "month"):
        return Reading(index, length.end + 3, day_text(year, published.month, None))
    return None


def read_this_day(tokens: Sequence[Token], index: int, published: date | None) -> Reading | None:
    """ "on this day in 1982": the day of publication in that year."""
    if published is None or lower_at(tokens, index + 1) != "day" or lower_at(tokens, index + 2) != "in":
        return None
    year = year_at(tokens, index + 3)
    value = day_text(year, published.month, published.day) if year else ""
    return Reading(index, index + 4, value) if value else None


def _years_before(published: date, number: int, first: int, end: int) -> Reading | None:
    year = published.year - number
    return Reading(first, end, f"{year:04d}~") if year > 0 else None
