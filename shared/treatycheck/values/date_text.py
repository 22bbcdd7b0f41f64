"""EDTF dates written in the style of a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from treatycheck.text.words import word_set
from treatycheck.values.calendar_words import MONTH_CUTS, MONTH_NAMES, MONTH_NUMBERS, ordinal
from treatycheck.values.edtf import Precision, bounds, precision

_MONTH = re.compile(
    rf"\b(?:{'|'.join(sorted((form for form in MONTH_NUMBERS if form[-1] != '.'), key=len, reverse=True))})\b\.?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?![\ds])", re.ASCII)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(st|nd|rd|th)?(?![\d/])", re.ASCII)
_DECADE = re.compile(r"(?:(?:early|mid|late)[- ])?(?<!\d)\d{3}0(?:s|['’]s)", re.ASCII | re.IGNORECASE)
_CENTURY = re.compile(r"\bcentur(?:y|ies)\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\d{4}-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}", re.ASCII)
_ABOUT = re.compile(r"^(?:about|around|circa|ca?\.|roughly|approximately|some|the year)\s+", re.IGNORECASE)
_LEAD = re.compile(r"(?:by|in|on|since|until)\s+", re.IGNORECASE)
_POINTED = re.compile(r"(?:last|next|this|past|that|coming)\b", re.IGNORECASE)
_PREPOSITIONS = word_set("after around as before between by circa during for from in of on since through to until")
_FULL_NAMES = frozenset(name.lower() for name in MONTH_NAMES)
_WRITTEN_OUT = frozenset({3, 4, 5, 6, 7})


class _Parts(NamedTuple):
    year: int
    month: int | None
    day: int | None


@lru_cache(maxsize=4096)
def write_date(edtf: str, like: str, before: str = "") -> str:
    """An EDTF date in the style and, where it can be, the precision of `like`.

    Relative words ("last year") become a phrase with its own preposition, unless the word `before` is one.
    """
    exactness = precision(edtf)
    if exactness is None:
        return edtf
    if exactness is Precision.INTERVAL:
        return _write_interval(edtf, like)
    if exactness is Precision.DECADE:
        bare = before.lower() == "the" or (_DECADE.search(like) and not _leading_the(like))
        return f"{edtf[:3]}0s" if bare else f"the {edtf[:3]}0s"
    if exactness is Precision.CENTURY:
        return f"{ordinal(int(edtf[:2]) + 1)} century"
    numbers = [int(part) for part in edtf.rstrip("~?%").split("-")]
    parts = _Parts(numbers[0], *[*numbers[1:], None, None][:2])
    lead = _LEAD.match(like)
    rest = _ABOUT.sub("", like[lead.end() :] if lead else like)
    return (lead.group() if lead else "") + _write_parts(parts, rest, lead.group().strip() if lead else before)


def _write_parts(parts: _Parts, like: str, before: str) -> str:
    if _CENTURY.search(like):
        return f"{_leading_the(like)}{ordinal((parts.year - 1) // 100 + 1)} century"
    if _DECADE.search(like):
        return _write_decade(parts.year, like)
    if _NUMERIC.search(like):
        return _write_iso(parts, like)
    month, years = _MONTH.search(like), list(_YEAR.finditer(like))
    if month:
        pointed = _POINTED.match(like) and before.lower() not in _PREPOSITIONS
        return ("in " if pointed else "") + _write_month(parts, like, month)
    if len(years) == 1:
        return f"{like[: years[0].start()]}{parts.year}{like[years[0].end() :]}"
    if years:
        return str(parts.year)
    return _write_relative(parts, like, before)


def _leading_the(like: str) -> str:
    return "the " if like.lower().startswith("the ") else ""


def _write_decade(year: int, like: str) -> str:
    match = _DECADE.search(like)
    if match is None or not match.group()[0].isalpha():
        return _leading_the(like) + f"{year // 10 * 10}s"
    part = "early" if year % 10 < 4 else "mid" if year % 10 < 7 else "late"
    return _leading_the(like) + f"{part}{match.group().lstrip('earlymidtEARLYMIDT')[0]}{year // 10 * 10}s"


def _write_iso(parts: _Parts, like: str) -> str:
    pieces = [f"{parts.year:04d}"] + [f"{part:02d}" for part in (parts.month, parts.day) if part]
    return "-".join(pieces[:2] if re.fullmatch(r"\d{4}-\d\d", like.strip()) else pieces)


def _write_month(parts: _Parts, like: str, month: re.Match[str]) -> str:
    """A date at the precision of `like`, which names a month, with the day on the side where `like` has it."""
    if parts.month is None:
        return str(parts.year)
    name = _month_name(parts.month, month.group())
    day = _DAY.search(_YEAR.sub("", like))
    if day is None or parts.day is None:
        return f"{name} {parts.year}"
    number = ordinal(parts.day) if day.group(2) else str(parts.day)
    if day.start() < month.start():
        of = " of" if like[: month.start()].rstrip().lower().endswith(" of") else ""
        return f"{_leading_the(like) if of else ''}{number}{of} {name} {parts.year}"
    return f"{name} {number}, {parts.year}"


def _month_name(month: int, like: str) -> str:
    """A month in full or cut as `like` is; with a stop, the short names stay whole."""
    full = like.rstrip(".").lower() in _FULL_NAMES and like.lower() != "may"
    if full or (like.endswith(".") and month in _WRITTEN_OUT) or like == "May":
        return MONTH_NAMES[month - 1]
    return MONTH_CUTS[month - 1] + ("." if like.endswith(".") and month != 5 else "")


def _write_relative(parts: _Parts, like: str, before: str) -> str:
    """A date for words such as "last year" or "yesterday", as exact as they are."""
    words = like.lower().split()
    by_year = any(word.startswith(("year", "decade", "centur")) for word in words)
    bare = before.lower() in _PREPOSITIONS
    if by_year or parts.month is None:
        text, preposition = str(parts.year), "in"
    elif parts.day is None or any(word.startswith("month") for word in words):
        text, preposition = f"{MONTH_NAMES[parts.month - 1]} {parts.year}", "in"
    else:
        text, preposition = f"{parts.day} {MONTH_NAMES[parts.month - 1]} {parts.year}", "on"
    return text if bare or not words else f"{preposition} {text}"


def _write_interval(edtf: str, like: str) -> str:
    """An interval; year by year where `like` names two years."""
    span = bounds(edtf)
    start, _, end = edtf.partition("/")
    if span is None or start in ("..", ""):
        return f"until {write_date(end, like)}"
    if end in ("..", ""):
        return f"since {write_date(start, like)}"
    years = list(_YEAR.finditer(like))
    if len(years) == 2 and precision(start) is precision(end) is Precision.YEAR:
        first, last = years
        return f"{like[: first.start()]}{start}{like[first.end() : last.start()]}{end}{like[last.end() :]}"
    one, other = _ends(start, end, like)
    return one if one == other else f"{one} to {other}"


def _ends(start: str, end: str, like: str) -> tuple[str, str]:
    style = like if precision(start) in (Precision.DAY, Precision.MONTH) and _MONTH.search(like) else "1 January 1000"
    return write_date(start, style), write_date(end, style)
