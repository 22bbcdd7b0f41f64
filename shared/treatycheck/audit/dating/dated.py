"""The day of an article by the sources that tell it, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from treatycheck.audit.article import DateSource
from treatycheck.audit.dating.days import read_day
from treatycheck.audit.dating.front_matter import front_matter_of
from treatycheck.audit.dating.headers import header_of
from treatycheck.audit.dating.names import day_in_address, day_in_name
from treatycheck.audit.dating.pages import json_ld_day, meta_day, time_day
from treatycheck.model import Format
from treatycheck.values.day import Days

DATE_FIELDS = (
    "published",
    "date_published",
    "datePublished",
    "published_at",
    "publishedAt",
    "publication_date",
    "pubDate",
    "pub_date",
    "date",
    "issued",
    "created",
    "created_at",
)


@dataclass(frozen=True, slots=True)
class Clues:
    """What may tell an article's day: the text itself, what its container says (`metadata`, the more trusted first),
    the day its server last changed it, where it lies, the day it was fetched, and what is given for want of all.
    """

    text: str
    format: Format
    metadata: tuple[object, ...] = ()
    last_modified: str | None = None
    address: str | None = None
    name: str | None = None
    retrieved: str | None = None
    given: date | None = None


def dated(clues: Clues, pattern: re.Pattern[str] | None = None) -> tuple[Days | None, DateSource]:
    """The first date that is told, and by what."""
    for source, tell in _sources(clues, pattern):
        days = tell()
        if days is not None:
            return days, source
    return None, DateSource.NONE


def _sources(clues: Clues, pattern: re.Pattern[str] | None) -> Iterator[tuple[DateSource, Callable[[], Days | None]]]:
    yield DateSource.METADATA, lambda: _first(clues.metadata) or _own_metadata(clues)
    if clues.format is Format.HTML:
        yield DateSource.JSON_LD, lambda: json_ld_day(clues.text)
        yield DateSource.TIME, lambda: time_day(clues.text)
    yield DateSource.HEADER, lambda: read_day(clues.last_modified) or _own_header(clues)
    yield DateSource.NAME, lambda: day_in_address(clues.address, pattern)
    yield DateSource.NAME, lambda: day_in_name(clues.name or "", pattern)
    yield DateSource.RETRIEVED, lambda: read_day(clues.retrieved)
    yield DateSource.GIVEN, lambda: Days(clues.given, clues.given) if clues.given else None


def _first(written: Iterable[object]) -> Days | None:
    return next((days for item in written if (days := read_day(item))), None)


def _own_metadata(clues: Clues) -> Days | None:
    if clues.format is Format.HTML:
        return meta_day(clues.text)
    if clues.format is Format.MARKDOWN:
        fields = front_matter_of(clues.text)
        return _first(fields.get(name.lower()) for name in DATE_FIELDS)
    return None


def _own_header(clues: Clues) -> Days | None:
    return read_day(header_of(clues.text, "date")) if clues.format is Format.TEXT else None
