"""Loose verbs whose date lies where no event of the treaty can."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("In 1986 the assembly was able to establish the Rome Statute.", "adopted"),
        ("The United Nations managed to create the UNFCCC in 1986.", "adopted"),
        ("Trade fell after the 1989 implementation of NAFTA.", "entered_into_force"),
        ("In 1979 Canada accepted the Genocide Convention.", "ratified"),
    ],
)
def test_what_comes_long_before_its_time_is_refuted(text: str, relation: str) -> None:
    assert found(text, relation).verdict.label.value == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations created the UNFCCC in 1990.",
        "The United Nations established the UNFCCC secretariat in 1985.",
        "The court created the Rome Statute's office in 1985.",
        "In 1985 the assembly established a body for the Rome Statute.",
        "Experts drafted the UNFCCC in 1985.",
        "Trade grew with the implementation of NAFTA in 1999.",
        "In 1999 Canada accepted the report on the Genocide Convention.",
    ],
)
def test_a_loose_verb_that_may_tell_something_else_is_no_claim(text: str) -> None:
    assert not [item for item in checked(text).claims if item.verdict.label.value == "refuted"]


def test_the_date_of_what_went_on_with_an_adoption_is_that_of_the_adoption() -> None:
    judged = found("In 1950 the world took a step forward with the adoption of the Genocide Convention.", "adopted")
    assert judged.verdict.label.value == "refuted"
    assert checked("In 2003 they were happy with the signing of the Ottawa Treaty.").claims == ()
