"""`verify --batch`: a document a line in, an answer a line out, in the same order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO, NamedTuple

from treatycheck.cli.inputs import checked_length, read_days, too_large
from treatycheck.errors import InvalidInput, TreatycheckError, UnknownFormat
from treatycheck.model import Document, Format, Report
from treatycheck.render.problem import problem_to_dict
from treatycheck.render.report import report_to_dict
from treatycheck.values.day import Days, last_and_earliest

LONGEST_LINE = 16_000_000

Verify = Callable[[Document], Report]


class Line(NamedTuple):
    """A line of the batch; `content` is None where it was longer than is taken."""

    number: int
    content: bytes | None


def answer(line: Line, verify: Verify, as_of: date | None = None) -> bytes:
    """The answer to a line, as a line of JSON."""
    return json.dumps(_answer(line, verify, as_of), ensure_ascii=True).encode("ascii") + b"\n"


def read_lines(file: BinaryIO) -> Iterator[Line]:
    """The lines that are not blank, numbered from 1; overlong ones are passed over in pieces."""
    pieces = iter(lambda: file.readline(LONGEST_LINE), b"")
    for number, first in enumerate(pieces, start=1):
        if len(first) == LONGEST_LINE and not first.endswith(b"\n"):
            _skip_line(pieces)
            yield Line(number, None)
        elif first.strip():
            yield Line(number, first.removeprefix(b"\xef\xbb\xbf") if number == 1 else first)


def _skip_line(pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        if piece.endswith(b"\n"):
            return


def _answer(line: Line, verify: Verify, as_of: date | None) -> dict[str, Any]:
    identifier: object = None
    try:
        record = _record(line)
        identifier = _identifier(record)
        return {"id": identifier, "response": report_to_dict(verify(_document(record, as_of)))}
    except TreatycheckError as error:
        problem = error
    except Exception as error:  # one document must not end the batch
        print(f"treatycheck: line {line.number}: {type(error).__name__}: {error}", file=sys.stderr)
        problem = TreatycheckError("the document could not be verified")
    return {"id": identifier, "error": problem_to_dict(problem, f"#line-{line.number}")}


def _record(line: Line) -> dict[str, Any]:
    if line.content is None:
        raise too_large("/text")
    try:
        record = json.loads(line.content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InvalidInput(f"the line is no JSON: {error}", pointer="") from error
    if not isinstance(record, dict):
        raise InvalidInput("the line must hold a JSON object", pointer="")
    return record


def _identifier(record: dict[str, Any]) -> str | int | None:
    identifier = record.get("id")
    if identifier is None or (isinstance(identifier, str | int) and not isinstance(identifier, bool)):
        return identifier
    raise InvalidInput("id must be a string or a whole number", pointer="/id")


def _document(record: dict[str, Any], as_of: date | None) -> Document:
    text = record.get("text")
    if not isinstance(text, str):
        raise InvalidInput("text must be a string", pointer="/text")
    published, published_from = last_and_earliest(_published(record))
    return Document(
        text=checked_length(text, "/text"),
        format=_format(record),
        published=published,
        as_of=as_of,
        published_from=published_from,
    )


def _format(record: dict[str, Any]) -> Format:
    name = record.get("format")
    if name is None:
        return Format.TEXT
    if name not in tuple(Format):
        raise UnknownFormat(f"format must be one of {', '.join(Format)}", pointer="/format")
    return Format(name)


def _published(record: dict[str, Any]) -> Days | None:
    written = record.get("published")
    if written is None:
        return None
    if not isinstance(written, str):
        raise InvalidInput("published must be a string", pointer="/published")
    return read_days(written, "/published")
