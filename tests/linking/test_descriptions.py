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


def test_a_treaty_of_a_kind_is_the_one_that_the_text_spoke_of() -> None:
    text = "Perry brought the Treaty of Kanagawa home. The treaty of peace and amity was signed on 31 March 1854."
    assert treaties(text) == {"treaty-of-kanagawa"}


def test_a_shared_name_is_told_by_a_year_nearby_but_not_where_it_is_a_city_s() -> None:
    assert treaties("The 1961 Test Ban was a start.") == {"ptbt"}
    verdicts = {judged.verdict.label.value for judged in checked("The Treaty of Paris (1784) ended a war.").claims}
    assert verdicts <= {"not_enough_info"}
