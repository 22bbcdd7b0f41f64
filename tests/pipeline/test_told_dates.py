"""Dates of events that a text tells by another one: "in force on Sunday, two years after it was adopted"."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found


@pytest.mark.parametrize(
    ("text", "published", "relation", "value", "expected"),
    [
        ("The INF Treaty took effect in 1988, a year after it was signed.", None, "signed", "1987~", "supported"),
        ("The INF Treaty took effect in 1988, four years after it was signed.", None, "signed", "1984~", "refuted"),
        (
            "In 1992, twenty years after the ABM Treaty was signed, all was calm.",
            None,
            "signed",
            "1972~",
            "supported",
        ),
        ("It has been two years since New START was signed.", "2012-04-20", "signed", "2009/2010", "supported"),
        (
            "Eighteen years after it was signed, the Chemical Weapons Convention binds Angola from today.",
            "2015-10-16",
            "signed",
            "1997~",
            "refuted",
        ),
        (
            "New START expired on 5 February 2026, fifteen years to the day after it entered into force.",
            None,
            "entered_into_force",
            "2011-02-05",
            "supported",
        ),
        (
            "In December 1991, just months after START I was signed, the Soviet Union fell apart.",
            None,
            "signed",
            "1991-01-25/1991-11-30",
            "supported",
        ),
    ],
)
def test_an_event_is_dated_by_its_distance_from_another_date(
    text: str, published: str | None, relation: str, value: str, expected: str
) -> None:
    judged = found(text, relation, published)
    assert (judged.claim.value.normalized, judged.verdict.label.value) == (value, expected)


@pytest.mark.parametrize(
    "text",
    [
        "The ABM Treaty was to be observed for a year after it was signed.",
        "Two years after Bush left office, the ABM Treaty was signed.",
        "Notice given on 1 May takes effect six months after the ABM Treaty was signed.",
    ],
)
def test_a_length_of_time_without_a_date_to_count_from_dates_nothing(text: str) -> None:
    assert not [item for item in checked(text, "2005-02-16").claims if item.claim.relation == "signed"]


def test_a_date_that_is_counted_from_another_gets_no_correction() -> None:
    judged = found("The INF Treaty took effect in 1988, four years after it was signed.", "signed")
    assert judged.verdict.correction is None
