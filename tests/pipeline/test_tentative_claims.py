"""What the grammar leaves open counts only where the facts bear it out."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def found(text: str, published: str | None = None) -> dict[tuple[str, str, str], str]:
    """Treaty, relation and value of each claim to its label."""
    return {
        (judged.claim.treaty.value, judged.claim.relation, judged.claim.value.normalized): judged.verdict.label.value
        for judged in checked(text, published).claims
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("In 1972 the talks at last yielded the ABM Treaty.", ("abm-treaty", "signed", "1972")),
        (
            "The INF Treaty, so the story goes, was the work of two tired men who, in Washington, "
            "signed on 8 December 1987.",
            ("inf-treaty", "signed", "1987-12-08"),
        ),
        (
            "It is an arms treaty, New START, between Washington and Moscow, one of many, and signed on 8 April 2010.",
            ("new-start", "signed", "2010-04-08"),
        ),
        ("The deal is the INF Treaty with the Soviet Union.", ("inf-treaty", "between", "SU")),
    ],
)
def test_a_pairing_that_no_rule_reads_is_found_where_the_facts_support_it(
    text: str, claim: tuple[str, str, str]
) -> None:
    assert found(text).get(claim) == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "In 1975 the talks at last yielded the ABM Treaty.",
        "In June 1975, as the ABM Treaty was on all lips, the leaders signed a law on fish.",
        "The two powers made the ABM Treaty in May 1979.",
    ],
)
def test_a_pairing_that_the_facts_do_not_support_is_no_claim_and_no_flag(text: str) -> None:
    assert "refuted" not in found(text).values()


def test_an_event_that_its_date_confirms_is_judged_in_its_other_values() -> None:
    text = "It is an arms treaty, New START, between two old rivals, one of many, signed on 8 April 2010 in {}."
    assert found(text.format("Prague"))[("new-start", "signed_in", "Prague")] == "supported"
    assert found(text.format("Vienna"))[("new-start", "signed_in", "Vienna")] == "refuted"


def test_tentative_claims_are_told_apart_and_are_less_sure() -> None:
    (firm,) = checked("The ABM Treaty was signed in May 1972.").claims
    (tentative,) = checked("The two powers made the ABM Treaty in May 1972.").claims
    assert (firm.claim.tentative, tentative.claim.tentative) == (False, True)
    assert tentative.verdict.confidence < firm.verdict.confidence


def test_what_a_guard_keeps_out_is_not_tentative_either() -> None:
    assert found("The president hopes to ratify New START in 2010.") == {}
    assert found("Could the two powers have made the ABM Treaty in May 1972?") == {}


def test_a_year_in_a_name_is_taken_for_granted_by_wishes_too() -> None:
    assert found("The minister may leave the 1972 ABM Treaty.") == {("abm-treaty", "signed", "1972"): "supported"}


def test_an_anniversary_dates_the_event() -> None:
    text = "The world marks the tenth anniversary of the signing of the INF Treaty."
    claims = found(text, "1997-12-01")
    assert claims == {("inf-treaty", "signed", "1987~"): "supported"}


def test_a_legislature_passes_a_treaty_and_an_assembly_adopts_one() -> None:
    assert ("inf-treaty", "ratified", "1988-05") in found("The INF Treaty was passed by the U.S. Senate in May 1988.")
    assert ("ctbt", "adopted", "1996") in found("The CTBT was passed by the General Assembly in 1996.")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is thirty years since the INF Treaty.", "1987~"),
        ("The INF Treaty was thirty years old yesterday.", "1987-12-08"),
        ("The INF Treaty is forty years old yesterday.", None),
        ("It is twenty years since the INF Treaty.", None),
    ],
)
def test_the_age_of_a_treaty_dates_it_where_it_is_right(text: str, value: str | None) -> None:
    claims = checked(text, "2017-12-09").claims
    assert [item.claim.value.normalized for item in claims] == ([value] if value else [])


def test_a_denied_date_of_a_treaty_that_is_only_described_is_supported_where_it_is_wrong() -> None:
    text = "The treaty of peace between Egypt and Israel was not signed in 1977."
    (judged,) = checked(text).claims
    assert (judged.claim.negated, judged.verdict.label) == (True, "supported")
