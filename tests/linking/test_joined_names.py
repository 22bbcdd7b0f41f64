"""Treaties whose names stand in a list, with one noun, one year or several dates for all."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def claims(text: str) -> set[tuple[str, str, str]]:
    return {
        (judged.claim.treaty.value, judged.claim.value.normalized, judged.verdict.label.value)
        for judged in checked(text).claims
        if judged.claim.value.type == "date"
    }


def test_names_that_share_a_plural_noun_are_all_found() -> None:
    text = "The Outer Space and Moon treaties were opened for signature in 1967 and 1979 respectively."
    assert claims(text) == {("outer-space-treaty", "1967", "supported"), ("moon-agreement", "1979", "supported")}


def test_a_year_before_a_plural_noun_dates_all_treaties_of_the_list() -> None:
    assert claims("The 1992 Biodiversity and Climate Change conventions came out of Rio.") == {
        ("cbd", "1992", "supported"),
        ("unfccc", "1992", "supported"),
    }


def test_each_treaty_of_a_list_has_its_own_date() -> None:
    text = "The Basel, Rotterdam and Stockholm conventions were adopted in 1989, 1998 and 2003."
    assert claims(text) == {
        ("basel-convention", "1989", "supported"),
        ("rotterdam-convention", "1998", "supported"),
        ("stockholm-convention", "2003", "refuted"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Rotterdam and Stockholm conventions were adopted in 1989, 1998 and 2001.",
        "The INF Treaty and START I were signed in 1987, 1990 and 1991.",
    ],
)
def test_no_date_is_refuted_where_there_are_not_as_many_dates_as_treaties(text: str) -> None:
    assert "refuted" not in {label for _, _, label in claims(text)}


def test_a_short_name_stands_for_the_treaty_where_it_does_what_treaties_do() -> None:
    text = "The Montreux Convention was signed in 1936. Montreux remains in force. In Montreux it rains."
    relations = [judged.claim.relation for judged in checked(text).claims]
    assert relations == ["signed", "in_force"]


def test_a_predecessor_is_another_treaty() -> None:
    (judged,) = checked("New START replaced its predecessor, SORT.").claims
    assert (judged.claim.treaty.value, judged.claim.value.normalized) == ("new-start", "sort")


def test_both_treaties_are_the_last_two_that_the_text_spoke_of() -> None:
    text = "SALT I and the ABM Treaty came out of the Moscow summit. Both treaties were signed in May {}."
    assert claims(text.format(1972)) == {("salt-i", "1972-05", "supported"), ("abm-treaty", "1972-05", "supported")}


def test_a_year_beside_a_name_is_not_refuted_where_it_is_far_from_the_signature() -> None:
    text = "Hailed by the United Nations, CITES in 1989 banned the trade in ivory."
    assert "refuted" not in {verdict for _, _, verdict in claims(text)}
