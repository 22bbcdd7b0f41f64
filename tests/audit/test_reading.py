"""Objects of all formats to articles: nothing is dropped, and one bad part loses no other."""

from __future__ import annotations

import io
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.bufferedreaders import BufferedReader
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.audit.objects import article, failures, gzipped, read, texts
from treatycheck.audit.archive import Limits, Settings
from treatycheck.audit.article import Article, Failure, Problem
from treatycheck.audit.reading import names_taken
from treatycheck.audit.reading.read import read_object
from treatycheck.model import Format

TEXT = "The INF Treaty was signed on 8 December 1987."
SMALL = Settings(Limits(article_bytes=1_000, expanded_bytes=20_000, articles=3))
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link>https://news.example/2007/10/12/one</link><guid>g1</guid>
<pubDate>Fri, 12 Oct 2007 09:00:00 +0200</pubDate>
<description>&lt;p&gt;The pact &amp;amp; more&lt;/p&gt;</description></item>
<item><guid>g2</guid><description>Plain words.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>urn:1</id><title>One</title>
<published>1999-05-01T10:00:00Z</published><updated>2001-01-01T00:00:00Z</updated>
<content type="html">&lt;b&gt;The pact&lt;/b&gt;</content></entry></feed>"""


def warc(*pages: tuple[str, str, bytes, list[tuple[str, str]]], gzip: bool = True) -> bytes:
    """A WARC file as warcio writes it: a response for each (address, status, body, headers)."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=gzip)
    for address, status, body, headers in pages:
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=http))
    return buffer.getvalue()


HTML = [("Content-Type", "text/html; charset=utf-8")]
THREE = [(f"http://news.example/{number}", "200 OK", f"<p>Page {number}</p>".encode(), HTML) for number in range(3)]


@pytest.mark.parametrize(
    ("key", "content", "format"),
    [
        ("a.txt", TEXT, Format.TEXT),
        ("a", TEXT, Format.TEXT),
        ("a.html", f"<p>{TEXT}</p>", Format.HTML),
        ("a.txt", f"<!DOCTYPE html><p>{TEXT}</p>", Format.HTML),
        ("a.md", f"# {TEXT}", Format.MARKDOWN),
        ("a.xml", f'<?xml version="1.0"?><nitf><p>{TEXT}</p></nitf>', Format.HTML),
        ("a.dat", f'<?xml version="1.0"?><html><p>{TEXT}</p></html>', Format.HTML),
    ],
)
def test_single_articles_are_told_by_name_and_content(key: str, content: str, format: Format) -> None:
    for name, sent in ((key, content.encode()), (f"{key}.gz", gzipped(content)), (key, gzipped(content))):
        found = article(name, sent)
        assert (found.part, found.document.text, found.document.format) == ("", content, format)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_tell_the_encoding(encoding: str) -> None:
    assert article("a.txt", "café".encode(encoding)).document.text == "café"


@pytest.mark.parametrize(
    "page", ['<meta charset="windows-1252"><p>café', '<meta http-equiv=a content="text/html; charset=ISO-8859-1">café']
)
def test_a_declared_encoding_is_taken(page: str) -> None:
    assert article("a.html", page.encode("cp1252")).document.text == page


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "raw-unicode-escape", "undefined", "hex"])
def test_an_encoding_that_is_none_of_texts_is_passed_over(name: str) -> None:
    page = f"<meta charset='{name}'><p>caf\\u00e9-x é"
    assert article("a.html", page).document.text == page


def test_an_undeclared_encoding_is_guessed_from_the_bytes() -> None:
    text = "Le traité a été signé à l’été dernier, et la décision a été prise à Genève après de longs débats. " * 4
    assert article("a.txt", text.encode("cp1252")).document.text == text


def test_bytes_that_are_not_what_they_are_declared_to_be_are_a_failure() -> None:
    found = read("a.html", b'<meta charset="utf-8"><p>caf\xe9</p>')
    assert failures(found) == [("", "bad_encoding")]


@pytest.mark.parametrize("content", [b"%PDF-1.4 ...", b"abc\x00def", b"PK\x03\x04"])
def test_what_is_no_text_is_a_failure(content: bytes) -> None:
    assert failures(read("a.txt", content)) == [("", "not_text")]


