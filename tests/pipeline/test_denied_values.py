"""Values that are denied: the act is asserted, and who, where or when is said not to be right."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, label


@pytest.mark.parametrize(
    ("text", "relation", "verdict"),
    [
        ("New START was not signed in Vienna but in Prague.", "signed_in", "supported"),
        ("New START was signed not in Vienna but in Prague.", "signed_in", "supported"),
        ("It was not in Vienna that New START was signed.", "signed_in", "supported"),
        ("New START was never signed in Prague.", "signed_in", "refuted"),
        ("New START was signed not by Putin but by Medvedev.", "signed_by", "supported"),
        ("New START was signed not by Medvedev but by Putin.", "signed_by", "refuted"),
        ("New START was signed not in 2011 but in 2010.", "signed", "supported"),
    ],
)
def test_a_denial_is_judged_as_one(text: str, relation: str, verdict: str) -> None:
    assert label(text, relation) == verdict


def test_that_a_leader_did_not_sign_says_nothing_of_his_state() -> None:
    labels = {item.claim.relation: item.verdict.label.value for item in checked("Rabin did not sign Oslo I.").claims}
    assert labels == {"signatory": "not_enough_info", "signed_by": "supported"}


def test_where_a_state_refused_to_sign_is_where_others_signed() -> None:
    text = "The Polish delegation refused to sign the Treaty of San Francisco at San Francisco in September 1951."
    assert "refuted" not in {item.verdict.label.value for item in checked(text).claims}
