"""Who keeps a treaty, told by the noun."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, label


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Antarctic Treaty was signed in 1959. Chile is its depositary.", "refuted"),
        ("The Antarctic Treaty was signed in 1959. Depositary: United States.", "supported"),
        ("The NPT's depositaries are Russia, the United Kingdom and the United States.", "supported"),
        ("The NPT's depositaries are Russia, the United Kingdom and France.", "refuted"),
        ("Russia, Britain and the United States are the depositaries of the NPT.", "supported"),
        ("The Treaty of Tlatelolco, for which Mexico acts as depositary, was the first of its kind.", "supported"),
        ("Chile is not the depositary of the Antarctic Treaty.", "supported"),
    ],
)
def test_a_keeper_is_judged_wherever_it_is_told(text: str, verdict: str) -> None:
    assert label(text, "depositary") == verdict


@pytest.mark.parametrize(
    "text",
    [
        "The depositary's list is long: Chile and Peru have ratified the Antarctic Treaty.",
        "The depositary notified the parties: Iran has acceded to the Treaty of Tlatelolco.",
        "The depositary of the Antarctic Treaty is Chile's friend.",
    ],
)
def test_others_whom_a_sentence_names_keep_nothing(text: str) -> None:
    assert "depositary" not in {judged.claim.relation for judged in checked(text).claims}
