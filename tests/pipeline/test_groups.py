"""What texts say of groups of states: all, none or some of the nuclear-armed, the Nordic, the Annex 2 states."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("None of the nine nuclear-armed states has ratified the TPNW.", "ratified", "supported"),
        ("So far no nuclear-armed state has signed the TPNW.", "signatory", "supported"),
        ("All five nuclear-weapon states have signed the CTBT.", "signatory", "supported"),
        ("All five nuclear-weapon states have ratified the CTBT.", "ratified", "refuted"),
        ("None of the Nordic countries has ratified the CWC.", "ratified", "refuted"),
        ("None of Chile, Peru and Bolivia has ratified the CWC.", "ratified", "refuted"),
        ("The Benelux countries signed the Paris Agreement in 2016.", "signed", "supported"),
        ("The nuclear-weapon states have not ratified the CTBT.", "ratified", "not_enough_info"),
    ],
)
def test_what_a_group_did_is_judged_for_each_of_its_members(text: str, relation: str, expected: str) -> None:
    assert label(text, relation) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Some Nordic countries have signed the TPNW.",
        "Most of the Nordic countries have signed the TPNW.",
        "Not all Nordic countries have signed the TPNW.",
        "Non-nuclear-weapon states have signed the TPNW.",
        "Diplomats of four of the Nordic countries have signed the TPNW, it was said.",
        "Nordic countries have signed the TPNW.",
    ],
)
def test_a_part_of_a_group_is_not_the_group(text: str) -> None:
    assert all("; " not in judged.claim.value.normalized for judged in checked(text).claims)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Nine of the 44 Annex 2 states have yet to ratify the CTBT.", None, "supported"),
        ("Seven of the 44 Annex 2 states have yet to ratify the CTBT.", None, "refuted"),
        ("Eight of the 44 Annex 2 states have yet to ratify the CTBT.", "2019-05-01", "supported"),
        ("As of 2015, eight Annex 2 states have not ratified the CTBT.", None, "supported"),
        ("Three of the nine nuclear-armed states have ratified the CTBT.", None, "refuted"),
        ("Two of the Nordic countries have not ratified the TPNW.", None, "not_enough_info"),
        ("The CTBT cannot take effect for the non-ratification of seven specific states.", None, "refuted"),
    ],
)
def test_a_number_of_a_group_is_counted_by_its_members(text: str, published: str | None, expected: str) -> None:
    assert label(text, "party_count", published) == expected


def test_these_states_are_those_whose_size_the_text_has_just_told() -> None:
    told = "The CTBT must be ratified by 44 states. Twelve of these have not done so."
    judged = found(told, "party_count")
    assert judged.claim.negated
    assert judged.verdict.label.value == "refuted"
    untold = "The CTBT is not in force. Twelve of these have not done so."
    assert all(judged.claim.relation != "party_count" for judged in checked(untold).claims)


def test_a_number_inside_the_name_of_a_group_counts_no_parties() -> None:
    claims = checked("The CWC was ratified by all five permanent members of the UN Security Council.").claims
    assert all(judged.claim.relation != "party_count" for judged in claims)


def test_what_nobody_named_did_not_do_in_a_year_is_no_claim() -> None:
    assert not checked("In 1998 many countries had not signed the Rome Statute.").claims
    assert label("The INF Treaty was not signed in 1986.", "signed") == "supported"
