"""Who is said to have been the first to ratify, judged by the depositary's whole list."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def told(text: str, published: str) -> list[str]:
    return [item.verdict.label.value for item in checked(text, published).claims if item.claim.relation == "first"]


@pytest.mark.parametrize(
    ("state", "label"), [("Ghana", "supported"), ("Brazil", "refuted"), ("The government of Brazil", "refuted")]
)
def test_the_first_to_ratify_is_whoever_deposited_first(state: str, label: str) -> None:
    assert told(
        f"{state} was the first country to ratify the Convention on the Rights of the Child.", "1995-01-01"
    ) == [label]


def test_a_deposit_soon_after_the_first_may_follow_the_first_vote_in_a_parliament() -> None:
    text = "Belize was the first country to ratify the Convention on the Rights of the Child."
    assert told(text, "1995-01-01") == ["not_enough_info"]


def test_the_first_of_a_region_is_not_held_against_the_list_of_all() -> None:
    text = "Brazil was the first country in South America to ratify the Convention on the Rights of the Child."
    assert "refuted" not in told(text, "1995-01-01")


def test_who_is_not_the_first_is_not_refuted_for_saying_so() -> None:
    text = "Brazil was not the first country to ratify the Convention on the Rights of the Child."
    assert "refuted" not in told(text, "1995-01-01")
