"""Texts that say nothing, that never end, and that are none."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any, cast

import pytest

from tests.pipeline.checking import checked
from treatycheck.errors import TextTooLarge, UnknownFormat
from treatycheck.model import MAX_CHARACTERS, Format
from treatycheck.render.json import render_json

REPEATED = {
    "plain prose": "The weather was fine and people walked along the river in the evening. ",
    "names of treaties": "INF Treaty START II New START the treaty ",
    "digits": "1234567890",
    "years": "1987 ",
    "opening parentheses": "(",
    "names in parentheses": "(((INF Treaty))) ",
    "commas": ",",
    "names and commas": "INF Treaty, ",
    "unknown treaties": "Treaty of Fredonia ",
    "names that several treaties bear": "Treaty of Paris ",
    "clauses without an end": "the INF Treaty was signed in 1987 and ",
    "line breaks": "\n",
}
UNCLOSED = {
    "tags": (Format.HTML, "<p>"),
    "tags cut short": (Format.HTML, "<"),
    "attributes": (Format.HTML, '<a href="'),
    "comments": (Format.HTML, "<!--"),
    "scripts": (Format.HTML, "<script>"),
    "entities": (Format.HTML, "&#"),
    "emphasis": (Format.MARKDOWN, "**a"),
    "brackets": (Format.MARKDOWN, "["),
    "images": (Format.MARKDOWN, "!["),
    "links": (Format.MARKDOWN, "[a]("),
    "code": (Format.MARKDOWN, "`"),
    "quotations": (Format.MARKDOWN, "> "),
}


def filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def calls(text: str, format: Format) -> int:
    """How many functions are entered to answer."""
    count = 0

    def entered(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(entered)
    try:
        checked(text, format=format)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00", "\x00\x01\x07\x1b\x7f\x85", "\u200b\u202e\ufeff", "\ud800", "\u0301"]
)
def test_a_text_without_words_has_no_claims(text: str, format: Format) -> None:
    assert checked(text, format=format).claims == ()


@pytest.mark.parametrize("name", REPEATED)
def test_twice_the_text_is_about_twice_the_work(name: str) -> None:
    checked(REPEATED[name])
    once, twice = (calls(filled(REPEATED[name], size), Format.TEXT) for size in (4_000, 8_000))
    assert twice < 3 * once + 2_000


@pytest.mark.parametrize("name", UNCLOSED)
def test_twice_the_unclosed_markup_is_about_twice_the_work(name: str) -> None:
    format, piece = UNCLOSED[name]
    checked(piece, format=format)
    once, twice = (calls(filled(piece, size), format) for size in (4_000, 8_000))
    assert twice < 3 * once + 2_000


@pytest.mark.slow
@pytest.mark.parametrize("name", REPEATED)
def test_a_text_of_the_greatest_length_gets_an_answer(name: str) -> None:
    report = checked(filled(REPEATED[name], MAX_CHARACTERS))
    assert render_json(report)


@pytest.mark.slow
@pytest.mark.parametrize("name", UNCLOSED)
def test_unclosed_markup_of_the_greatest_length_gets_an_answer(name: str) -> None:
    format, piece = UNCLOSED[name]
    report = checked(filled(piece, MAX_CHARACTERS), format=format)
    assert report.claims == ()


@pytest.mark.slow
def test_a_claim_at_the_end_of_the_greatest_text_is_found_where_it_stands() -> None:
    claim = "The INF Treaty was signed in 1986."
    text = filled(REPEATED["plain prose"], MAX_CHARACTERS - len(claim) - 2) + "\n\n" + claim
    (judged,) = checked(text).claims
    assert text[judged.claim.span.start : judged.claim.span.end] == "signed in 1986"


@pytest.mark.parametrize("format", Format)
def test_a_text_that_is_too_long_is_refused_before_it_is_read(format: Format) -> None:
    with pytest.raises(TextTooLarge, match="1000001 characters"):
        checked("x" * (MAX_CHARACTERS + 1), format=format)


@pytest.mark.parametrize("format", ["pdf", "", "HTML", "text/html"])
def test_an_unknown_format_is_refused(format: str) -> None:
    with pytest.raises(UnknownFormat):
        checked("The INF Treaty was signed in 1987.", format=cast(Format, format))
