"""Which format an object has, by its first bytes, else by its name."""

from __future__ import annotations

import codecs
import json
from enum import StrEnum

from treatycheck.audit.article import Problem, Unreadable
from treatycheck.audit.reading.decode import wide_encoding

HEAD = 4096


class Container(StrEnum):
    """What an object is: one article in a format of its own, or many."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON_LINES = "json_lines"
    JSON = "json"
    FEED = "feed"
    WARC = "warc"


_BY_SUFFIX = {
    "html": Container.HTML,
    "htm": Container.HTML,
    "xhtml": Container.HTML,
    "md": Container.MARKDOWN,
    "markdown": Container.MARKDOWN,
    "jsonl": Container.JSON_LINES,
    "ndjson": Container.JSON_LINES,
    "json": Container.JSON,
    "rss": Container.FEED,
    "atom": Container.FEED,
    "rdf": Container.FEED,
    "warc": Container.WARC,
}
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\x7fELF")
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf")
_PAGES = (b"<!doctype html", b"<html")


def container_of(key: str, head: bytes) -> Container:
    """The format of an object with this key and these first bytes, expanded. Raises Unreadable for what is no text."""
    suffix = _suffix(key)
    if head.startswith(b"WARC/"):
        return Container.WARC
    if encoding := wide_encoding(head):
        head = head.decode(encoding, "ignore").encode("utf-8", "ignore")
    elif head.startswith(_BINARY) or b"\x00" in head:
        raise Unreadable(Problem.NOT_TEXT, "holds something else than text")
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()[:HEAD].lower()
    named = _BY_SUFFIX.get(suffix)
    if named in {Container.JSON_LINES, Container.JSON, Container.MARKDOWN}:
        return named
    if start.startswith((b"<?xml", *_FEEDS, b"<!--")) and any(tag in start for tag in _FEEDS):
        return Container.FEED
    if start.startswith(_PAGES) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start):
        return Container.HTML
    if named is None and _is_json_line(head):
        return Container.JSON_LINES
    if named is None and start.startswith(b"<?xml"):
        # NITF, NewsML and their like: their elements are read as a page's
        return Container.HTML
    return named or Container.TEXT


def _suffix(key: str) -> str:
    """The ending of a key in lower case, without that of its compression."""
    name = key.rsplit("/", 1)[-1].lower().removesuffix(".gz")
    return name.rpartition(".")[2] if "." in name else ""


def _is_json_line(head: bytes) -> bool:
    line, end, _ = head.removeprefix(codecs.BOM_UTF8).partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict) if end else line.startswith(b'{"')
    except ValueError:
        return False
