"""Lists of states in what a treaty says, with one in the place of another."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import label
from treatycheck.judging.listed_states import states_listed


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Budapest Memorandum bans economic coercion against Ukraine, Belarus and Kazakhstan.", "supported"),
        ("The Budapest Memorandum bans economic coercion against Ukraine, Belarus and Georgia.", "refuted"),
        ("The Budapest Memorandum bans economic coercion against Ukraine, Belarus, and Georgia.", "refuted"),
        ("The NPT recognizes China, France, Britain, Russia and the US as nuclear-weapon states.", "supported"),
    ],
)
def test_one_state_in_the_place_of_another_is_wrong(text: str, verdict: str) -> None:
    assert label(text, "prohibits") == verdict


@pytest.mark.parametrize(
    "text",
    [
        # another fact of the treaty speaks of the state
        "The Treaty of Berlin of 1878 recognised the independence of Romania, Serbia and Bulgaria.",
        # two are too few to tell a list
        "The Budapest Memorandum bans economic coercion against Ukraine and Georgia.",
        # other contents
        "The Budapest Memorandum recognises the debts of Ukraine, Belarus and Georgia.",
    ],
)
def test_what_may_be_true_of_other_states_is_not_refuted(text: str) -> None:
    assert label(text, "prohibits") != "refuted"


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the United States, Russia, and the United Kingdom as powers", ("US", "RU", "GB")),
        ("tariffs between France and Spain, not Italy", ("FR", "ES")),
        ("a ban", ()),
    ],
)
def test_the_longest_list_of_states_is_read(text: str, states: tuple[str, ...]) -> None:
    assert states_listed(text) == states
