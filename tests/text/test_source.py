"""Plain text from each format, its blocks, and the way back to the text as it was sent."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.errors import UnknownFormat
from treatycheck.model import Format, Span
from treatycheck.text.source import Source, read_source

PIECES = (
    '<p> </p> <b> </b> <br> <script> </script> <!-- --> <a\xa0href=" "> <head> </head> <sup> </sup> < > & &amp; '
    "&#39; * ** _ ` ``` [ ] ( ) ![ ](x) [^1] # | |---|---| - 1. > ~~ \\ \n \n\n"
).split(" ")
MARKUP = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.text(max_size=8),
    )
).map("".join)


def blocks(source: Source) -> list[str]:
    edges = [0, *source.breaks, len(source.plain)]
    parts = [source.plain[start:end].strip() for start, end in pairwise(edges)]
    return [part for part in parts if part]


def original_of(source: Source, words: str) -> str:
    start = source.plain.index(words)
    span = source.to_original(Span(start, start + len(words)))
    return source.text[span.start : span.end]


def test_plain_text_is_its_own_source() -> None:
    source = read_source("Signed in\r\n1987.", Format.TEXT)
    assert source.plain == source.text
    assert source.to_original(Span(3, 8)) == Span(3, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("Signed: 8 May 1990\nPlace: Vienna", ["Signed: 8 May 1990", "Place: Vienna"]),
        ("- one\n- two", ["- one", "- two"]),
        ("The Vienna Talks\nThe talks in Vienna began in the spring and went on for years.", 2),
        ("The talks that began in Vienna in the spring of the year went on\nUntil the next one.", 1),
        ("It was signed in\nVienna", 1),
    ],
)
def test_lines_are_blocks_unless_they_are_wrapped(text: str, expected: list[str] | int) -> None:
    found = blocks(read_source(text, Format.TEXT))
    assert len(found) == expected if isinstance(expected, int) else found == expected


def test_html_is_read_without_tags_scripts_and_head() -> None:
    page = "<head><title>T</title></head><body><script>if (a<b) x()</script><h1>Pact</h1><p>In <b>19</b>87.<p>Next"
    assert blocks(read_source(page, Format.HTML)) == ["Pact", "In 1987.", "Next"]


def test_an_entity_maps_to_the_whole_of_it() -> None:
    source = read_source("<p>A &amp; B</p>", Format.HTML)
    assert original_of(source, "&") == "&amp;"
    assert original_of(source, "A & B") == "A &amp; B"


def test_a_span_over_tags_covers_them() -> None:
    source = read_source('<p>It was <a href="x>y">signed</a> on <i>8</i> May</p>', Format.HTML)
    assert original_of(source, "signed on 8 May") == "signed</a> on <i>8</i> May"


def test_footnote_numbers_are_dropped_but_ordinals_kept() -> None:
    assert read_source("in 1987<sup>[1]</sup>, the 8<sup>th</sup>", Format.HTML).plain == "in 1987, the 8th"


@pytest.mark.parametrize(
    "page", ["a < b", "<a href='x>b</a>", "x <!-- y", "<p", "</", "<>", "&#xD800; &#0;", "<script>x", "<!x"]
)
def test_broken_html_is_no_error(page: str) -> None:
    read_source(page, Format.HTML)


def test_one_quote_never_closed_loses_no_text() -> None:
    assert "signed" in read_source('<a href="x>It was signed</a> then', Format.HTML).plain


def test_markdown_is_read_without_its_marks() -> None:
    text = "# The **Pact** #\n\nIt was *signed* on [8 May](http://x.org/(a)) by `us`[^1] ![i](j.png)\n\n[^1]: A note.\n"
    assert blocks(read_source(text, Format.MARKDOWN)) == ["The Pact", "It was signed on 8 May by us", "A note."]


def test_markdown_code_targets_and_front_matter_are_left_out() -> None:
    text = "---\ndate: 1990\n---\nText.\n\n```\ncode\n```\n\n[r]: http://x.org\n"
    assert blocks(read_source(text, Format.MARKDOWN)) == ["Text."]


def test_markdown_cells_and_items_are_blocks() -> None:
    text = "| Signed | In |\n|---|:-:|\n| 8 May | 1990 |\n\n- one\n- two\n"
    assert blocks(read_source(text, Format.MARKDOWN)) == ["Signed", "In", "8 May", "1990", "one", "two"]


def test_markdown_keeps_underscores_in_words_and_escaped_marks() -> None:
    assert read_source(r"a_b_c \*x\* 2 * 3", Format.MARKDOWN).plain == "a_b_c *x* 2 * 3"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownFormat):
        read_source("x", cast(Format, "pdf"))


@given(st.sampled_from(list(Format)), st.one_of(MARKUP, st.text()))
def test_every_offset_leads_back_into_the_text_and_never_backwards(format: Format, text: str) -> None:
    source = read_source(text, format)
    assert list(source.breaks) == sorted(set(source.breaks))
    assert all(0 < place <= len(source.plain) for place in source.breaks)
    before = Span(0, 0)
    for place in range(len(source.plain)):
        span = source.to_original(Span(place, place + 1))
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= before.start and span.end >= before.end
        before = span


@given(MARKUP)
def test_what_is_copied_stands_in_the_original(text: str) -> None:
    source = read_source(text, Format.MARKDOWN)
    for place, character in enumerate(source.plain):
        span = source.to_original(Span(place, place + 1))
        if span.end - span.start == 1 and character != "\n":
            assert text[span.start] == character
