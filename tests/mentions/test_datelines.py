"""A report's own day, in its head, is what "today" is counted from."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pipeline.checking import checked, document
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.pipeline import verify


def told(text: str, published: str) -> list[tuple[str, str]]:
    return [
        (item.claim.value.normalized, item.verdict.label.value)
        for item in checked(text, published).claims
        if item.claim.relation == "signed"
    ]


@pytest.mark.parametrize(
    "head", ["VIENNA, May 15 — ", "VIENNA, Austria, May 15 -- ", "VIENNA, May 15 (AP) — ", "VIENNA, 15 May - "]
)
def test_today_is_the_day_of_the_dateline(head: str) -> None:
    assert told(f"{head}The Austrian State Treaty was signed today.", "1955-05-16") == [("1955-05-15", "supported")]


def test_a_dateline_without_a_day_leaves_the_day_of_publication() -> None:
    assert told("VIENNA — The Austrian State Treaty was signed today.", "1955-05-15") == [("1955-05-15", "supported")]


def test_a_day_long_before_publication_is_no_dateline() -> None:
    text = "VIENNA, May 15 — The Austrian State Treaty was signed today."
    assert ("1955-08-01", "refuted") in told(text, "1955-08-01")


def test_a_dateline_tells_the_day_where_only_the_year_of_the_text_is_known() -> None:
    report = document("VIENNA, May 15 — The Austrian State Treaty was signed today.", "1955-12-31")
    of_year = type(report)(report.text, published=date(1955, 12, 31), published_from=date(1955, 1, 1))
    claims = verify(of_year, BundledFactStore.load(), date(2026, 6, 1)).claims
    assert [item.claim.value.normalized for item in claims] == ["1955-05-15"]


def test_today_one_day_off_is_not_refuted_and_two_days_off_is() -> None:
    text = "The Austrian State Treaty was signed today."
    assert told(text, "1955-05-16") == [("1955-05-16", "not_enough_info")]
    assert told(text, "1955-05-17") == [("1955-05-17", "refuted")]