def test_a_truncated_gzip_file_is_a_failure() -> None:
    assert failures(read("a.txt.gz", gzipped(TEXT)[:-12])) == [("", "truncated")]


def test_a_damaged_gzip_file_is_a_failure() -> None:
    content = bytearray(gzipped(TEXT * 50))
    content[20] ^= 0xFF
    assert [problem for _, problem in failures(read("a.txt.gz", bytes(content)))] == ["corrupt"]


def test_a_gzip_bomb_is_given_up_at_the_limit() -> None:
    bomb = zlib.compress(b"a" * 50_000_000, wbits=31)
    assert failures(read("a.txt.gz", bomb, SMALL)) == [("", "too_large")]


def test_a_long_article_is_a_failure() -> None:
    assert failures(read("a.txt", "x" * 1_001, SMALL)) == [("", "too_large")]


def test_an_object_that_lies_too_large_is_not_opened() -> None:
    assert failures(read("a.txt", TEXT, Settings(Limits(object_bytes=3)))) == [("", "too_large")]


def test_each_line_of_json_lines_is_an_article_or_a_failure() -> None:
    lines = [
        json.dumps({"id": "a", "text": "One.", "published": "2007-10-12", "title": "T"}),
        "{broken",
        "",
        json.dumps({"text": 7}),
        json.dumps({"url": "https://news.example/x", "html": "<p>Two.</p>"}),
        json.dumps({"id": "a", "body": "Three."}),
        "[1]",
    ]
    found = read("a.jsonl", "\n".join(lines))
    assert texts(found) == ["One.", "<p>Two.</p>", "Three."]
    assert [item.part for item in found if isinstance(item, Article)] == ["a", "https://news.example/x", "a#2"]
    assert failures(found) == [("line-2", "malformed"), ("line-4", "malformed"), ("line-7", "malformed")]


def test_articles_that_call_themselves_as_another_was_numbered_keep_names_of_their_own() -> None:
    found = read("a.jsonl", "\n".join(json.dumps({"id": name, "text": "One."}) for name in ("a", "a", "a#2", "a", "a")))
    assert [item.part for item in found if isinstance(item, Article)] == ["a", "a#2", "a#2#2", "a#3", "a#4"]


def test_lines_before_the_damage_of_a_gzip_file_are_kept() -> None:
    lines = "".join(json.dumps({"id": n, "text": f"Text {n * 7919}."}) + "\n" for n in range(9_000)).encode()
    found = read("a.jsonl.gz", gzipped(lines)[:40_000])
    assert len(texts(found)) > 1_000
    assert failures(found)[-1] == ("", "truncated")


def test_a_line_that_is_too_long_loses_no_other() -> None:
    lines = [json.dumps({"id": n, "text": "x" * size}) for n, size in enumerate([10, 5_000, 20])]
    found = read("a.jsonl", "\n".join(lines), SMALL)
    assert texts(found) == ["x" * 10, "x" * 20]
    assert failures(found) == [("line-2", "too_large")]


def test_a_json_file_holds_one_article_or_a_list() -> None:
    assert texts(read("a.json", json.dumps({"text": "One."}, indent=2))) == ["One."]
    assert texts(read("a.json", json.dumps([{"text": "One."}, {"text": "Two."}]))) == ["One.", "Two."]
    assert failures(read("a.json", "{oops\n")) == [("line-1", "malformed")]


def test_more_articles_than_are_taken_are_told() -> None:
    lines = "\n".join(json.dumps({"text": f"Text {n}."}) for n in range(5))
    assert failures(read("a.jsonl", lines, SMALL)) == [("", "too_many")]


def test_the_entries_of_rss_are_articles() -> None:
    one, two = read("feed.xml", FEED)
    assert isinstance(one, Article) and isinstance(two, Article)
    assert (one.part, one.document.title, one.document.text) == ("g1", "One", "<p>The pact &amp; more</p>")
    assert (one.document.format, two.document.text) == (Format.HTML, "Plain words.")
    assert one.document.url == "https://news.example/2007/10/12/one"


def test_the_entries_of_atom_are_articles() -> None:
    found = article("news.atom", ATOM)
    assert (found.part, found.document.text) == ("urn:1", "<b>The pact</b>")
    assert str(found.document.published) == "1999-05-01"


