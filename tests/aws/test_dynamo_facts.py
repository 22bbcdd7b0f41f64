"""What only the DynamoDB store does: keep what it read, tell when the table cannot be read."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.aws.samples import FACTS, STAMP, TREATIES, store_of
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.loader import load
from treatycheck.aws.table import State
from treatycheck.errors import ReferenceDataError, StoreUnavailable


class Counting:
    """A client that counts its calls."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.calls: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Any:
        self.calls[name] += 1
        return getattr(self._client, name)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def counting(client: Any, table: str) -> Counting:
    load(client, table, store_of(), STAMP)
    return Counting(client)


def test_only_the_treaties_asked_for_are_read(counting: Counting, table: str) -> None:
    DynamoFactStore(counting, table).facts(["inf-treaty", "npt"])
    assert counting.calls == {"get_item": 1, "query": 2}


def test_what_was_read_is_kept(counting: Counting, table: str) -> None:
    store = DynamoFactStore(counting, table)
    first = store.facts(["inf-treaty"]), store.treaties(), store.treaty("npt")
    calls = counting.calls.copy()
    assert (store.facts(["inf-treaty"]), store.treaties(), store.treaty("npt")) == first
    assert counting.calls == calls


def test_the_version_is_asked_for_again_after_a_while(counting: Counting, table: str) -> None:
    clock = Clock()
    store = DynamoFactStore(counting, table, reference_seconds=60, clock=clock)
    store.facts(["inf-treaty"])
    clock.now += 61
    store.facts(["inf-treaty"])
    assert counting.calls == {"get_item": 2, "query": 1}


def test_a_new_version_is_read_anew(client: Any, table: str) -> None:
    load(client, table, store_of(), STAMP)
    clock = Clock()
    store = DynamoFactStore(client, table, reference_seconds=60, clock=clock)
    store.facts(["abm-treaty"]), store.treaties()
    renamed = TREATIES[0]._replace(name="Anti-Ballistic Missile Treaty")
    changed = store_of((FACTS[0]._replace(values=("1972-05",)), *FACTS[1:]), (renamed, *TREATIES[1:]))
    load(client, table, changed, STAMP)
    assert store.facts(["abm-treaty"])["abm-treaty"][0].value == "1972-05-26"
    clock.now += 61
    assert store.facts(["abm-treaty"])["abm-treaty"][0].value == "1972-05"
    assert store.treaty("abm-treaty") == renamed
    assert store.reference() == changed.reference()


def test_a_table_that_is_not_there_is_unavailable(client: Any) -> None:
    store = DynamoFactStore(client, "nowhere")
    for read in (store.reference, store.treaties, lambda: store.facts(["npt"]), lambda: store.treaty("npt")):
        with pytest.raises(StoreUnavailable):
            read()


def test_a_table_that_was_not_loaded_is_unavailable(client: Any, table: str) -> None:
    with pytest.raises(StoreUnavailable, match="not been loaded"):
        DynamoFactStore(client, table).treaties()


def test_an_endpoint_where_nobody_answers_is_unavailable() -> None:
    with pytest.raises(StoreUnavailable):
        DynamoFactStore(dynamodb_client("http://127.0.0.1:9"), "facts").reference()
    with pytest.raises(StoreUnavailable):
        dynamodb_client("no address")


@pytest.mark.parametrize("record", ["{", '{"relation": 1}', '{"unknown": true}'])
def test_a_broken_item_is_an_error_of_the_data(client: Any, table: str, record: str) -> None:
    load(client, table, store_of(), STAMP)
    broken = State(("treaty#npt", "fact#broken"), 1, 1, "0", "0", STAMP, record)
    client.put_item(TableName=table, Item=broken.to_item())
    with pytest.raises(ReferenceDataError, match="treaty#npt/fact#broken"):
        DynamoFactStore(client, table).facts(["npt"])


@pytest.mark.parametrize("part", ["version", "record", "stamp"])
def test_an_item_without_a_part_is_an_error_of_the_data(client: Any, table: str, part: str) -> None:
    load(client, table, store_of(), STAMP)
    item = State(("treaty#npt", "fact#broken"), 1, 1, "0", "0", STAMP, "{}").to_item()
    client.put_item(TableName=table, Item={name: value for name, value in item.items() if name != part})
    with pytest.raises(ReferenceDataError):
        DynamoFactStore(client, table).facts(["npt"])
