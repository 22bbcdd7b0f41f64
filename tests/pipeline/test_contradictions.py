"""Contents, sizes, prices, ends and orders that plainly contradict what is known."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def labels(text: str, published: str | None = None) -> dict[str, str]:
    return {
        text[item.claim.span.start : item.claim.span.end]: item.verdict.label
        for item in checked(text, published).claims
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Peace of Portsmouth gave Japan the northern half of Sakhalin.",
            "gave Japan the northern half of Sakhalin",
        ),
        ("START II bans land-based missiles with single warheads.", "bans land-based missiles with single warheads"),
        (
            "The BWC requires the destruction of such weapons within six months.",
            "requires the destruction of such weapons within six months",
        ),
        ("The Outer Space Treaty permits nuclear weapons in orbit.", "permits nuclear weapons in orbit"),
        (
            "UNCLOS leaves coastal states a territorial sea of 24 nautical miles.",
            "leaves coastal states a territorial sea of 24 nautical miles",
        ),
    ],
)
def test_the_opposite_of_what_a_treaty_says_is_refuted(text: str, words: str) -> None:
    assert labels(text).get(words) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "The Peace of Portsmouth gave Japan the southern half of Sakhalin.",
        "START II bans multiple warheads on land-based missiles.",
        "START II allows multiple warheads on submarine-launched missiles.",
        "The BWC requires the destruction of such weapons within nine months.",
        "The Outer Space Treaty does not ban conventional weapons in orbit.",
        "UNCLOS leaves coastal states a territorial sea of 12 nautical miles and an economic zone of 200.",
        "The Treaty of Nanking opened Shanghai and four other ports to British trade.",
        "Warming is to stay well below 2C, says the Paris Agreement, and better still below 1.5C.",
        "START I allowed 154 heavy missiles with 1,540 warheads, half of what the Soviet Union had.",
    ],
)
def test_what_agrees_with_the_treaty_is_not_refuted(text: str) -> None:
    assert "refuted" not in labels(text).values()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Under UNCLOS the territorial sea is limited to 200 nautical miles.", "limited to 200 nautical miles"),
        ("Mexico ceded California for $40 million in the Treaty of Guadalupe Hidalgo.", "for $40 million"),
        ("SALT II would have limited each side to 3,000 strategic launchers.", "limited each side to 3,000"),
        ("New START limits each side to 900 deployed bombers and missiles.", "limits each side to 900"),
        ("The Biological Weapons Convention expired in 1999.", "expired in 1999"),
        ("America withdrew from the Convention on Cluster Munitions in 2011.", "withdrew from the Convention"),
        ("The Philippines was the first country to quit the Rome Statute.", "first country to quit"),
        ("Finland became the 33rd party to the North Atlantic Treaty.", "the 33rd party"),
        ("The Treaty of Rapallo was signed by Germany and Hungary.", "signed by Germany and Hungary"),
    ],
)
def test_another_size_price_end_order_or_party_than_the_known_one_is_refuted(text: str, words: str) -> None:
    assert "refuted" in {label for span, label in labels(text).items() if words in span}


@pytest.mark.parametrize(
    "text",
    [
        "Burundi was the first country to quit the Rome Statute.",
        "Finland became the 31st party to the North Atlantic Treaty.",
        "The first commitment period of the Kyoto Protocol expired in 2012.",
        "America walked away from the Ottawa Treaty in 1997.",
        "The Treaty of Rapallo (1920) was signed by Italy and Yugoslavia.",
        "Burundi ratified the Rome Statute in 2004 and, in 2017, left it.",
        "Russia signed the Rome Statute in 2000 and in 2016 took its signature back.",
    ],
)
def test_what_only_looks_like_one_of_them_is_not_refuted(text: str) -> None:
    assert "refuted" not in labels(text).values()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Paris Agreement seeks to hold warming well below 4°C above pre-industrial levels.",
            "hold warming well below 4°C",
        ),
        ("The High Seas Treaty reached the 90 ratifications it needed in 2025.", "90 ratifications it needed"),
        ("India has suspended the Indus Waters Treaty. The 1958 pact outlived three wars.", "The 1958 pact"),
        ("1962 – Antarctic Treaty", "1962 – Antarctic Treaty"),
        ("The Kyoto Protocol took effect eight years later, on 16 February 2006.", "16 February 2006"),
        ("Delegates agreed to extend the NPT by 30 years.", "extend the NPT by 30 years"),
        ("SORT committed each side to between 1,000 and 1,500 deployed warheads.", "committed each side to"),
        (
            "The Ramsar Convention was signed in the city of that name in 1981.",
            "signed in the city of that name in 1981",
        ),
        ("Japan's withdrawal from the Whaling Convention took effect on 30 June 2017.", "took effect on 30 June 2017"),
        ("The CTBT was rejected by the US Senate in 1997.", "rejected by the US Senate in 1997"),
        ("START II was ratified by the US Senate in 1998.", "ratified by the US Senate in 1998"),
        (
            "CITES was agreed in Washington, entered into force in 1971 and now has more than 180 parties.",
            "entered into force in 1971",
        ),
        ("Compliance with the 1991 international Montreal Protocol was high.", "1991 international Montreal Protocol"),
        ("It began after the Ottawa Treaty was adopted in May 2001.", "adopted in May 2001"),
        ("Rules came in before the Ottawa Treaty was signed in Lisbon.", "signed in Lisbon"),
    ],
)
def test_what_is_told_in_passing_is_refuted_too(text: str, words: str) -> None:
    assert "refuted" in {label for span, label in labels(text).items() if words in span}


@pytest.mark.parametrize(
    "text",
    [
        "1994: NAFTA",
        "1963: Partial Test Ban Treaty",
        "Bush was leaving the ABM Treaty. The 1974 accord was a protocol to it.",
        "The INF Treaty followed SALT. The 1989 accord was another.",
        "The bill came up before the Ottawa Treaty and was adopted in 2003.",
        "The law that came after the Ottawa Treaty was adopted in 2003.",
    ],
)
def test_what_may_be_of_something_else_is_not(text: str) -> None:
    assert "refuted" not in labels(text).values()
