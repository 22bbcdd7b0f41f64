"""Signatures that several share: lists with offices, co-signers, whole lists of one side, documents signed at home."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The SORT treaty was signed by US President George W. Bush and his Russian counterpart, Putin.", "supported"),
        ("The SORT treaty was signed by US President George W. Bush and his Russian counterpart, Yeltsin.", "refuted"),
        ("Ford signed the PNE Treaty with Brezhnev.", "supported"),
        ("Ford signed the PNE Treaty with Kosygin in Moscow.", "refuted"),
        ("Molotov signed the Molotov-Ribbentrop Pact with Stalin looking on.", "supported"),
        ("It was Carter himself who had signed the ABM Treaty.", "refuted"),
        ("William Hobson and some forty chiefs signed the Treaty of Waitangi.", "supported"),
    ],
)
def test_all_who_share_a_signature_are_judged(text: str, verdict: str) -> None:
    assert label(text, "signed_by") == verdict


def test_a_name_with_a_hyphen_is_one_name() -> None:
    judged = found("Emmanuel Macron and Hans Meyer-Landrut signed the Treaty of Aachen.", "signed_by")
    assert (judged.claim.value.normalized, judged.verdict.label) == (
        "Emmanuel Macron; Hans Meyer-Landrut",
        "refuted",
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Friedrich Ebert signed the Treaty of Versailles.", "refuted"),
        ("Johannes Bell signed the Treaty of Versailles.", "supported"),
        ("Clemenceau signed the Treaty of Versailles.", "not_enough_info"),
    ],
)
def test_a_whole_list_of_one_side_says_nothing_of_the_others(text: str, verdict: str) -> None:
    assert label(text, "signed_by") == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Bill Clinton signed NAFTA.", "not_enough_info"),
        ("NAFTA was signed by Bill Clinton, Brian Mulroney and Carlos Salinas.", "refuted"),
    ],
)
def test_a_law_signed_at_home_excuses_no_signature_that_others_share(text: str, verdict: str) -> None:
    assert label(text, "signed_by") == verdict


def test_the_year_of_a_law_signed_at_home_is_no_error_where_it_is_told_who_signed() -> None:
    assert label("President Clinton signed NAFTA in 1993.", "signed") == "not_enough_info"
    assert label("The United States signed NAFTA in 1993.", "signed") == "refuted"


@pytest.mark.parametrize("day", ["26 March 1979", "26 May 1975"])
def test_an_exact_date_tells_that_a_treaty_is_the_one_described(day: str) -> None:
    report = checked(f"Egypt and Israel signed their peace treaty in Cairo on {day}.")
    places = [item.verdict.label.value for item in report.claims if item.claim.relation == "signed_in"]
    assert places == (["refuted"] if day.endswith("1979") else [])


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("British and American commissioners signed the Treaty of Ghent.", "supported"),
        ("Dutch and American commissioners signed the Treaty of Ghent.", "refuted"),
        ("New START was signed by negotiators from Russia and the United States.", "supported"),
        ("New START was signed by negotiators from Russia and China.", "refuted"),
    ],
)
def test_envoys_sign_for_the_states_that_they_are_from(text: str, verdict: str) -> None:
    assert label(text, "signed_by") == verdict


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The Treaty of Tordesillas divided the new lands between Spain and Portugal.", ["supported"]),
        ("The Treaty of Tordesillas divided the new lands between Spain and England.", ["refuted"]),
        ("The Oregon Treaty divided the territory between the United States and Canada.", []),
        ("The Dayton Agreement divided the land between Sarajevo and the north.", []),
    ],
)
def test_what_a_treaty_divides_between_its_parties_goes_to_no_third(text: str, verdicts: list[str]) -> None:
    assert [item.verdict.label.value for item in checked(text).claims if item.claim.relation == "between"] == verdicts


def test_a_date_tells_which_of_two_namesakes_was_signed() -> None:
    judged = found("On 13 September 1993 Yitzhak Rabin and Yasser Arafat signed the Oslo Accord.", "signed_by")
    assert (judged.claim.treaty.value, judged.verdict.label) == ("oslo-i", "refuted")


def test_the_agent_of_another_participle_signed_nothing() -> None:
    report = checked("New START was signed in Prague and announced by Putin.")
    assert "signed_by" not in {item.claim.relation for item in report.claims}
