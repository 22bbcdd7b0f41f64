"""Which date belongs to an event that a noun tells: its own, or that of what is said of it."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday Putin condemned the signing of the INF Treaty.",
        "In 1995 Yeltsin condemned the signing of the INF Treaty.",
        "Putin condemned the signing of the INF Treaty on Tuesday.",
        "Thousands marked the entry into force of the NPT on Sunday.",
        "In 2010 historians still debated the collapse of the Warsaw Pact.",
        "In 2012 a stamp honoured the adoption of the CRC.",
        "The signing of the INF Treaty was hailed on 9 May 1995.",
        "Canada withdrew its signature from the INF Treaty in May 2002.",
    ],
)
def test_what_people_say_of_an_event_does_not_date_it(text: str) -> None:
    assert not [item for item in checked(text, "2023-11-08").claims if item.verdict.label.value == "refuted"]


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        ("In 1987 came the signing of the INF Treaty.", "signed", "1987"),
        ("1987 saw the signing of the INF Treaty.", "signed", "1987"),
        ("In December 1987 Reagan witnessed the signing of the INF Treaty.", "signed", "1987-12"),
        ("On Tuesday Moscow completed its withdrawal from the CFE Treaty.", "withdrew", "2023-11-07"),
        ("Russia on Tuesday completed its withdrawal from the CFE Treaty.", "withdrew", "2023-11-07"),
        ("The entry into force of the INF Treaty was on 1 June 1988.", "entered_into_force", "1988-06-01"),
    ],
)
def test_what_tells_that_it_took_place_dates_it(text: str, relation: str, value: str) -> None:
    assert found(text, relation, "2023-11-08").claim.value.normalized == value


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        ("The Treaty of Brest-Litovsk was annulled in November 1918.", "terminated", "1918-11"),
        ("The Locarno Treaties were initialled in October 1925.", "signed", "1925-10"),
        ("The Washington Naval Treaty lapsed at the end of 1936.", "expires", "1936"),
    ],
)
def test_verbs_are_known_in_all_their_spellings_and_dates_in_their_parts(text: str, relation: str, value: str) -> None:
    assert found(text, relation).claim.value.normalized == value


def test_a_treaty_that_is_due_for_an_event_has_its_date() -> None:
    judged = found("NAFTA, scheduled for formal signature on Dec. 18, worries unions.", "signed", "1992-12-10")
    assert (judged.claim.value.normalized, judged.verdict.label.value) == ("1992-12-18", "refuted")
    text = "The summit on NAFTA, scheduled for signature on Dec. 18, worries unions."
    assert checked(text, "1992-12-10").claims == ()


def test_a_treaty_that_was_a_series_of_talks_was_negotiated_then() -> None:
    judged = found("SALT I was a series of talks between the powers from 1969 to 1972.", "negotiated")
    assert (judged.claim.value.normalized, judged.verdict.label.value) == ("1969/1972", "supported")


def test_the_date_of_an_amending_protocol_is_that_of_the_amendment() -> None:
    judged = found("The ABM Treaty was modified in a protocol signed on 3 July 1974.", "amended_by")
    assert (judged.claim.treaty.value, judged.verdict.label.value) == ("abm-treaty", "supported")
