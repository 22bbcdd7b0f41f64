"""In how many letters two spellings differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from treatycheck.text.slips import MOST, letters_off

WORDS = st.text("abc", max_size=7)


@given(WORDS, WORDS)
def test_letters_are_counted_as_the_optimal_string_alignment_counts_them(word: str, other: str) -> None:
    assert letters_off(word, other) == min(OSA.distance(word, other), MOST + 1)


def test_neighbours_changed_about_are_one_difference() -> None:
    assert letters_off("convnetion", "convention") == 1
