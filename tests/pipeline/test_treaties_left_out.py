"""Sentences that leave out the treaty, or name it by a pronoun, and speak of the one told before."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, verdicts
from tests.pipeline.test_who_acts import acts

_STOCKHOLM = "The Stockholm Convention covers thirty chemicals."


@pytest.mark.parametrize(
    "denial",
    [
        "Washington never became a party.",
        "The United States is still not a party.",
        "The United States refused to come on board.",
        "It has more than 180 members. The United States is not among them.",
        "It has been ratified by 186 states, but the United States is not one of them.",
        "Washington observes most of it but has not joined.",
    ],
)
def test_a_state_is_told_to_stay_out_of_the_treaty_before(denial: str) -> None:
    assert ("party", "US", "", True, "supported") in acts(f"{_STOCKHOLM} {denial}")


@pytest.mark.parametrize(
    "other",
    [
        "The United States is a party to the dispute.",
        "Could the United States become a party?",
        "The United States may become a member.",
        "Nine states have not ratified it. The United States is among them.",
        "The ruling party is a member.",
    ],
)
def test_no_membership_is_read_into_other_words(other: str) -> None:
    assert acts(f"{_STOCKHOLM} {other}") == []


def test_who_refused_to_sign_is_no_signatory() -> None:
    text = "The Rome Statute set up a court. China and India refused to sign."
    assert ("signatory", "CN; IN", "", True, "supported") in acts(text)


@pytest.mark.parametrize("words", ["took its place", "superseded it"])
def test_what_replaced_it_is_told_of_the_treaty_before(words: str) -> None:
    report = checked(f"SORT was concluded in Moscow. New START {words}.")
    assert ("sort", "replaced_by", "new-start", "supported") in verdicts(report)


def test_a_treaty_does_not_replace_itself() -> None:
    report = checked("In time the Treaty of Trianon, signed in 1920, superseded it.")
    assert {relation for _, relation, _, _ in verdicts(report)} == {"signed"}


@pytest.mark.parametrize("joint", ["later became", "marked the beginning of"])
def test_an_agreement_that_became_a_treaty_is_that_treaty(joint: str) -> None:
    text = f"The talks produced an agreement that {joint} NAFTA. At the time the deal was signed in May 1991, few knew."
    assert ("nafta", "signed", "1991-05", "refuted") in verdicts(checked(text))


def test_an_agreement_that_led_to_a_treaty_is_another() -> None:
    text = "They reached an accord that led to the Kyoto Protocol. The accord was signed in 1995."
    assert checked(text).claims == ()


def test_who_refused_to_sign_somewhere_denies_no_place() -> None:
    text = "The Soviet delegation refused to sign the Treaty of San Francisco in San Francisco in 1951."
    assert "signed_in" not in {relation for _, relation, _, _ in verdicts(checked(text))}


def test_who_did_not_sign_a_treaty_with_a_state_denies_none_of_its_parties() -> None:
    text = "No Soviet delegate signed the San Francisco peace treaty with Japan."
    assert "refuted" not in {label for _, _, _, label in verdicts(checked(text))}