def test_a_broken_feed_keeps_the_entries_before_the_fault() -> None:
    found = read("feed.rss", FEED.replace("</item></channel></rss>", "</oops>"))
    assert texts(found)[0] == "<p>The pact &amp; more</p>"
    assert failures(found) == [("", "malformed")]


def test_entities_of_a_feed_are_not_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + FEED.partition("?>")[2]
    assert failures(read("feed.rss", bomb)) == [("", "malformed")]


def test_each_page_of_a_warc_file_is_an_article() -> None:
    for gzip in (True, False):
        found = read("a.warc.gz", warc(*THREE, gzip=gzip))
        assert texts(found) == ["<p>Page 0</p>", "<p>Page 1</p>", "<p>Page 2</p>"]
        assert [item.part for item in found] == [f"http://news.example/{number}" for number in range(3)]


def test_only_good_answers_with_text_are_articles() -> None:
    pages = [
        ("http://news.example/gone", "404 Not Found", b"<p>Gone</p>", HTML),
        ("http://news.example/a.png", "200 OK", b"\x89PNG", [("Content-Type", "image/png")]),
        ("http://news.example/a.txt", "200 OK", b"Words.", [("Content-Type", "text/plain")]),
    ]
    assert texts(read("a.warc", warc(*pages))) == ["Words."]


def test_content_and_transfer_encodings_are_undone() -> None:
    body = gzipped("<p>Packed</p>")
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    headers = [*HTML, ("Content-Encoding", "gzip")]
    pages = [
        ("http://news.example/1", "200 OK", body, headers),
        ("http://news.example/2", "200 OK", chunked, [*headers, ("Transfer-Encoding", "chunked")]),
        ("http://news.example/3", "200 OK", b"?", [*HTML, ("Content-Encoding", "zstd")]),
        ("http://news.example/4", "200 OK", zlib.compress(b"a" * 100_000, wbits=31), headers),
        THREE[0],
        (
            "http://news.example/6",
            "200 OK",
            chunked,
            [*HTML, ("Content-Encoding", "X-GZip"), ("Transfer-Encoding", "Chunked")],
        ),
    ]
    found = read("a.warc.gz", warc(*pages), Settings(Limits(article_bytes=1_000)))
    assert texts(found) == ["<p>Packed</p>", "<p>Packed</p>", "<p>Page 0</p>", "<p>Packed</p>"]
    assert failures(found) == [("record-3", "not_text"), ("record-4", "too_large")]


def test_an_encoding_that_cannot_be_undone_here_is_told_and_not_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    headers = [("Content-Type", "text/html; charset=iso-8859-1"), ("Content-Encoding", "br")]
    monkeypatch.delitem(BufferedReader.DECOMPRESSORS, "br", raising=False)
    found = read("a.warc.gz", warc(("http://news.example/1", "200 OK", b"\x0b\x02\x80hello\x03", headers), THREE[0]))
    assert texts(found) == ["<p>Page 0</p>"]
    assert [(item.part, item.detail) for item in found if isinstance(item, Failure)] == [
        ("record-1", "record 1 has the content encoding 'br'")
    ]


def test_json_lines_are_told_behind_a_byte_order_mark_without_a_name_that_tells() -> None:
    assert texts(read("export", b"\xef\xbb\xbf" + b'{"text": "One."}\n{"text": "Two."}\n')) == ["One.", "Two."]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("key", ["a.jsonl", "a.json", "a"])
def test_json_lines_with_more_than_a_byte_a_character_are_articles_and_failures(encoding: str, key: str) -> None:
    lines = [json.dumps({"id": name, "text": f"{name}: Ċ \U0001f600"}, ensure_ascii=False) for name in ("a", "b")]
    mark = "\ufeff" if encoding.endswith("-be") else ""
    content = (mark + "\n".join([lines[0], "no JSON", lines[1]])).encode(encoding)
    for sent in (content, gzipped(content)):
        found = read(key, sent)
        assert [item.document.text for item in found if isinstance(item, Article)] == [
            "a: Ċ \U0001f600",
            "b: Ċ \U0001f600",
        ]
        assert failures(found) == [("line-2", Problem.MALFORMED)]


