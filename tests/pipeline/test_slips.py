"""Dates that are wrong in the year alone, and those that only look so."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def dates(text: str, published: str | None = None) -> dict[str, str]:
    report = checked(text, published)
    return {item.claim.value.text: item.verdict.label for item in report.claims if item.claim.value.type == "date"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Seward signed the Alaska treaty before dawn on March 30, 1865.", "March 30, 1865"),
        ("On February 16 2003 the Kyoto Protocol became law.", "February 16 2003"),
        ("Rabin signed a peace treaty with Jordan in October 1991.", "October 1991"),
        (
            "In the clock room on 27 August 1930 fifteen states signed the Kellogg-Briand Pact in Paris.",
            "27 August 1930",
        ),
        ("America will not sign the 1994 treaty banning anti-personnel land mines.", "1994"),
        (
            "The final accord was signed in Paris on 14 December 1993. The Dayton Agreement was the result.",
            "14 December 1993",
        ),
    ],
)
def test_a_loose_date_is_refuted_where_all_but_its_year_is_right(text: str, date: str) -> None:
    assert dates(text).get(date) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "On 8 December 1997, ten years after the INF Treaty was signed, they met again.",
        "On 8 December 1996 the deputies recalled how the INF Treaty was signed.",
        "On 8 December 1996 a deputy said that the INF Treaty was signed too early.",
        "The anniversary of the INF Treaty was marked on 8 December 1995 in Moscow.",
        "Gorbachev, who had signed the INF Treaty, met Bush on 3 December 1989.",
        "The treaty of 1987 on these missiles, ratified in May 1988, took effect on 1 June.",
        "On 8 December 1991 Gorbachev, who had signed the INF Treaty in Washington, was alone.",
        "Trump left the Paris Agreement twice. His first withdrawal took effect on 4 November 2020.",
    ],
)
def test_the_day_of_something_else_is_no_slip(text: str) -> None:
    assert "refuted" not in dates(text).values()


def test_a_place_behind_the_next_verb_is_not_where_it_was_signed() -> None:
    places = [
        item.claim.value.text
        for item in checked("Gorbachev, who had signed the INF Treaty, met Bush in Malta.").claims
        if item.claim.relation == "signed_in"
    ]
    assert places == []
