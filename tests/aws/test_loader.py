"""The loader: idempotent, writes only what changed, can be cut off at any point and run again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.aws.samples import FACTS, TREATIES, many_facts, store_of
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.loader import ATTEMPTS, BATCH, LoadResult, load
from treatycheck.errors import StoreUnavailable, UnknownTreaty


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


def test_an_empty_table_gets_everything(client: Any, table: str) -> None:
    store = store_of()
    result = load(client, table, store)
    assert result == LoadResult(7, 0, 0, 0, store.reference().version)
    held = DynamoFactStore(client, table)
    assert held.reference() == store.reference()
    assert held.facts(["inf-treaty"]) == store.facts(["inf-treaty"])


def test_a_second_load_writes_nothing(client: Any, table: str) -> None:
    load(client, table, store_of())
    recorder = Recorder(client)
    result = load(recorder, table, store_of())
    assert (result.added, result.changed, result.unchanged, result.removed) == (0, 0, 7, 0)
    assert recorder.batches == []


def test_only_what_changed_is_written_and_what_vanished_is_removed(client: Any, table: str) -> None:
    load(client, table, store_of())
    facts = (replace(FACTS[0], values=("1972-05-27",)), *FACTS[2:], replace(FACTS[1], fact_id="inf-treaty/parties"))
    recorder = Recorder(client)
    result = load(recorder, table, store_of(facts, TREATIES[:2]))
    assert (result.added, result.changed, result.unchanged, result.removed) == (1, 1, 4, 2)
    assert recorder.batches == [4, 1]
    held = DynamoFactStore(client, table)
    assert held.facts(["abm-treaty"])["abm-treaty"][0].value == "1972-05-27"
    with pytest.raises(UnknownTreaty):
        held.treaty("npt")


def test_an_item_that_was_altered_by_hand_is_mended(client: Any, table: str) -> None:
    load(client, table, store_of())
    key = {"pk": {"S": "treaty#abm-treaty"}, "sk": {"S": "fact#signed"}}
    client.put_item(TableName=table, Item={**key, "record": {"S": "{}"}})
    assert load(client, table, store_of()).changed == 1
    assert DynamoFactStore(client, table).facts(["abm-treaty"])["abm-treaty"] == FACTS[:1]


def test_a_load_that_was_cut_off_keeps_the_old_version_and_is_taken_up(client: Any, table: str) -> None:
    old, new = store_of(), store_of(FACTS + many_facts(60))
    load(client, table, old)
    with pytest.raises(ConnectionAbortedError):
        load(Recorder(client, break_after=1), table, new)
    assert DynamoFactStore(client, table).reference() == old.reference()
    result = load(client, table, new)
    assert (result.added, result.unchanged) == (60 - BATCH, 7 + BATCH)
    assert DynamoFactStore(client, table).reference() == new.reference()


def test_writes_that_were_put_off_are_sent_again_after_a_while(client: Any, table: str) -> None:
    waited: list[float] = []
    recorder = Recorder(client, put_off=2)

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        recorder.put_off = max(0, recorder.put_off - 1)

    load(recorder, table, store_of(), sleep)
    assert recorder.batches == [5, 1, 1, 1]
    assert len(waited) == 2 and 0 < waited[0] < waited[1]


def test_a_table_that_puts_off_everything_is_given_up(client: Any, table: str) -> None:
    waited: list[float] = []
    with pytest.raises(StoreUnavailable):
        load(Recorder(client, put_off=BATCH), table, store_of(), waited.append)
    assert len(waited) == ATTEMPTS
    assert sum(waited) < 20


def test_a_table_that_is_not_there_is_unavailable(client: Any) -> None:
    with pytest.raises(StoreUnavailable):
        load(client, "nowhere", store_of())


def test_many_items_are_scanned_over_several_pages(client: Any, table: str) -> None:
    store = store_of(FACTS + many_facts(500))
    load(client, table, store)
    assert load(client, table, store).unchanged == 507
    assert DynamoFactStore(client, table).facts(["npt"]) == store.facts(["npt"])
