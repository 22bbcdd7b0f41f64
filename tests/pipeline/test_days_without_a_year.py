"""Days and months without a year, and the time that a treaty was in force."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label


@pytest.mark.parametrize(
    ("text", "relation", "published", "value"),
    [
        ("The Rome Statute will enter into force on 1 July.", "entered_into_force", "2002-04-11", "2002-07-01"),
        ("On 1 July, the Rome Statute will enter into force.", "entered_into_force", "2002-04-11", "2002-07-01"),
        ("The Rome Statute enters into force on 1 July.", "entered_into_force", "2002-04-11", "2002-07-01"),
        ("Canada will keep to New START, signed in April.", "signed", "2010-11-01", "2010-04"),
        (
            "Sixty states ratified the Rome Statute, fixing 1 July as the date on which it will enter into force.",
            "entered_into_force",
            "2002-04-11",
            "2002-07-01",
        ),
    ],
)
def test_a_day_without_a_year_lies_where_the_tense_of_its_clause_says(
    text: str, relation: str, published: str, value: str
) -> None:
    assert found(text, relation, published).claim.value.normalized == value


def test_a_day_without_a_year_is_not_refuted_where_another_year_fits() -> None:
    assert label("The Rome Statute takes effect on 1 July.", "entered_into_force", "2001-11-30") == "supported"
    assert label("The Rome Statute takes effect on 1 May.", "entered_into_force", "2001-11-30") == "refuted"


def test_one_unknown_signer_of_many_is_no_refutation() -> None:
    assert label("The envoy signed the Rome Statute in 1999.", "signed") == "not_enough_info"
    assert label("The envoy signed the INF Treaty in 1986.", "signed") == "refuted"


def test_the_parties_to_a_treaty_agree_on_things_and_are_not_agreed() -> None:
    text = "The parties to the Basel Convention agreed in 2019 to bring plastic under its rules."
    assert not [item for item in checked(text).claims if item.claim.relation == "signed"]


def test_a_stretch_of_time_in_force_has_two_ends() -> None:
    claims = checked("The ABM Treaty was in force from 3 October 1972, to 13 June 2002.").claims
    assert [(item.claim.relation, item.claim.value.normalized) for item in claims] == [
        ("entered_into_force", "1972-10-03"),
        ("terminated", "2002-06-13"),
    ]


def test_how_long_it_has_been_in_force_tells_when_that_began() -> None:
    assert label("The NPT has been in force for 27 years.", "entered_into_force", "1997-06-20") == "supported"
    assert label("The NPT has been in force for 17 years.", "entered_into_force", "1997-06-20") == "refuted"


def test_a_treaty_that_ends_a_war_does_not_end() -> None:
    assert label("The Treaty of Portsmouth ended the war in 1905.", "signed") == "supported"
    assert not [
        c for c in checked("The INF Treaty ended a rivalry in 1988.").claims if c.claim.relation == "terminated"
    ]


@pytest.mark.parametrize(
    ("text", "relation", "value", "expected"),
    [
        ("START I was a 15-year treaty.", "duration", "P15Y", "supported"),
        ("START I was a 20-year treaty.", "duration", "P20Y", "refuted"),
        ("The six-year extension of New START bought time.", "extension", "P6Y", "refuted"),
        ("New START is to be in force for ten years.", "duration", "P10Y", "supported"),
        ("The Partial Test Ban Treaty (PTBT, 1963) is kept.", "signed", "1963", "supported"),
        ("The Senate on Friday ratified the INF Treaty.", "ratified", "1988-05-27", "supported"),
        ("From 1 June 1988 the INF Treaty was in force.", "entered_into_force", "1988-06-01", "supported"),
    ],
)
def test_terms_and_days_are_found_wherever_english_puts_them(
    text: str, relation: str, value: str, expected: str
) -> None:
    judged = found(text, relation, "1988-05-30" if "Senate" in text else None)
    assert (judged.claim.value.normalized, judged.verdict.label.value) == (value, expected)


def test_what_is_only_proposed_or_of_something_else_makes_no_claim() -> None:
    for text in (
        "He offered a one-year extension of New START.",
        "The signing of the INF Treaty was planned in 1986.",
        "A one-year extension of New START's limits was welcome.",
        "The 40-year-old START I is gone.",
    ):
        assert not checked(text).claims, text
