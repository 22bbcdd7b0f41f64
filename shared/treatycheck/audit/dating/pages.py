"""The dates that an HTML page tells of itself: meta elements, JSON-LD, `<time>`."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

from treatycheck.audit.dating.days import read_day
from treatycheck.values.day import Days

# the names that publishers give the day of publication, the more exact first
_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
)
_META = re.compile(r"<meta\b([^>]{1,2000})>", re.IGNORECASE)
_TIME = re.compile(r"<time\b([^>]{1,1000})>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]{0,500})>", re.IGNORECASE)
_SCRIPT_END = re.compile("</script", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,1000})<", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([A-Za-z_:][A-Za-z0-9_:.-]{0,40})(?:\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_MOST_TAGS, _MOST_NODES, _LONGEST_DATA = 2_000, 10_000, 1_000_000
_ARTICLES = ("article", "posting", "report", "review", "page", "work")


def meta_day(page: str) -> Days | None:
    """The day in a page's meta elements, by the order of their names' exactness."""
    told: dict[str, Days] = {}
    for attributes in _tags(_META, page):
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if name.lower() in _META_NAMES and (days := read_day(attributes.get("content"))):
            told.setdefault(name.lower(), days)
    return next((told[name] for name in _META_NAMES if name in told), None)


def time_day(page: str) -> Days | None:
    """The day in a `<time datetime>`: one marked as that of publication, else the first."""
    plain: Days | None = None
    for attributes in _tags(_TIME, page):
        days = read_day(attributes.get("datetime"))
        if days and ("pubdate" in attributes or attributes.get("itemprop", "").lower() == "datepublished"):
            return days
        plain = plain or days
    return plain


def json_ld_day(page: str) -> Days | None:
    """The `datePublished` of a page's JSON-LD, of an article before that of anything else."""
    other: Days | None = None
    for node in _nodes(page):
        days = read_day(node.get("datePublished"))
        if days and any(str(kind).lower().endswith(_ARTICLES) for kind in _listed(node.get("@type"))):
            return days
        other = other or days
    return other


def title_of(page: str) -> str | None:
    """What the page's title element holds."""
    found = _TITLE.search(page)
    return " ".join(unescape(found.group(1)).split()) or None if found else None


def _tags(pattern: re.Pattern[str], page: str) -> Iterator[dict[str, str]]:
    for count, found in enumerate(pattern.finditer(page)):
        if count == _MOST_TAGS:
            return
        yield {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(found.group(1))
        }


def _nodes(page: str) -> Iterator[dict[str, Any]]:
    """The objects in a page's JSON-LD, outer ones first."""
    place = 0
    while found := _SCRIPT.search(page, place):
        end = _SCRIPT_END.search(page, found.end())
        if end is None:
            return
        if "ld+json" in found.group(1).lower() and end.start() - found.end() <= _LONGEST_DATA:
            yield from _inside(page[found.end() : end.start()])
        place = end.end()


def _inside(written: str) -> Iterator[dict[str, Any]]:
    try:
        waiting: deque[Any] = deque(
            [json.loads(written.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
        )
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
