"""Records that are read where they lie are those that the whole file holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.data import packaged
from treatycheck.data.records import Records, add_index, packaged_records, records_of
from treatycheck.data.tables import Tables, TablesWriter
from treatycheck.reference.build import render

TEXTS = st.text('ab":,\\é🕊\n', max_size=6)
CONTENT = st.recursive(st.none() | st.integers() | TEXTS, lambda inner: st.lists(inner, max_size=3))
IDS = st.text('ab":,\\é🕊', min_size=1, max_size=6)


def indexed(ids: list[str], written: Any) -> Records:
    """The records of these ids in the file that is written of them."""
    content = render(written).encode()
    writer = TablesWriter()
    add_index(writer, "some.json", ids, content)
    return records_of(memoryview(content), Tables(writer.content()), "some.json")


@given(st.dictionaries(IDS, CONTENT, max_size=6))
def test_records_by_id_are_read_one_by_one(written: dict[str, Any]) -> None:
    assert dict(indexed(sorted(written), written)) == written


@given(st.dictionaries(IDS, CONTENT, max_size=6))
def test_records_that_hold_their_id_are_read_one_by_one(written: dict[str, Any]) -> None:
    records = [{"id": record_id, "content": content} for record_id, content in sorted(written.items())]
    assert list(indexed(sorted(written), records).values()) == records


def test_the_packaged_records_are_those_of_the_whole_files() -> None:
    assert list(packaged_records("treaties.json").values()) == packaged("treaties.json")
    assert dict(packaged_records("facts.json")) == packaged("facts.json")


@pytest.mark.parametrize("strange", ["", "inf", "inf-treaty/signed", "zzz", "\u0130"])
def test_an_unknown_id_has_no_record(strange: str) -> None:
    with pytest.raises(KeyError):
        packaged_records("facts.json")[strange]
