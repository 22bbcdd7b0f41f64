"""WARC files: an article for each page that was fetched, by warcio."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Any

from warcio.bufferedreaders import BufferedReader
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from treatycheck.audit.article import Article, Failure, Problem, Unreadable
from treatycheck.audit.dating.dated import Clues
from treatycheck.audit.reading.decode import charset_of, decode
from treatycheck.audit.reading.parts import Context, Item, Parts
from treatycheck.audit.reading.stream import Stream
from treatycheck.model import Format

_FORMATS = {"text/html": Format.HTML, "application/xhtml+xml": Format.HTML, "text/plain": Format.TEXT}
_KINDS = frozenset({"resource", "conversion"})
_FAULTS = (StatusAndHeadersParserException, ValueError, EOFError, zlib.error)
_LOADER = ArcWarcRecordLoader()
_PIECE, _LONGEST_HEADERS = 65_536, 200_000


def read_warc(stream: Stream, context: Context) -> Iterator[Item]:
    """The pages of the records, past broken ones. Raises Unreadable where the rest cannot be read."""
    parts = Parts()
    number = 0
    while True:
        try:
            number += 1
            first = _next_record(stream)
            if not first:
                return
            item = _record(stream, first, number, parts, context)
        except Unreadable as error:
            if error.problem not in {Problem.CORRUPT, Problem.TRUNCATED}:
                raise
            item = error.of(f"record-{number}")
        if item is not None:
            yield item


def _next_record(stream: Stream) -> bytes:
    """The first line of the next record; what stands before it is passed over."""
    while line := stream.readline():
        if line.startswith(b"WARC/"):
            return line
    return b""


def _record(stream: Stream, first: bytes, number: int, parts: Parts, context: Context) -> Item | None:
    """The article of a record, None where it holds none. The stream stands behind it afterwards."""
    place = f"record-{number}"
    try:
        record = _opened(stream, first)
    except _FAULTS as error:
        return Failure(place, Problem.MALFORMED, f"record {number}: {error}"[:300])
    try:
        return _article(record, number, parts, context)
    except Unreadable as error:
        if error.problem in {Problem.CORRUPT, Problem.TRUNCATED}:
            raise
        return error.of(place)
    except _FAULTS as error:
        return Failure(place, Problem.MALFORMED, f"record {number}: {error}"[:300])
    finally:
        _drain(record.raw_stream, number)


def _opened(stream: Stream, first: bytes) -> Any:
    """The record behind its headers. As warcio's own, but however long the headers say they are, few are read."""
    headers = _LOADER.warc_parser.parse(_Head(stream), first)
    written = (headers.get_header("Content-Length") or "").strip()
    if not (written.isascii() and written.isdigit()):
        raise ValueError("no Content-Length that is a number")
    length = int(written)
    kind, content_type = headers.get_header("WARC-Type"), headers.get_header("Content-Type")
    return ArcWarcRecord("warc", kind, headers, LimitReader(stream, length), None, content_type, length)


def _drain(content: Any, number: int) -> None:
    """Reads a record to its end. Raises Unreadable where the file ends before."""
    while content.read(_PIECE):
        pass
    if content.limit:
        raise Unreadable(Problem.TRUNCATED, f"record {number} ends too early")


class _Head:
    """The head of a record's content, as lines: as many as headers may have."""

    def __init__(self, content: Any) -> None:
        self._content = content
        self._left = _LONGEST_HEADERS

    def readline(self) -> bytes:
        line: bytes = self._content.readline(max(0, self._left))
        self._left -= len(line)
        return line


@dataclass(frozen=True, slots=True)
class _Page:
    """What the headers of a record tell of its content."""

    address: str | None
    content_type: str | None
    last_modified: str | None
    fetched: str | None


def _page(record: Any) -> _Page | None:
    """The page that a record holds, None where it holds none. The HTTP headers of an answer are taken off."""
    headers = record.rec_headers
    # wget 1.19 writes addresses in angle brackets
    address = (headers.get_header("WARC-Target-URI") or "").strip("<>") or None
    fetched = headers.get_header("WARC-Date")
    if record.rec_type != "response":
        kept = record.rec_type in _KINDS
        return _Page(address, headers.get_header("Content-Type"), None, fetched) if kept else None
    if not (address or "").startswith(("http:", "https:")):
        return None
    record.http_headers = http = _LOADER.http_parser.parse(_Head(record.raw_stream))
    if not (http.get_statuscode() or "").startswith("2"):
        return None
    return _Page(
        address, http.get_header("Content-Type"), http.get_header("Last-Modified"), http.get_header("Date") or fetched
    )


def _article(record: Any, number: int, parts: Parts, context: Context) -> Article | None:
    page = _page(record)
    format = _FORMATS.get(_media_type(page.content_type)) if page else None
    if page is None or format is None:
        return None
    clues = Clues(
        text=decode(_content(record, number, context), charset_of(page.content_type)),
        format=format,
        last_modified=page.last_modified,
        address=page.address,
        retrieved=page.fetched,
        given=context.settings.published,
    )
    return context.article(parts.name(page.address or f"record-{number}"), clues, url=page.address)


def _content(record: Any, number: int, context: Context) -> bytes:
    limit = context.settings.limits.article_bytes
    if record.http_headers:
        _name_as_warcio(record.http_headers, number)
    content, stream = bytearray(), record.content_stream()
    while len(content) <= limit and (piece := stream.read(_PIECE)):
        content += piece
    if len(content) > limit:
        raise Unreadable(Problem.TOO_LARGE, f"record {number} has more than {limit:,} bytes")
    return bytes(content)


def _name_as_warcio(headers: Any, number: int) -> None:
    """Names encodings as warcio knows them: what it does not know it leaves as it is. Raises Unreadable."""
    transfer = headers.get_header("Transfer-Encoding")
    if transfer and transfer.strip().lower() == "chunked":
        headers.replace_header("Transfer-Encoding", "chunked")
    encoding = (headers.get_header("Content-Encoding") or "identity").strip().lower().removeprefix("x-")
    # "br" is among them only where the package brotli is installed
    if encoding not in {"identity", *BufferedReader.DECOMPRESSORS}:
        raise Unreadable(Problem.NOT_TEXT, f"record {number} has the content encoding {encoding[:40]!r}")
    headers.replace_header("Content-Encoding", encoding)


def _media_type(content_type: str | None) -> str:
    message = Message()
    message["Content-Type"] = content_type or ""
    return message.get_content_type() if content_type else ""
