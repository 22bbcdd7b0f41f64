"""WARC files: an article for each page that was fetched, by warcio."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from email.message import Message
from typing import Any

from treatycheck.audit.article import Article, Failure, Problem, Unreadable
from treatycheck.audit.dating.dated import Clues
from treatycheck.audit.reading.decode import charset_of, decode
from treatycheck.audit.reading.parts import Context, Item, Parts
from treatycheck.audit.reading.stream import Stream
from treatycheck.model import Format

_FORMATS = {"text/html": Format.HTML, "application/xhtml+xml": Format.HTML, "text/plain": Format.TEXT}
_KINDS = frozenset({"response", "resource", "conversion"})
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate", "br"})
_PIECE = 65_536


def read_warc(stream: Stream, context: Context) -> Iterator[Item]:
    """The pages of the records, past broken ones. Raises Unreadable where the rest cannot be read."""
    loader, parts = _loader(), Parts()
    number = 0
    while True:
        try:
            number += 1
            first = _next_record(stream)
            if not first:
                return
            item = _record(loader, stream, first, number, parts, context)
        except Unreadable as error:
            if error.problem not in {Problem.CORRUPT, Problem.TRUNCATED}:
                raise
            item = error.of(f"record-{number}")
        if item is not None:
            yield item


def _loader() -> Any:
    from warcio.recordloader import ArcWarcRecordLoader

    return ArcWarcRecordLoader()


def _next_record(stream: Stream) -> bytes:
    """The first line of the next record; what stands before it is passed over."""
    while line := stream.readline():
        if line.startswith(b"WARC/"):
            return line
    return b""


def _record(loader: Any, stream: Stream, first: bytes, number: int, parts: Parts, context: Context) -> Item | None:
    """The article of a record, None where it holds none. The stream stands behind it afterwards."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    place = f"record-{number}"
    try:
        record = loader.parse_record_stream(stream, first, "warc", no_record_parse=True)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, EOFError) as error:
        return Failure(place, Problem.MALFORMED, f"record {number}: {error}"[:300])
    if record.length is None:
        return Failure(place, Problem.MALFORMED, f"record {number} does not tell its length")
    try:
        return _article(loader, record, number, parts, context)
    except Unreadable as error:
        if error.problem in {Problem.CORRUPT, Problem.TRUNCATED}:
            raise
        return error.of(place)
    except (StatusAndHeadersParserException, ValueError, EOFError, zlib.error) as error:
        return Failure(place, Problem.MALFORMED, f"record {number}: {error}"[:300])
    finally:
        _drain(record.raw_stream, number)


def _drain(content: Any, number: int) -> None:
    """Reads a record to its end. Raises Unreadable where the file ends before."""
    while content.read(_PIECE):
        pass
    if content.limit:
        raise Unreadable(Problem.TRUNCATED, f"record {number} ends too early")


def _article(loader: Any, record: Any, number: int, parts: Parts, context: Context) -> Article | None:
    headers = record.rec_headers
    if record.rec_type not in _KINDS:
        return None
    address = headers.get_header("WARC-Target-URI")
    content_type, last_modified, fetched = headers.get_header("Content-Type"), None, headers.get_header("WARC-Date")
    if record.rec_type == "response":
        if not (address or "").startswith(("http:", "https:")):
            return None
        record.http_headers = http = loader.http_parser.parse(record.raw_stream)
        if not (http.get_statuscode() or "").startswith("2"):
            return None
        content_type, last_modified = http.get_header("Content-Type"), http.get_header("Last-Modified")
        fetched = http.get_header("Date") or fetched
    format = _FORMATS.get(_media_type(content_type))
    if format is None:
        return None
    text = decode(_content(record, number, context), charset_of(content_type))
    clues = Clues(
        text=text,
        format=format,
        last_modified=last_modified,
        address=address,
        name=None,
        retrieved=fetched,
        given=context.settings.published,
    )
    return context.article(parts.name(address or f"record-{number}"), clues, url=address)


def _content(record: Any, number: int, context: Context) -> bytes:
    limit = context.settings.limits.article_bytes
    encoding = (record.http_headers and record.http_headers.get_header("Content-Encoding")) or ""
    if encoding.strip().lower() not in _ENCODINGS:
        raise Unreadable(Problem.NOT_TEXT, f"record {number} has the content encoding {encoding[:40]!r}")
    content, stream = bytearray(), record.content_stream()
    while len(content) <= limit and (piece := stream.read(_PIECE)):
        content += piece
    if len(content) > limit:
        raise Unreadable(Problem.TOO_LARGE, f"record {number} has more than {limit:,} bytes")
    return bytes(content)


def _media_type(content_type: str | None) -> str:
    message = Message()
    message["Content-Type"] = content_type or ""
    return message.get_content_type() if content_type else ""
