"""Who signed and where: strangers, governments, lists of places, places that open a clause."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Outer Space Treaty was signed in London, Moscow and Washington.", "supported"),
        ("The Outer Space Treaty was signed in London, Moscow and Geneva.", "refuted"),
        ("In Prague on Thursday the presidents signed New START.", "supported"),
        ("In Vienna on Thursday the presidents signed New START.", "refuted"),
        ("The CTBT was opened for signature at United Nations Headquarters.", "supported"),
    ],
)
def test_a_place_of_signature_is_judged_wherever_it_stands(text: str, verdict: str) -> None:
    assert label(text, "signed_in") == verdict


@pytest.mark.parametrize(
    "text",
    [
        "PRAGUE - By the time the pens were put away, two men had signed the INF Treaty.",
        "Moscow, to avert a crisis, sent a man who signed the INF Treaty.",
    ],
)
def test_a_dateline_or_a_government_is_no_place_of_signature(text: str) -> None:
    assert not [judged for judged in checked(text).claims if judged.claim.relation == "signed_in"]


def test_a_person_whom_the_lexicon_does_not_know_is_a_signer_too() -> None:
    judged = found("The INF Treaty was signed by Ronald Reagan and Leonid Petrov.", "signed_by")
    assert (judged.claim.value.normalized, judged.verdict.label) == ("Ronald Reagan; Leonid Petrov", "refuted")


def test_a_misspelt_name_is_still_the_signer() -> None:
    assert label("Jimmy Carter and Gen. Omar Torijos signed the Torrijos-Carter Treaties.", "signed_by") == "supported"


def test_a_government_signs_for_its_state() -> None:
    (judged,) = checked("The Carter administration signed CEDAW in 1980.").claims
    assert judged.claim.party is not None
    assert (judged.claim.party.id, judged.verdict.label) == ("US", "supported")


@pytest.mark.parametrize(
    "text",
    [
        "Were India ever to sign the NPT, it would have to change.",
        "The ABM Treaty was signed in 1972. In Marrakesh ministers signed the accord on fisheries.",
    ],
)
def test_conditions_and_other_agreements_are_no_signatures(text: str) -> None:
    assert "refuted" not in {judged.verdict.label for judged in checked(text).claims}


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("Harry Truman signed the North Atlantic Treaty in 1949.", "Dean Acheson"),
        ("Yitzhak Rabin and Yasser Arafat signed the Oslo I Accord.", "Shimon Peres"),
    ],
)
def test_a_head_of_state_did_not_sign_where_an_envoy_of_his_did(text: str, correction: str) -> None:
    verdict = found(text, "signed_by").verdict
    assert verdict.label == "refuted"
    assert verdict.correction is not None
    assert correction in verdict.correction.text


def test_a_head_of_state_may_have_signed_where_no_other_signer_of_his_state_is_known() -> None:
    assert label("Kennedy signed the Partial Test Ban Treaty in 1963.", "signed_by") == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Reagan met Gorbachev in Reykjavik. The two leaders signed the INF Treaty in 1987.", ["supported"]),
        ("Reagan met Yeltsin years later. The two men had signed the INF Treaty.", ["not_enough_info"]),
        ("Bush, Baker and Gorbachev met. The two leaders signed START I.", []),
    ],
)
def test_a_pair_is_the_two_of_whom_the_text_spoke_and_is_never_refuted(text: str, labels: list[str]) -> None:
    assert [item.verdict.label.value for item in checked(text).claims if item.claim.relation == "signed_by"] == labels


def test_an_office_between_two_signers_does_not_part_them() -> None:
    text = "Rabin and Palestine Liberation Organization (PLO) negotiator Mahmoud Abbas signed the Oslo I Accord."
    assert label(text, "signed_by") == "refuted"
