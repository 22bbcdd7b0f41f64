"""What is true is not flagged, however near to it something else stands."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, label


def flagged(text: str, published: str | None = None) -> list[str]:
    return [item.text for item in checked(text, published).claims if item.verdict.label == "refuted"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Hungary told the UN that it is leaving the Rome Statute, effective 2 June next year.", "2025-06-03"),
        ("Norway, which ratified UNCLOS in 1996, knows it well. So does Washington.", None),
        (
            "The president scrapped his country's membership of the Istanbul Convention one Friday in March.",
            "2021-07-01",
        ),
        ("Sixty-five states had signed the Hanoi Convention by Sunday.", "2025-10-27"),
        ("The CTBT was signed by the five nuclear powers and some sixty others on 24 September 1996.", None),
        ("The president had the Rome Statute signed on the last day, 31 December 2000.", None),
    ],
)
def test_what_is_true_is_not_flagged(text: str, published: str | None) -> None:
    assert flagged(text, published) == []


@pytest.mark.parametrize(("year", "expected"), [("1969", "supported"), ("1968", "supported"), ("1966", "refuted")])
def test_what_was_done_by_a_year_was_done_in_it_or_before(year: str, expected: str) -> None:
    assert label(f"The NPT had been signed by {year}.", "signed") == expected
