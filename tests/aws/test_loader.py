"""The loader: idempotent, writes only what changed, keeps edits, can be cut off at any point and run again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.aws.samples import FACTS, STAMP, TREATIES, many_facts, store_of
from treatycheck.aws.batch_writes import ATTEMPTS, BATCH
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.editor import Editor
from treatycheck.aws.loader import LoadResult, load, preview
from treatycheck.errors import EditConflict, StoreUnavailable, UnknownTreaty
from treatycheck.facts.precondition import Precondition
from treatycheck.facts.store import Stamp

PARTIES = frozenset({"US", "SU", "RU"})
EDITOR = Stamp("arn:aws:iam::123456789012:user/ada", "2026-02-03T04:05:06Z", "read the archive")
EDITED = FACTS[0]._replace(values=("1972-05-27",))


class Recorder:
    """A client that counts writes, and goes wrong as told: puts off writes, or breaks after some batches."""

    def __init__(self, client: Any, put_off: int = 0, break_after: int | None = None) -> None:
        self._client = client
        self.put_off = put_off
        self.break_after = break_after
        self.batches: list[int] = []

    def batch_write_item(self, **request: Any) -> dict[str, Any]:
        if self.break_after is not None and len(self.batches) >= self.break_after:
            raise ConnectionAbortedError
        ((table, requests),) = request["RequestItems"].items()
        done = requests[: len(requests) - self.put_off]
        self.batches.append(len(done))
        if done:
            self._client.batch_write_item(RequestItems={table: done})
        rest = requests[len(done) :]
        return {"UnprocessedItems": {table: rest} if rest else {}}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)


class Meddling(Recorder):
    """A client in front of which somebody else edits the table once, after the first batch was written."""

    def __init__(self, client: Any, editor: Editor) -> None:
        super().__init__(client)
        self._editor: Editor | None = editor

    def batch_write_item(self, **request: Any) -> dict[str, Any]:
        answer = super().batch_write_item(**request)
        if self._editor is not None:
            self._editor.put_fact(EDITED, Precondition(frozenset({1})), EDITOR)
            self._editor = None
        return answer


def editor_of(client: Any, table: str) -> Editor:
    return Editor(client, table, PARTIES, sleep=lambda seconds: None)


def items_in(client: Any, table: str) -> int:
    count: int = client.scan(TableName=table, Select="COUNT")["Count"]
    return count


def test_an_empty_table_gets_everything(client: Any, table: str) -> None:
    store = store_of()
    result = load(client, table, store, STAMP)
    assert result == LoadResult(7, 0, 0, 0, (), (), store.reference().version)
    held = DynamoFactStore(client, table)
    assert held.reference() == store.reference()
    assert held.facts(["inf-treaty"]) == store.facts(["inf-treaty"])
    assert held.history("inf-treaty/signed")[0].stamp == STAMP


def test_a_second_load_writes_nothing(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    recorder = Recorder(client)
    result = load(recorder, table, store_of(), STAMP)
    assert (result.added, result.changed, result.unchanged, result.removed) == (0, 0, 7, 0)
    assert recorder.batches == []


def test_only_what_changed_is_written_and_what_vanished_is_no_longer_shown(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    facts = (EDITED, FACTS[1]._replace(fact_id="inf-treaty/parties"), *FACTS[2:])
    changed = store_of(facts, TREATIES[:2])
    assert preview(client, table, changed) == LoadResult(1, 1, 4, 2, (), (), changed.reference().version)
    recorder = Recorder(client)
    result = load(recorder, table, changed, STAMP)
    assert (result.added, result.changed, result.unchanged, result.removed) == (1, 1, 4, 2)
    assert recorder.batches == [4]
    held = DynamoFactStore(client, table)
    assert held.reference() == changed.reference()
    assert held.facts(["abm-treaty", "inf-treaty"]) == changed.facts(["abm-treaty", "inf-treaty"])
    assert [revision.fact for revision in held.history("inf-treaty/between")] == [None, FACTS[1]]
    with pytest.raises(UnknownTreaty):
        held.treaty("npt")


def test_a_preview_writes_nothing(client: Any, table: str) -> None:
    assert preview(client, table, store_of()).added == 7
    assert items_in(client, table) == 0


def test_a_load_that_was_cut_off_keeps_the_old_version_readable_and_is_taken_up(client: Any, table: str) -> None:
    old, new = store_of(), store_of((EDITED, *FACTS[1:], *many_facts(60)))
    load(client, table, old, STAMP)
    with pytest.raises(ConnectionAbortedError):
        load(Recorder(client, break_after=1), table, new, STAMP)
    held = DynamoFactStore(client, table)
    assert held.reference() == old.reference()
    assert held.facts(["abm-treaty", "npt"]) == old.facts(["abm-treaty", "npt"])
    recorder = Recorder(client)
    result = load(recorder, table, new, STAMP)
    assert (result.added, result.changed) == (60, 1)
    assert sum(recorder.batches) == 61 - BATCH
    assert DynamoFactStore(client, table).reference() == new.reference()
    assert DynamoFactStore(client, table).facts(["abm-treaty", "npt"]) == new.facts(["abm-treaty", "npt"])


def test_what_a_cut_off_load_left_is_never_shown_by_another(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    with pytest.raises(ConnectionAbortedError):
        load(Recorder(client, break_after=1), table, store_of(FACTS + many_facts(60)), STAMP)
    other = store_of((EDITED, *FACTS[1:]))
    load(client, table, other, STAMP)
    held = DynamoFactStore(client, table)
    assert held.facts(["npt", "abm-treaty"]) == other.facts(["npt", "abm-treaty"])
    assert items_in(client, table) == 9


def test_an_edit_is_kept_by_loads_and_told(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    editor_of(client, table).put_fact(EDITED, Precondition(frozenset({1})), EDITOR)
    result = load(client, table, store_of(FACTS + many_facts(1)), STAMP)
    assert (result.added, result.changed, result.kept, result.conflicts) == (1, 0, ("abm-treaty/signed",), ())
    held = DynamoFactStore(client, table)
    assert held.facts(["abm-treaty"])["abm-treaty"] == (EDITED,)
    assert held.reference().version.startswith(store_of(FACTS + many_facts(1)).reference().version + "+")


def test_an_edit_of_what_the_package_changed_too_is_kept_and_told_as_a_conflict(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    editor_of(client, table).put_fact(EDITED, Precondition(frozenset({1})), EDITOR)
    changed = store_of((FACTS[0]._replace(values=("1972-05",)), *FACTS[1:]))
    result = load(client, table, changed, STAMP)
    assert (result.kept, result.conflicts) == (("abm-treaty/signed",), ("abm-treaty/signed",))
    assert DynamoFactStore(client, table).facts(["abm-treaty"])["abm-treaty"] == (EDITED,)
    assert load(client, table, changed, STAMP, overwrite=True).changed == 1
    assert DynamoFactStore(client, table).reference() == changed.reference()
    assert len(DynamoFactStore(client, table).history("abm-treaty/signed")) == 3


def test_an_edit_that_the_package_takes_over_is_an_edit_no_more(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    editor_of(client, table).put_fact(EDITED, Precondition(frozenset({1})), EDITOR)
    adopted = store_of((EDITED, *FACTS[1:]))
    assert load(client, table, adopted, STAMP).kept == ()
    assert DynamoFactStore(client, table).reference() == adopted.reference()


def test_a_fact_that_was_removed_here_stays_removed(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    editor_of(client, table).delete_fact("inf-treaty/between", Precondition(frozenset({1})), EDITOR)
    result = load(client, table, store_of(FACTS + many_facts(1)), STAMP)
    assert result.kept == ("inf-treaty/between",)
    assert FACTS[1] not in DynamoFactStore(client, table).facts(["inf-treaty"])["inf-treaty"]


def test_an_edit_during_a_load_is_not_lost(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    new = store_of(FACTS + many_facts(60))
    result = load(Meddling(client, editor_of(client, table)), table, new, STAMP, sleep=lambda seconds: None)
    assert result.kept == ("abm-treaty/signed",)
    held = DynamoFactStore(client, table)
    assert held.facts(["abm-treaty"])["abm-treaty"] == (EDITED,)
    assert held.facts(["npt"]) == new.facts(["npt"])


def test_two_loads_of_the_same_at_once_end_as_one(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    new = store_of(FACTS + many_facts(60))

    class Twin(Recorder):
        done = False

        def batch_write_item(self, **request: Any) -> dict[str, Any]:
            answer = super().batch_write_item(**request)
            if not self.done:
                self.done = True
                load(client, table, new, STAMP)
            return answer

    load(Twin(client), table, new, STAMP, sleep=lambda seconds: None)
    held = DynamoFactStore(client, table)
    assert (held.reference(), held.facts(["npt"])) == (new.reference(), new.facts(["npt"]))


def test_a_table_that_never_rests_is_given_up(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    editor = editor_of(client, table)

    class Restless(Recorder):
        version = 1

        def batch_write_item(self, **request: Any) -> dict[str, Any]:
            fact = FACTS[0]._replace(values=(f"1972-05-{self.version + 1:02}",))
            editor.put_fact(fact, Precondition(frozenset({self.version})), EDITOR)
            self.version += 1
            return super().batch_write_item(**request)

    with pytest.raises(EditConflict):
        load(Restless(client), table, store_of(FACTS + many_facts(1)), STAMP, sleep=lambda seconds: None)
    assert DynamoFactStore(client, table).facts(["npt"])["npt"] == ()


def test_a_table_of_an_older_layout_is_taken_over(client: Any, table: str) -> None:
    keys = {"pk": {"S": "treaty#abm-treaty"}, "sk": {"S": "fact#signed"}}
    client.put_item(TableName=table, Item={**keys, "record": {"S": "{}"}, "hash": {"S": "0"}})
    head = {"pk": {"S": "reference"}, "sk": {"S": "version"}, "record": {"S": '{"version": "x"}'}, "hash": {"S": "1"}}
    client.put_item(TableName=table, Item=head)
    load(client, table, store_of(), STAMP)
    assert DynamoFactStore(client, table).facts(["abm-treaty"])["abm-treaty"] == FACTS[:1]
    assert items_in(client, table) == 8


def test_writes_that_were_put_off_are_sent_again_after_a_while(client: Any, table: str) -> None:
    waited: list[float] = []
    recorder = Recorder(client, put_off=2)

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        recorder.put_off = max(0, recorder.put_off - 1)

    load(recorder, table, store_of(), STAMP, sleep=sleep)
    assert recorder.batches == [5, 1, 1]
    assert len(waited) == 2 and 0 < waited[0] < waited[1]


def test_a_table_that_puts_off_everything_is_given_up(client: Any, table: str) -> None:
    waited: list[float] = []
    with pytest.raises(StoreUnavailable):
        load(Recorder(client, put_off=BATCH), table, store_of(), STAMP, sleep=waited.append)
    assert len(waited) == ATTEMPTS
    assert sum(waited) < 20


def test_a_table_that_is_not_there_is_unavailable(client: Any) -> None:
    with pytest.raises(StoreUnavailable):
        load(client, "nowhere", store_of(), STAMP)


def test_many_items_are_scanned_over_several_pages(client: Any, table: str) -> None:
    store = store_of(FACTS + many_facts(500))
    load(client, table, store, STAMP)
    assert load(client, table, store, STAMP).unchanged == 507
    assert DynamoFactStore(client, table).facts(["npt"]) == store.facts(["npt"])
