"""Treaties that a text describes instead of naming."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def treaties(text: str, published: str | None = None) -> set[str]:
    return {judged.claim.treaty.value for judged in checked(text, published).claims}


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        ("Jordan and Israel signed a peace treaty in October 1994.", "israel-jordan-peace"),
        ("Critics point to a 1968 treaty to stop the spread of nuclear weapons.", "npt"),
        ("In 1936 the powers agreed on a convention about the Turkish straits.", "montreux-convention"),
    ],
)
def test_a_year_and_the_words_of_the_clause_tell_which_treaty_is_meant(text: str, treaty: str) -> None:
    assert treaties(text) == {treaty}


@pytest.mark.parametrize(
    "text",
    [
        "In 1987 the two dairies signed an agreement on the price of milk.",
        "The convention was held in 1985 in a hotel by the sea.",
        "Jordan and Israel signed a peace treaty in October 1993.",
        "A 1990 deal on fish prices in Europe was forgotten.",
    ],
)
def test_a_year_without_telling_words_names_no_treaty(text: str) -> None:
    assert treaties(text) == set()
