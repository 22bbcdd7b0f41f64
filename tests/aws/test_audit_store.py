"""What audits keep in their table: whole, once, and only by who read the latest."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.aws.tables import create_table
from treatycheck.audit.article import Article
from treatycheck.audit.kept import KeptDocument
from treatycheck.aws.audits.errors import AuditEnded, AuditRunning, UnknownAudit
from treatycheck.aws.audits.layout import object_name
from treatycheck.aws.audits.ledger import Ledger
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.parts import MOST_CONTENT_BYTES, ObjectHead, StoredDocument
from treatycheck.aws.audits.record import AuditRecord, AuditState, Source
from treatycheck.aws.audits.rejudging import noted_places
from treatycheck.aws.publishing import Outpaced
from treatycheck.model import Document

NAME = object_name("a/x.txt")
AUDIT = AuditRecord("20260102T030405Z-00000000", "news", Source("prefix", "b", "a/"), "2026-01-02T03:04:05Z")
ARN = "arn:aws:states:eu-central-1:123456789012:execution:audit:one"


@pytest.fixture
def audits(client: Any) -> str:
    """The name of an empty table of audits."""
    return create_table(client, f"audits-{uuid.uuid4()}", "AuditTable")


@pytest.fixture
def store(client: Any, audits: str) -> ObjectStore:
    return ObjectStore(client, audits, "news", 2_000_000_000, sleep=lambda _: None)


@pytest.fixture
def ledger(client: Any, audits: str) -> Ledger:
    return Ledger(client, audits)


def document(claims: bytes, reliance: dict[str, frozenset[str]] | None = None) -> StoredDocument:
    article = Article("", Document("", published=date(2007, 10, 12)))
    kept = KeptDocument("a/x.txt", 0, 1, article, date(2007, 10, 12), (), reliance or {}, claims)
    return StoredDocument(kept, "hash", "reading", "reference", "facts")


def noise(size: int) -> bytes:
    return bytes(number * number % 251 for number in range(size))


def items(client: Any, table: str) -> int:
    """How many items the table holds."""
    count: int = client.scan(TableName=table)["Count"]
    return count


def test_a_document_too_large_for_one_item_is_read_as_it_was_written(
    client: Any, audits: str, store: ObjectStore
) -> None:
    large = document(noise(2 * MOST_CONTENT_BYTES + 17), {"inf-treaty": frozenset({"signed"})})
    store.put_document(NAME, large, None)
    found = store.document(NAME, large.name)
    assert found == replace(large, version=1) == store.held(NAME).documents[large.name]
    small = document(noise(17))
    store.put_document(NAME, small, found)
    assert store.document(NAME, small.name) == replace(small, version=2)
    assert items(client, audits) == 1


def test_who_read_an_older_state_writes_nothing(store: ObjectStore) -> None:
    first = document(b"one")
    store.put_document(NAME, first, None)
    with pytest.raises(Outpaced):
        store.put_document(NAME, document(b"two"), None)
    head = ObjectHead(NAME, "a/x.txt", hash="1")
    store.put_head(head)
    with pytest.raises(Outpaced):
        store.put_head(head)
    assert store.heads(["a/x.txt", "a/y.txt"]) == {"a/x.txt": replace(head, version=1)}
    assert store.held(NAME).documents[first.name].kept.claims == b"one"


def test_what_a_document_relies_on_is_noted_as_long_as_it_does(client: Any, audits: str, store: ObjectStore) -> None:
    def relying(treaty: str, relation: str) -> int:
        shards = (noted_places(client, audits, treaty, shard, frozenset({relation})) for shard in range(8))
        return sum(len(list(places)) for places in shards)

    signed = document(b"", {"inf-treaty": frozenset({"signed", "withdrew"}), "npt": frozenset({"*"})})
    store.put_document(NAME, signed, None)
    assert [relying("inf-treaty", "signed"), relying("inf-treaty", "party"), relying("npt", "party")] == [1, 0, 1]
    held = store.held(NAME).documents[signed.name]
    store.put_document(NAME, document(b"", {"inf-treaty": frozenset({"party"})}), held)
    assert [relying("inf-treaty", "signed"), relying("inf-treaty", "party"), relying("npt", "party")] == [0, 1, 0]
    store.delete_document(NAME, store.held(NAME).documents[signed.name])
    assert items(client, audits) == 0


def test_failures_are_replaced_and_deaths_counted(store: ObjectStore) -> None:
    store.put_failures(NAME, {}, {"a": "1", "b": "2"})
    store.put_failures(NAME, store.held(NAME).failures, {"b": "3"})
    assert store.held(NAME).failures == {"b": "3"}
    assert [store.died("audit", NAME), store.died("audit", NAME)] == [0, 1]
    store.survived("audit", NAME)
    assert store.died("audit", NAME) == 1 and store.died("another", NAME) == 0


def test_all_objects_are_walked_through_with_what_is_held_of_them(store: ObjectStore) -> None:
    keys = [f"a/{number}.txt" for number in range(70)]
    for key in keys:
        store.put_head(ObjectHead(object_name(key), key))
    assert {held.head.key for _, held in store.objects() if held.head} == set(keys)
    assert len(store.heads(keys)) == 70


def test_an_archive_has_one_audit_at_a_time_and_an_audit_one_end(ledger: Ledger) -> None:
    begun = ledger.begin(AUDIT)
    assert begun == replace(AUDIT, number=1) == ledger.begin(AUDIT)
    other = replace(AUDIT, id="20260103T030405Z-00000000")
    with pytest.raises(AuditRunning):
        ledger.begin(other)
    running = ledger.executed(AUDIT.id, ARN)
    assert ledger.executed(AUDIT.id, ARN) == running and running.executions == (ARN,)
    ledger.summing(running)
    assert ledger.head("news").current == 2
    assert ledger.settle(running, AuditState.SUCCEEDED, "later") and not ledger.settle(running, AuditState.FAILED, "")
    assert ledger.audit(AUDIT.id).state is AuditState.SUCCEEDED
    with pytest.raises(AuditEnded):
        ledger.resume(AUDIT.id)
    assert ledger.begin(other).number == 2
    assert [audit.id for audit in ledger.page(5)] == [other.id, AUDIT.id]
    assert [audit.id for audit in ledger.page(5, other.id)] == [AUDIT.id]


def test_an_audit_that_did_not_succeed_gives_its_number_to_the_next_or_takes_it_again(ledger: Ledger) -> None:
    failed = ledger.begin(AUDIT)
    ledger.settle(failed, AuditState.FAILED, "later", "out of time")
    assert ledger.head("news").number == 0
    resumed = ledger.resume(AUDIT.id)
    assert (resumed.state, resumed.number, resumed.reason) == (AuditState.RUNNING, 1, "")
    with pytest.raises(AuditEnded):
        ledger.complete(AUDIT.id, told=True)
    ledger.settle(resumed, AuditState.CANCELLED, "later")
    assert ledger.complete(AUDIT.id, told=True).told
    assert ledger.begin(replace(AUDIT, id="20260103T030405Z-00000000")).number == 1
    with pytest.raises(AuditRunning):
        ledger.resume(AUDIT.id)
    with pytest.raises(UnknownAudit):
        ledger.audit("20990101T000000Z-00000000")