def test_half_a_character_at_the_end_of_json_lines_loses_no_line_before_it() -> None:
    found = read("a.jsonl", (json.dumps({"text": TEXT}) + "\n").encode("utf-16") + b"x")
    assert texts(found) == [TEXT] and failures(found) == [("", Problem.BAD_ENCODING)]


def test_articles_of_the_same_name_keep_names_of_their_own_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [{"id": str(number % 7), "text": TEXT} for number in range(40)] + [{"id": "3#2", "text": TEXT}]
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    named = [item.part for item in read("a.jsonl", content) if isinstance(item, Article)]
    assert len(set(named)) == len(rows) and named[7] == "0#2" and named[-1] == "3#2#2"
    monkeypatch.setattr(names_taken, "MOST_IN_MEMORY", 5)
    assert [item.part for item in read("a.jsonl", content) if isinstance(item, Article)] == named


def test_a_damaged_record_loses_no_other() -> None:
    members = [warc(page) for page in THREE]
    middle = bytearray(members[1])
    middle[len(middle) // 2] ^= 0xFF
    found = read("a.warc.gz", members[0] + bytes(middle) + members[2])
    assert texts(found) == ["<p>Page 0</p>", "<p>Page 2</p>"]
    assert [problem for _, problem in failures(found)] == ["corrupt"]


def test_a_malformed_record_loses_no_other() -> None:
    records = [warc(page, gzip=False) for page in THREE]
    records[1] = records[1].replace(b"Content-Length: ", b"Content-Length: x", 1)
    found = read("a.warc", b"".join(records))
    assert {"<p>Page 0</p>", "<p>Page 2</p>"} <= set(texts(found))
    told = [item.detail for item in found if isinstance(item, Failure)]
    assert told == ["record 2: no Content-Length that is a number"]


def test_headers_without_end_are_given_up_soon() -> None:
    records = [warc(page, gzip=False) for page in THREE]
    records[1] = b"WARC/1.0\r\n" + b"X: y\r\n" * 100_000
    found = read("a.warc", b"".join(records))
    assert texts(found) == ["<p>Page 0</p>", "<p>Page 2</p>"]
    assert failures(found) == [("record-2", "malformed")]


def test_a_truncated_warc_file_keeps_what_came_before() -> None:
    for gzip in (True, False):
        content = warc(*THREE, gzip=gzip)
        found = read("a.warc.gz", content[:-30])
        assert texts(found) == ["<p>Page 0</p>", "<p>Page 1</p>"]
        assert [problem for _, problem in failures(found)] == ["truncated"]


def test_the_one_article_of_a_page_is_read_alone_and_stays_in_its_place() -> None:
    page = f"<html><nav>Related: the pact</nav>\n<article>{TEXT * 9}</article><aside>The pact</aside></html>"
    text = article("a.html", page).document.text
    assert "pact" not in text
    assert (len(text), text.index(TEXT)) == (len(page), page.index(TEXT))


def test_pages_with_several_articles_are_read_whole() -> None:
    page = f"<html><article>{TEXT * 9}</article><article>{TEXT * 9}</article><p>The pact</html>"
    assert article("a.html", page).document.text == page


def test_an_object_that_cannot_be_opened_is_a_failure() -> None:
    class Gone:
        key, fingerprint, size = "a.txt", "", 3

        def open(self) -> io.BytesIO:
            raise PermissionError(13, "Permission denied")

    assert list(read_object(Gone(), Settings())) == [Failure("", Problem.UNREADABLE, "Permission denied")]


@given(st.binary(max_size=400), st.sampled_from("a.txt a.html a.md a.jsonl a.json a.rss a.warc".split()), st.booleans())
def test_any_bytes_are_read_or_told(content: bytes, key: str, packed: bool) -> None:
    found = read(key, gzipped(content) if packed else content, SMALL)
    assert all(isinstance(item, Article | Failure) for item in found)


@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=6))
def test_a_warc_file_with_any_damage_is_read_or_told(place: int, damage: bytes) -> None:
    content = warc(*THREE)
    place %= len(content)
    found = read("a.warc.gz", content[:place] + damage + content[place + len(damage) :])
    assert len(found) >= 1
