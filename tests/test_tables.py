"""What is written into tables is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.data.tables import Tables, TablesWriter

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=8)
NUMBERS = st.lists(st.integers(0, 2**32 - 1), max_size=8)


@given(TEXTS, NUMBERS, st.lists(NUMBERS, max_size=5))
def test_tables_give_what_was_written(texts: list[str], numbers: list[int], lists: list[list[int]]) -> None:
    writer = TablesWriter()
    writer.add_texts("texts", texts)
    writer.add_numbers("numbers", numbers)
    writer.add_lists("lists", lists)
    tables = Tables(writer.content())
    assert list(tables.texts("texts")) == texts
    assert list(tables.numbers("numbers")) == numbers
    held = tables.lists("lists")
    assert [list(held[place]) for place in range(len(held))] == lists
    assert [held.length(place) for place in range(len(held))] == [len(each) for each in lists]


def test_sorted_texts_are_found() -> None:
    writer = TablesWriter()
    writer.add_texts("texts", ["b", "d", "é"])
    texts = Tables(writer.content()).texts("texts")
    assert [texts.place_of(text) for text in ("a", "b", "c", "d", "é", "ö")] == [None, 0, None, 1, 2, None]
    assert texts.places() == {"b": 0, "d": 1, "é": 2}


def test_a_table_that_was_not_written_is_missed() -> None:
    with pytest.raises(KeyError):
        Tables(TablesWriter().content()).numbers("none")
