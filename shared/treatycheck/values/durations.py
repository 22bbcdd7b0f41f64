"""ISO 8601 durations: read, compared, written in the style of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from treatycheck.values.numbers import print_number, spell, write_number

INDEFINITE = "indefinite"
_ISO = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,6})D)?", re.ASCII)
_DAYS = {"years": 365.2425, "months": 30.436875, "weeks": 7.0, "days": 1.0}
_WORDS = {"years": "year", "months": "month", "weeks": "week", "days": "day"}
_LONG = (("century", "centuries", 100), ("decade", "decades", 10))


class Duration(NamedTuple):
    """A length of time in the units in which it is stated."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @property
    def in_days(self) -> float:
        return self.years * 365.2425 + self.months * 30.436875 + self.weeks * 7.0 + self.days

    @property
    def smallest_unit(self) -> str:
        return next((unit for unit in reversed(_DAYS) if getattr(self, unit)), "days")

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + ("".join(f"{amount}{letter}" for amount, letter in parts if amount) or "0D")


def parse_duration(text: str) -> Duration | None:
    """An ISO 8601 duration such as "P15Y" to its parts; None where it is none, "indefinite" included."""
    match = _ISO.fullmatch(text)
    if not match or len(text) < 3:
        return None
    return Duration(*(int(amount or 0) for amount in match.groups()))


def agrees(stated: str, true: str) -> bool:
    """Whether a stated duration is right at its own precision: "two years" for 2 years and 3 months, not 3 years."""
    if INDEFINITE in (stated, true):
        return stated == true
    first, second = parse_duration(stated), parse_duration(true)
    if first is None or second is None:
        return False
    leeway = _DAYS[first.smallest_unit] / 2 - 1
    if first.smallest_unit != second.smallest_unit:
        leeway = max(leeway, 0.015 * second.in_days)
    return abs(first.in_days - second.in_days) <= max(leeway, 0.0)


def write_duration(iso: str, like: str) -> str:
    """A duration in the style of `like`: "15-year", "fifteen years", "two decades"."""
    text = like.strip().lower()
    adjective = bool(re.search(r"[-‑–]\s?[a-z]+$", text))
    if iso == INDEFINITE:
        return "indefinite" if adjective else "an indefinite period"
    duration = parse_duration(iso)
    if duration is None:
        return iso
    if text == "indefinitely":
        return f"for {_phrase(duration, like)}"
    if adjective or text == INDEFINITE:
        return _adjective(duration, like)
    return _long_phrase(duration, text) or _phrase(duration, like)


def _parts(duration: Duration) -> list[tuple[int, str]]:
    return [(getattr(duration, unit), word) for unit, word in _WORDS.items() if getattr(duration, unit)]


def _amount(amount: int, like: str) -> str:
    if any(character.isdigit() for character in like) or not like or amount >= 100:
        return write_number(amount, like) if like else print_number(amount)
    return spell(amount)


def _phrase(duration: Duration, like: str) -> str:
    parts = _parts(duration)
    return " and ".join(f"{_amount(amount, like)} {word}{'s' if amount != 1 else ''}" for amount, word in parts)


def _adjective(duration: Duration, like: str) -> str:
    parts = _parts(duration)
    return "-".join(f"{_amount(amount, like)}-{word}" for amount, word in parts)


def _long_phrase(duration: Duration, text: str) -> str:
    """The duration in decades or centuries where `text` counts in them and it comes out even."""
    for one, several, years in _LONG:
        if not text.endswith((one, several)) or str(duration) != f"P{duration.years}Y":
            continue
        if duration.years * 2 == years:
            return f"half a {one}"
        if duration.years and duration.years % years == 0:
            count = duration.years // years
            return f"{_amount(count, text)} {one if count == 1 else several}"
    return ""
