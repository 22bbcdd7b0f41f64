"""Treaties by what somebody types."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatycheck.linking.search import found_treaties
from treatycheck.linking.treaty_names import treaty_names


def found(query: str) -> list[str]:
    return [treaty.id for treaty in found_treaties(treaty_names(), query)]


def test_siblings_are_told_apart() -> None:
    assert found("new start")[0] == "new-start"
    assert found("start ii") == ["start-ii"]


@pytest.mark.parametrize("query", ["kyoto protocol", "Protocol, Kyoto", "KYOTO", "kyot", "kyotto protocol"])
def test_order_capitals_beginnings_and_misspellings_do_not_matter(query: str) -> None:
    assert found(query)[0] == "kyoto-protocol"


@pytest.mark.parametrize("query", ["", "  ", "—", "😀", "\ud800"])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    assert found(query) == []


def test_a_long_query_takes_no_longer() -> None:
    started = time.monotonic()
    found("treaty " * 200_000)
    assert time.monotonic() - started < 5


@settings(deadline=None)
@given(st.text(max_size=40))
def test_each_treaty_is_found_once(query: str) -> None:
    assert len(found(query)) == len(set(found(query)))
