"""Archives to audit: objects of all formats about the treaties of the samples, right and wrong, and poisoned ones."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

KILLER = "killer"
_SENTENCES = (
    "The INF Treaty was signed on 8 December 1987.",
    "The INF Treaty was signed in {year}.",
    "The ABM Treaty was signed on 26 May {year}.",
    "The ABM Treaty, signed in 1972, limited missile defences.",
    "The United States withdrew from the INF Treaty in {year}.",
)


def sentence(number: int) -> str:
    """A sentence that comes with a number, right for some and wrong for others."""
    return _SENTENCES[number % len(_SENTENCES)].format(year=1970 + number % 50)


def text(number: int) -> str:
    return f"Report {number}.\n\n{sentence(number)} {sentence(number * 7 + 1)}\n"


def plain(number: int) -> bytes:
    return text(number).encode()


def markdown(number: int) -> bytes:
    return f"---\ndate: 2015-03-{1 + number % 28:02}\n---\n# Report {number}\n\n**Note:** {sentence(number)}\n".encode()


def page(number: int) -> bytes:
    day = f'<meta property="article:published_time" content="2016-04-{1 + number % 28:02}T08:00:00Z">'
    head = f"<head><title>Report {number}</title>{day}</head>"
    return f"<!DOCTYPE html><html>{head}<body><p>{sentence(number)}</p></body></html>".encode()


def lines(number: int) -> bytes:
    rows = ({"id": f"{number}-{n}", "text": sentence(number + n), "published": "2014-05-06"} for n in range(3))
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def rss(number: int) -> bytes:
    item = f"<item><guid>r{number}</guid><title>Report</title><description>{sentence(number)}</description>"
    item += "<pubDate>Tue, 03 Feb 2015 10:00:00 GMT</pubDate></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{item}</channel></rss>'.encode()


def atom(number: int) -> bytes:
    entry = f"<entry><id>urn:a{number}</id><title>Report</title><published>2013-02-03T10:00:00Z</published>"
    entry += f'<content type="text">{sentence(number)}</content></entry>'
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{entry}</feed>'.encode()


def warc(number: int) -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=False)
    for record in range(2):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        address = f"https://news.example/{number}/{record}"
        identity = f"<urn:uuid:{number:08}-0000-0000-0000-{record:012}>"
        told = {"WARC-Date": "2020-01-02T03:04:05Z", "WARC-Record-ID": identity}
        payload = BytesIO(page(number + record))
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=payload, http_headers=headers, warc_headers_dict=told
            )
        )
    return out.getvalue()


FORMATS: dict[str, Callable[[int], bytes]] = {
    "txt": plain,
    "md": markdown,
    "html": page,
    "jsonl": lines,
    "rss": rss,
    "atom": atom,
    "warc": warc,
}


def good_objects(count: int) -> Iterator[tuple[str, bytes]]:
    """So many objects in turns of all formats, every second round gzipped."""
    for number in range(count):
        ending, make = list(FORMATS.items())[number % len(FORMATS)]
        body = make(number)
        if number // len(FORMATS) % 2:
            yield f"articles/{number:04}.{ending}.gz", gzip.compress(body, mtime=0)
        else:
            yield f"articles/{number:04}.{ending}", body


def poisoned_objects() -> dict[str, bytes]:
    """Objects that are wholly or partly unreadable."""
    whole = gzip.compress(plain(1), mtime=0)
    return {
        "articles/0003-broken.txt.gz": whole[:-6],
        "articles/0090-damaged.txt.gz": whole[:14] + b"\xff\xff\xff" + whole[17:],
        "articles/0105-letter.txt": b"%PDF-1.7 \x00\x01",
        "articles/0160-zeros.txt": b"\x00" * 100,
        "articles/0222-lines.jsonl": lines(1) + b"{not json\n" + lines(50),
        "articles/0300-cut.warc": warc(3)[:-200],
        "articles/0366-feed.rss": b"<?xml version='1.0'?><rss><channel><item",
        "articles/0401-empty-line.jsonl": b'{"id": "x"}\n',
        f"articles/0430-{KILLER}.txt": plain(5),
        "articles/0444-line.jsonl": lines(7) + f'{{"id": "{KILLER}", "text": "None."}}\n'.encode() + lines(90),
    }
