"""Where stored lists are kept: in memory, in a file, in DynamoDB on moto and in the real DynamoDB Local."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest

from tests.aws.tables import create_table
from treatycheck.aws.dynamo_lists import DynamoLists
from treatycheck.aws.ignore_lists import (
    MOST_ENTRIES,
    MOST_RECORD_BYTES,
    Entries,
    IgnoreEntry,
    IgnoreList,
    IgnoreLists,
    change,
    handle_of,
    ids_on,
    is_handle,
    joined,
    to_record,
)
from treatycheck.aws.local_lists import LocalLists
from treatycheck.errors import EditConflict, InvalidInput, ReferenceDataError, StoreUnavailable
from treatycheck.facts.precondition import Precondition

ENTRIES = (IgnoreEntry("b4d1c407589a5ae8", "Éire – 條約", "2026-01-10"), IgnoreEntry("c1"))
ANY = Precondition(frozenset())


@pytest.fixture
def table(client: Any) -> str:
    return create_table(client, f"lists-{uuid.uuid4()}", "ListTable")


@pytest.fixture(params=["memory", "file", "table"])
def lists(request: pytest.FixtureRequest, client: Any, table: str, tmp_path: Path) -> IgnoreLists:
    """Each place in turn, empty."""
    if request.param == "table":
        return DynamoLists(client, table)
    return LocalLists(tmp_path / "lists.json" if request.param == "file" else None)


def test_a_list_is_given_back_as_it_was_written(lists: IgnoreLists) -> None:
    assert lists.read("a") is None
    assert lists.write("a", IgnoreList(1, ENTRIES), since=0)
    assert lists.read("a") == IgnoreList(1, ENTRIES)
    assert lists.write("a", IgnoreList(2, None), since=1)
    assert lists.read("a") == IgnoreList(2, None)
    assert lists.read("b") is None


@pytest.mark.parametrize("since", [0, 2, 3])
def test_a_write_from_another_version_changes_nothing(lists: IgnoreLists, since: int) -> None:
    lists.write("a", IgnoreList(1, ENTRIES), since=0)
    assert not lists.write("a", IgnoreList(since + 1, ()), since=since)
    assert lists.read("a") == IgnoreList(1, ENTRIES)


def test_what_was_never_there_has_no_version_to_change(lists: IgnoreLists) -> None:
    assert not lists.write("a", IgnoreList(2, ENTRIES), since=1)
    assert lists.read("a") is None


def test_the_longest_list_can_be_kept(lists: IgnoreLists) -> None:
    length = MOST_RECORD_BYTES // MOST_ENTRIES - len('{"id":"0000","note":""},') - 1
    entries = tuple(IgnoreEntry(f"{number:04}", "n" * length) for number in range(MOST_ENTRIES))
    assert MOST_RECORD_BYTES - MOST_ENTRIES < len(to_record(entries)) <= MOST_RECORD_BYTES
    assert lists.write("a", IgnoreList(1, entries), since=0)
    held = lists.read("a")
    assert held and held.entries == entries


def test_an_edit_that_was_outpaced_begins_anew(lists: IgnoreLists) -> None:
    change(lists, "a", Precondition(), lambda _: ENTRIES)
    others = iter(range(3))

    def edit(held: Entries | None) -> Entries:
        """Adds an entry, while somebody else adds another."""
        for number in others:
            lists.write("a", IgnoreList(number + 2, joined(held or (), [IgnoreEntry(f"other-{number}")])), number + 1)
            break
        return joined(held or (), [IgnoreEntry("mine")])

    changed = change(lists, "a", ANY, edit)
    assert changed.entries and changed.version == 5
    assert {entry.id for entry in changed.entries} == {
        *(e.id for e in ENTRIES),
        "other-0",
        "other-1",
        "other-2",
        "mine",
    }


def test_an_edit_that_is_always_outpaced_gives_up(lists: IgnoreLists) -> None:
    versions = iter(range(1, 100))
    change(lists, "a", Precondition(), lambda _: ENTRIES)

    def edit(held: Entries | None) -> Entries:
        version = next(versions)
        assert lists.write("a", IgnoreList(version + 1, held), version)
        return ()

    with pytest.raises(EditConflict):
        change(lists, "a", ANY, edit)


def test_a_list_is_found_by_key_and_name_or_by_handle(lists: IgnoreLists) -> None:
    handle = handle_of("key", "desk")
    lists.write(handle, IgnoreList(1, ENTRIES), since=0)
    assert ids_on(lists, "key", "desk") == ids_on(lists, "", handle) == frozenset({"b4d1c407589a5ae8", "c1"})
    assert ids_on(lists, "other key", "desk") is None and ids_on(lists, "", "desk") is None
    lists.write(handle, IgnoreList(2, None), since=1)
    assert ids_on(lists, "key", "desk") is None


def test_a_handle_tells_neither_key_nor_name() -> None:
    handle = handle_of("secret-key", "desk")
    assert is_handle(handle) and not is_handle("desk") and handle != handle_of("secret-key", "news")


def test_a_file_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "lists.json"
    LocalLists(path).write("a", IgnoreList(1, ENTRIES), since=0)
    again = LocalLists(path)
    assert again.read("a") == IgnoreList(1, ENTRIES)
    assert again.write("a", IgnoreList(2, None), since=1)
    assert LocalLists(path).read("a") == IgnoreList(2, None)
    assert [found.name for found in tmp_path.iterdir()] == ["lists.json"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"a": 1}', '{"a": {"version": 1, "entries": [{"no": 1}]}}', "\xff"]
)
def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "lists.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(InvalidInput):
        LocalLists(path)
    assert path.read_text(encoding="latin-1") == content


def test_a_file_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    lists = LocalLists(tmp_path / "nowhere" / "lists.json")
    with pytest.raises(StoreUnavailable):
        lists.write("a", IgnoreList(1, ENTRIES), since=0)
    assert lists.read("a") is None


def test_a_table_that_is_not_there_is_unavailable(client: Any) -> None:
    lists = DynamoLists(client, "no-such-table")
    with pytest.raises(StoreUnavailable):
        lists.read("a")
    with pytest.raises(StoreUnavailable):
        lists.write("a", IgnoreList(1, ()), since=0)


@pytest.mark.parametrize("item", [{}, {"version": {"N": "1"}, "record": {"S": "no JSON"}}])
def test_an_item_of_another_shape_is_told_as_a_fault_of_ours(client: Any, table: str, item: dict[str, Any]) -> None:
    client.put_item(TableName=table, Item={"list": {"S": "a"}, **item})
    with pytest.raises(ReferenceDataError):
        DynamoLists(client, table).read("a")
