"""RSS and Atom, by feedparser: an article for each entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from treatycheck.audit.article import Problem, Unreadable
from treatycheck.audit.dating.dated import Clues
from treatycheck.audit.reading.decode import decode
from treatycheck.audit.reading.parts import Context, Item, Parts
from treatycheck.audit.reading.single import read_whole
from treatycheck.audit.reading.stream import Stream
from treatycheck.model import Format

_FEEDS_ARTICLES = 8
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DATES = ("published", "created", "updated")


def read_feed(stream: Stream, context: Context) -> Iterator[Item]:
    """The entries, those before a fault in the XML, too, which is raised at the end. Raises Unreadable."""
    text = decode(read_whole(stream, context.settings.limits.article_bytes * _FEEDS_ARTICLES))
    if "<!ENTITY" in text:
        raise Unreadable(Problem.MALFORMED, "the feed declares entities, which are not expanded")
    feed = _parsed(text)
    parts = Parts()
    for number, entry in enumerate(feed.entries, start=1):
        own = entry.get("id") or entry.get("link") or f"entry-{number}"
        try:
            yield context.article(
                parts.name(own), _clues(entry, context), title=entry.get("title"), url=entry.get("link")
            )
        except Unreadable as error:
            yield error.of(own)
    if feed.bozo or not feed.get("version"):
        cause = str(feed.get("bozo_exception") or "no RSS, no Atom")
        raise Unreadable(Problem.MALFORMED, f"the feed is broken: {cause}"[:300])


def _parsed(text: str) -> Any:
    """Bytes are passed, since a string may be taken for an address and fetched."""
    content = _DECLARATION.sub("", text, count=1).encode("utf-8", "surrogatepass")
    headers = {"content-type": "application/xml; charset=utf-8"}
    return feedparser.parse(
        io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False, response_headers=headers
    )


def _clues(entry: Any, context: Context) -> Clues:
    body = (entry.get("content") or [entry.get("summary_detail") or {}])[0]
    return Clues(
        text=str(body.get("value") or ""),
        format=Format.HTML if "html" in str(body.get("type") or "") else Format.TEXT,
        metadata=tuple(dict.get(entry, name) for name in _DATES),
        address=entry.get("link"),
        name=context.key,
        given=context.settings.published,
    )
