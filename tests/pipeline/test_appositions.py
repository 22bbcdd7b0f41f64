"""Memberships told beside a name."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked


def labels(text: str, published: str | None = None) -> dict[str, str]:
    claims = (item for item in checked(text, published).claims if item.claim.relation == "party")
    return {text[item.claim.span.start : item.claim.span.end]: item.verdict.label for item in claims}


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Egypt, a party to the NPT, spoke first.", "Egypt, a party to the NPT", "supported"),
        ("Pakistan, a party to the NPT, spoke next.", "Pakistan, a party to the NPT", "refuted"),
        (
            "China and Russia, both members of the Ottawa Treaty, sent nobody.",
            "China and Russia, both members of the Ottawa Treaty",
            "refuted",
        ),
        (
            "China (not a party to the Ottawa Treaty) sent nobody.",
            "China (not a party to the Ottawa Treaty",
            "supported",
        ),
        (
            "India and Israel, neither a party to the NPT, sent nobody.",
            "India and Israel, neither a party to the NPT",
            "supported",
        ),
        (
            "As a party to the Ottawa Treaty, China must clear its mines.",
            "a party to the Ottawa Treaty, China",
            "refuted",
        ),
        (
            "The NPT was opened in 1968. India and Pakistan, both parties to it, have the bomb.",
            "India and Pakistan, both parties to it",
            "refuted",
        ),
        (
            "Norway, Japan and China, a party to the Ottawa Treaty, met.",
            "China, a party to the Ottawa Treaty",
            "refuted",
        ),
    ],
)
def test_an_apposition_tells_who_is_a_party(text: str, words: str, label: str) -> None:
    assert labels(text) == {words: label}


@pytest.mark.parametrize(
    "text",
    [
        "Burundi, a party to the Rome Statute, arrested nobody in 2009.",
        "Ukraine, not a party to the Rome Statute, accepted the court's jurisdiction in 2014.",
        "Norway, a party of the centre in hand, spoke of the NPT.",
    ],
)
def test_it_tells_of_the_time_of_its_sentence(text: str) -> None:
    assert "refuted" not in labels(text).values()
