"""Texts that say nothing, that never end, and that are none."""

from __future__ import annotations

from typing import cast

import pytest

from benchmarks.hostile_markup import MARKUP
from benchmarks.hostile_texts import TEXTS, filled
from tests.pipeline.checking import checked
from treatycheck.errors import TextTooLarge, UnknownFormat
from treatycheck.model import MAX_CHARACTERS, Format
from treatycheck.render.json import render_json

PROSE = "The weather was fine and people walked along the river in the evening. "
# what takes less than a minute
GREATEST = [
    "digits",
    "years",
    "opening parentheses",
    "commas",
    "letters in a word",
    "accents",
    "spaces",
    "line breaks",
    "shared names",
    "names in parentheses",
    "names in turn",
    *MARKUP.keys() - {"Markdown: claims in marks"},
]


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00", "\x00\x01\x07\x1b\x7f\x85", "\u200b\u202e\ufeff", "\ud800", "\u0301"]
)
def test_a_text_without_words_has_no_claims(text: str, format: Format) -> None:
    assert checked(text, format=format).claims == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(GREATEST))
def test_a_text_of_the_greatest_length_gets_an_answer(name: str) -> None:
    make, format = (TEXTS | MARKUP)[name]
    assert render_json(checked(make(MAX_CHARACTERS)[:MAX_CHARACTERS], format=format))


@pytest.mark.slow
def test_a_claim_at_the_end_of_the_greatest_text_is_found_where_it_stands() -> None:
    claim = "The INF Treaty was signed in 1986."
    text = filled(PROSE)(MAX_CHARACTERS - len(claim) - 2) + "\n\n" + claim
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
