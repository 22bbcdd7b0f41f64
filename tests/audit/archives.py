"""Archives of generated articles in all formats, poisoned objects among them."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.audit.articles import published, text_of

Form = Callable[[Sequence[int]], tuple[str, bytes]]


def _text(numbers: Sequence[int]) -> tuple[str, bytes]:
    (number,) = numbers
    return f"{published(number):%Y/%m/%d}/story-{number}.txt", text_of(number).encode()


def _letter(numbers: Sequence[int]) -> tuple[str, bytes]:
    (number,) = numbers
    sent = format_datetime(datetime.combine(published(number), time(9), UTC))
    return f"letters/{number}.txt", f"From: desk@news.example\nDate: {sent}\n\n{text_of(number)}".encode()


def _page(numbers: Sequence[int]) -> tuple[str, bytes]:
    (number,) = numbers
    meta = f'<meta property="article:published_time" content="{published(number)}T08:00:00Z">'
    page = f"<html><head><title>Story {number}</title>{meta}</head><body><p>{text_of(number)}</p></body></html>"
    return f"pages/{number}.html", page.encode()


def _markdown(numbers: Sequence[int]) -> tuple[str, bytes]:
    (number,) = numbers
    return f"notes/{number}.md", f"---\ndate: {published(number)}\n---\n# Story {number}\n\n{text_of(number)}".encode()


def _undated(numbers: Sequence[int]) -> tuple[str, bytes]:
    (number,) = numbers
    return f"undated/story-{number}.txt", text_of(number).encode()


def _lines(numbers: Sequence[int]) -> tuple[str, bytes]:
    records = [{"id": f"s{n}", "text": text_of(n), "published": str(published(n))} for n in numbers]
    return f"lines/{numbers[0]}.jsonl", "".join(json.dumps(record) + "\n" for record in records).encode()


def _feed(numbers: Sequence[int]) -> tuple[str, bytes]:
    items = "".join(
        f"<item><guid>s{n}</guid><title>Story {n}</title><description>{escape(text_of(n))}</description>"
        f"<pubDate>{format_datetime(datetime.combine(published(n), time(9), UTC))}</pubDate></item>"
        for n in numbers
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    return f"feeds/{numbers[0]}.rss", feed.encode()


def _warc(numbers: Sequence[int]) -> tuple[str, bytes]:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for number in numbers:
        address = f"http://news.example/{published(number):%Y/%m/%d}/story-{number}"
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        body = io.BytesIO(f"<html><p>{text_of(number)}</p></html>".encode())
        record = writer.create_warc_record(
            address,
            "response",
            payload=body,
            http_headers=http,
            warc_headers_dict={"WARC-Date": "2020-01-01T00:00:00Z"},
        )
        writer.write_record(record)
    return f"crawls/{numbers[0]}.warc.gz", buffer.getvalue()


SINGLE: tuple[Form, ...] = (_text, _letter, _page, _markdown, _undated)
MANY: tuple[Form, ...] = (_lines, _feed, _warc)
# each with the problem that it is listed with
POISON: dict[str, tuple[bytes, str]] = {
    "poison/picture.txt": (b"\x89PNG\r\n\x1a\n\x00", "not_text"),
    "poison/encoding.html": (b'<meta charset="utf-8"><p>caf\xe9</p>', "bad_encoding"),
    "poison/cut.txt.gz": (gzip.compress(text_of(1).encode(), mtime=0)[:-9], "truncated"),
    "poison/line.jsonl": (b'{"id": "a", "text": "The INF Treaty was signed in 1988."}\n{oops\n', "malformed"),
    "poison/bomb.txt.gz": (gzip.compress(b"a" * 30_000_000, mtime=0), "too_large"),
    "poison/feed.rss": (b"<rss><channel><item><title>A</title>", "malformed"),
}


def objects(count: int, *, first: int = 0, in_one: int = 7) -> Iterator[tuple[str, bytes]]:
    """So many articles as the objects of an archive: (name, content), every fifth one gzipped."""
    number, turn = first, 0
    while number < first + count:
        turn += 1
        if turn % 8:
            form, numbers = SINGLE[turn % len(SINGLE)], range(number, number + 1)
        else:
            form, numbers = MANY[turn // 8 % len(MANY)], range(number, min(number + in_one, first + count))
        number = numbers.stop
        name, content = form(numbers)
        if turn % 5 == 0 and not name.endswith(".gz"):
            name, content = f"{name}.gz", gzip.compress(content, mtime=0)
        yield name, content


def write_archive(folder: Path, count: int, *, poisoned: bool = True, first: int = 0) -> None:
    """The objects as files."""
    poison = ((name, content) for name, (content, _) in POISON.items()) if poisoned else ()
    for name, content in (*objects(count, first=first), *poison):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
