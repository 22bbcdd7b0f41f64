"""What a treaty bans, grants and requires: of which treaty a clause says it, and what the facts bear out."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def contents(text: str) -> dict[str, tuple[str, str]]:
    """The words of each claim of contents to its treaty and label."""
    return {
        text[judged.claim.span.start : judged.claim.span.end]: (judged.claim.treaty.value, judged.verdict.label.value)
        for judged in checked(text).claims
        if judged.claim.relation == "prohibits"
    }


@pytest.mark.parametrize(
    ("text", "words", "treaty"),
    [
        (
            "The Seabed Treaty, signed in Washington in 1971, was a modest accord that banned nuclear weapons from the "
            "ocean floor.",
            "banned nuclear weapons from the ocean floor",
            "seabed-treaty",
        ),
        (
            "Canada praised the convention banning germ weapons, known as the Biological Weapons Convention.",
            "banning germ weapons, known as the Biological Weapons Convention",
            "bwc",
        ),
        (
            "The Antarctic Treaty was signed in 1959. It kept the continent for peace, banning military bases there.",
            "banning military bases there",
            "antarctic-treaty",
        ),
    ],
)
def test_a_clause_behind_a_common_noun_tells_of_the_treaty_that_the_noun_is_said_of(
    text: str, words: str, treaty: str
) -> None:
    assert contents(text).get(words) == (treaty, "supported")


@pytest.mark.parametrize(
    ("text", "words", "treaty"),
    [
        (
            "The Louisiana Purchase Treaty handed Louisiana to the United States.",
            "handed Louisiana to the United States",
            "louisiana-purchase",
        ),
        (
            "The Treaty of Utrecht was signed in 1713. Spain ceded Gibraltar to Britain.",
            "Spain ceded Gibraltar to Britain",
            "treaty-of-utrecht",
        ),
        (
            "Gibraltar was ceded to Britain in the Treaty of Utrecht.",
            "Gibraltar was ceded to Britain",
            "treaty-of-utrecht",
        ),
        (
            "Under the Outer Space Treaty no state may place nuclear weapons in orbit.",
            "no state may place nuclear weapons in orbit",
            "outer-space-treaty",
        ),
    ],
)
def test_common_words_count_where_the_facts_bear_them_out(text: str, words: str, treaty: str) -> None:
    assert contents(text).get(words) == (treaty, "supported")


@pytest.mark.parametrize(
    "text",
    [
        "The Lateran Treaty gives historians no rest.",
        "Russia broke the CFE Treaty with a banned tank.",
        "The Treaty of Guadalupe Hidalgo ended the war between Mexico and the United States.",
        "Bush withdrew from the ABM Treaty, allowing him to build missile defences.",
        "The United States may leave the Seabed Treaty and place nuclear weapons where it likes.",
    ],
)
def test_what_the_treaty_does_not_say_is_no_content_of_it(text: str) -> None:
    assert contents(text) == {}


def test_what_is_banned_is_not_allowed() -> None:
    assert contents("The Ottawa Treaty allows the use of anti-personnel mines.") == {
        "allows the use of anti-personnel mines": ("ottawa-treaty", "refuted")
    }


def test_a_line_of_a_list_tells_of_the_treaty_above_it() -> None:
    text = "Ottawa Treaty (1997)\n\n- Bans the use of anti-personnel landmines\n"
    assert contents(text).get("Bans the use of anti-personnel landmines") == ("ottawa-treaty", "supported")


def test_would_tells_the_contents_of_a_treaty_that_was_never_in_force() -> None:
    text = "Bush signed START II, which would ban multiple warheads on land-based missiles."
    assert contents(text).get("ban multiple warheads on land-based missiles") == ("start-ii", "supported")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The tobacco convention, the FCTC, opened in 2003. Norway was the first to accept it.", "supported"),
        ("The INF Treaty was the first pact to eliminate a whole category of nuclear weapons.", "supported"),
        ("Canada was the first country to leave the Madrid Protocol.", "not_enough_info"),
    ],
)
def test_the_first_of_its_kind_is_judged_by_what_the_facts_call_first(text: str, label: str) -> None:
    assert [judged.verdict.label.value for judged in checked(text).claims if judged.claim.relation == "first"] == [
        label
    ]


def test_the_first_of_something_else_is_no_claim_about_the_treaty() -> None:
    text = "The first crisis came when North Korea threatened to leave the NPT."
    assert not [judged for judged in checked(text).claims if judged.claim.relation == "first"]
