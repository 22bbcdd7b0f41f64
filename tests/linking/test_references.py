"""What "it", "the treaty" and "the 1972 treaty" stand for from one sentence to the next."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked
from treatycheck.linking.discourse import Discourse
from treatycheck.linking.treaty_names import treaty_names
from treatycheck.model import MatchMethod, Mention, MentionKind, Span


def said(text: str) -> list[tuple[str, str, str]]:
    """Of which treaty, which relation and value the text speaks."""
    return [
        (item.claim.treaty.value, item.claim.relation, item.claim.value.normalized) for item in checked(text).claims
    ]


@pytest.mark.parametrize(
    "reference", ["It", "The treaty", "The pact", "This agreement", "The accord", "That treaty", "The 1972 treaty"]
)
def test_a_reference_stands_for_the_treaty_named_before(reference: str) -> None:
    judged = checked(f"The ABM Treaty was a milestone. {reference} was signed in Geneva.").claims[-1]
    assert (judged.claim.treaty.value, judged.claim.treaty.text) == ("abm-treaty", reference)
    assert judged.claim.treaty.method is MatchMethod.COREFERENCE


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The INF Treaty was a success. It rained. The treaty ended in 2019.", ("inf-treaty", "terminated", "2019")),
        ("The ABM Treaty mattered.\n\nThe accord was signed in 1972.", ("abm-treaty", "signed", "1972")),
        ("The NPT is old. New START followed. It was signed in 2010.", ("new-start", "signed", "2010")),
        (
            "New START was signed in Prague. It followed START I. The treaty was signed in 2010.",
            ("new-start", "signed", "2010"),
        ),
        (
            "The ABM Treaty was signed in Moscow. Then came the INF Treaty. The 1972 treaty ended in 2002.",
            ("abm-treaty", "terminated", "2002"),
        ),
        ("The Kyoto Protocol mattered. The protocol was adopted in 1997.", ("kyoto-protocol", "adopted", "1997")),
        (
            "The Treaty of Fredonia failed. The INF Treaty held. It was signed in 1987.",
            ("inf-treaty", "signed", "1987"),
        ),
        (
            "The Treaty of Paris ended the Seven Years' War. It was signed in 1763.",
            ("treaty-of-paris-1763", "signed", "1763"),
        ),
        (
            "New START limits each side to 1,550 warheads. It also caps launchers at 700.",
            ("new-start", "limit", "700 launchers"),
        ),
    ],
)
def test_a_reference_stands_for_the_treaty_that_fits_it(text: str, last: tuple[str, str, str]) -> None:
    assert said(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "The ABM Treaty held. The Treaty of Fredonia was a trade pact. It was signed in 1850.",
        "The ABM Treaty held. The Fredonia Convention ended the war. It was signed in 1850.",
        "The ABM Treaty held. The Fredonia Treaty followed. It was signed in 1850. The treaty lapsed in 1900.",
        "The ABM Treaty held. A treaty on trade followed. It was signed in 1850.",
    ],
)
def test_an_unknown_treaty_takes_the_references_behind_it(text: str) -> None:
    assert all(relation not in {"signed", "expires", "terminated"} for _, relation, _ in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ABM Treaty was signed in 1972. A new treaty was signed in 1999.",
        "The ABM Treaty was signed in 1972. Another treaty was signed in 1999.",
        "The ABM Treaty was signed in 1972. The peace treaty with Ruritania was signed in 1994.",
        "The ABM Treaty was signed in 1972. The Treaty of Fredonia was signed in 1850.",
        "The ABM Treaty was signed in 1972. The 1850 treaty was signed in Vienna.",
        "The ABM Treaty was signed in 1972. The convention was adopted in 1985.",
    ],
)
def test_a_phrase_that_cannot_mean_the_treaty_says_nothing_of_it(text: str) -> None:
    assert said(text) == [("abm-treaty", "signed", "1972")]


def test_a_pronoun_far_behind_its_treaty_stands_for_nothing() -> None:
    assert (
        said("The ABM Treaty held. Rain fell. Snow fell. Hail fell. Sleet fell. Wind blew. It was signed in 1972.")
        == []
    )


def test_a_pronoun_in_a_text_without_treaties_stands_for_nothing() -> None:
    assert said("It was signed in 1987. The treaty was signed in 1991.") == []


@pytest.mark.parametrize(
    ("named", "topic"),
    [
        (["inf-treaty"], "inf-treaty"),
        (["inf-treaty", "npt", "inf-treaty"], "inf-treaty"),
        (["npt", "inf-treaty", "inf-treaty", "inf-treaty"], "inf-treaty"),
        (["inf-treaty", "npt", "ctbt", "bwc", "cwc", "start-i"], None),
    ],
)
def test_what_a_text_is_about_is_named_first_or_by_far_the_most_and_not_one_of_many(
    named: list[str], topic: str | None
) -> None:
    ahead = tuple(
        Mention(MentionKind.TREATY, Span(place, place + 1), place, place, treaty, "")
        for place, treaty in enumerate(named)
    )
    found = Discourse(treaty_names(), ahead).topic
    assert (found.value if found else None) == topic
