"""Articles as JSON: one object a line, or a JSON file that holds one or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from treatycheck.audit.article import Article, Failure, Problem, Unreadable
from treatycheck.audit.dating.dated import DATE_FIELDS, Clues
from treatycheck.audit.reading.decode import decode
from treatycheck.audit.reading.parts import Context, Item, Parts
from treatycheck.audit.reading.single import read_whole
from treatycheck.audit.reading.stream import LONGEST_LINE, Stream
from treatycheck.model import Format

_TEXT_FIELDS = ("text", "body", "content", "article", "html", "markdown")
_NAME_FIELDS = ("id", "guid", "url", "link")
_FORMATS = {"html": Format.HTML, "markdown": Format.MARKDOWN}


def read_json_lines(stream: Stream, context: Context) -> Iterator[Item]:
    """An article or failure for each line that is not blank. Raises Unreadable where the rest cannot be read."""
    parts = Parts()
    limit = min(context.settings.limits.article_bytes * 2, LONGEST_LINE)
    number = 0
    while line := stream.readline(limit):
        number += 1
        too_long = len(line) == limit and not line.endswith(b"\n")
        if too_long:
            _skip_line(stream)
        if line.strip():
            yield _line(None if too_long else line, number, parts, context)


def read_json(stream: Stream, context: Context) -> Iterator[Item]:
    """The articles of a file that is one JSON value, else of its lines."""
    content = read_whole(stream, context.settings.limits.article_bytes * 8)
    try:
        value = json.loads(decode(content))
    except (ValueError, RecursionError):
        yield from _lines(content, context)
        return
    parts = Parts()
    for number, record in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _item(record, f"item-{number}", parts, context)


def _lines(content: bytes, context: Context) -> Iterator[Item]:
    parts = Parts()
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            yield _line(line, number, parts, context)


def _skip_line(stream: Stream) -> None:
    while (piece := stream.readline()) and not piece.endswith(b"\n"):
        pass


def _line(line: bytes | None, number: int, parts: Parts, context: Context) -> Item:
    place = f"line-{number}"
    try:
        if line is None:
            raise Unreadable(Problem.TOO_LARGE, f"line {number} is too long")
        record = json.loads(decode(line))
    except Unreadable as error:
        return error.of(place)
    except (ValueError, RecursionError) as error:
        cause = str(error) or "nested too deep"
        return Failure(place, Problem.MALFORMED, f"line {number} is no JSON: {cause}"[:300])
    return _item(record, place, parts, context)


def _item(record: Any, place: str, parts: Parts, context: Context) -> Item:
    try:
        return _article(record, place, parts, context)
    except Unreadable as error:
        return error.of(place)


def _article(record: Any, place: str, parts: Parts, context: Context) -> Article:
    if not isinstance(record, dict):
        raise Unreadable(Problem.MALFORMED, f"{place} holds no JSON object")
    field = next((name for name in _TEXT_FIELDS if record.get(name) is not None), None)
    if field is None or not isinstance(record[field], str):
        raise Unreadable(Problem.MALFORMED, f"{place} has no text: one of {', '.join(_TEXT_FIELDS)} must be a string")
    url = _string(record, "url", "link")
    clues = Clues(
        text=record[field],
        format=_FORMATS.get(str(record.get("format", field)).lower(), Format.TEXT),
        metadata=tuple(record.get(name) for name in DATE_FIELDS),
        address=url,
        name=context.key,
        given=context.settings.published,
    )
    own = next((str(record[name]) for name in _NAME_FIELDS if _is_name(record.get(name))), place)
    return context.article(parts.name(own), clues, title=_string(record, "title", "headline"), url=url)


def _is_name(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _string(record: dict[str, Any], *names: str) -> str | None:
    return next((value for name in names if isinstance(value := record.get(name), str) and value), None)
