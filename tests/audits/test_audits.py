"""Audits through the real definition: what they list, what they read, how they end."""

from __future__ import annotations

import csv
import gzip
import io
import json
from itertools import chain, repeat
from typing import Any
from urllib.parse import quote_plus

import boto3
import pytest

from tests.audits.archives import KILLER
from tests.audits.chaos import let_killers_kill
from tests.audits.cloud import ARCHIVE, Cloud, Context, Died
from treatycheck.aws.audits import documents
from treatycheck.aws.audits.deployment import deployment
from treatycheck.aws.audits.layout import object_name
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.errors import StoreUnavailable

pytestmark = pytest.mark.slow

WRONG = b"The INF Treaty was signed in 1988."
RIGHT = b"The INF Treaty was signed in 1987."
REQUEST = {"archive": "news", "prefix": "a/"}


def read_keys(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that gets the key of each object whose text is read from now on."""
    keys: list[str] = []
    read = vars(documents)["read_articles"]

    def reading(key: str, *rest: Any, **named: Any) -> Any:
        keys.append(key)
        return read(key, *rest, **named)

    monkeypatch.setattr(documents, "read_articles", reading)
    return keys


def states(cloud: Cloud, execution: dict[str, Any]) -> dict[str, str]:
    """The states of the findings in each object that has some."""
    found: dict[str, str] = {}
    for finding in sorted(cloud.report(execution, "finding"), key=lambda finding: str(finding["state"])):
        found[finding["document"]["key"]] = f"{found.get(finding['document']['key'], '')} {finding['state']}".strip()
    return found


def test_a_second_audit_reads_only_what_changed_and_tells_what_became_of_each_finding(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = read_keys(cloud, monkeypatch)
    cloud.put({f"a/{name}.txt": WRONG for name in ("same", "changed", "corrected", "removed")} | {"a/folder/": b""})
    assert set(states(cloud, cloud.audit(REQUEST, "one")).values()) == {"new"}
    keys.clear()
    cloud.put({"a/changed.txt": RIGHT, "a/corrected.txt": b"Nothing.", "a/added.txt": WRONG, "a/same.txt": WRONG})
    cloud.s3.delete_object(Bucket=ARCHIVE, Key="a/removed.txt")
    second = cloud.audit(REQUEST, "two")
    assert sorted(keys) == ["a/added.txt", "a/changed.txt", "a/corrected.txt"]
    assert states(cloud, second) == {
        "a/same.txt": "unchanged",
        "a/changed.txt": "fixed new",
        "a/corrected.txt": "fixed",
        "a/removed.txt": "fixed",
        "a/added.txt": "new",
    }
    third = states(cloud, cloud.audit(REQUEST, "three"))
    assert third == dict.fromkeys(("a/same.txt", "a/changed.txt", "a/added.txt"), "unchanged")


def test_an_object_that_is_listed_with_another_tag_but_the_same_bytes_is_not_judged_from_its_text_again(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = read_keys(cloud, monkeypatch)
    cloud.put({"a/x.txt": WRONG, "list.jsonl": b'{"Key": "a/x.txt", "ETag": "one"}\n'})
    manifest = {"archive": "news", "manifest": "list.jsonl"}
    cloud.audit(manifest, "one")
    cloud.put({"list.jsonl": b'{"Key": "a/x.txt", "ETag": "two"}\n'})
    assert states(cloud, cloud.audit(manifest, "two")) == {"a/x.txt": "unchanged"}
    assert keys == ["a/x.txt"]


def test_a_manifest_names_the_objects_and_its_bad_lines_are_failures(cloud: Cloud) -> None:
    cloud.put({"a/x.txt": WRONG, "list.jsonl": b'{"Key": "a/x.txt"}\n{"Key": "a/absent.txt"}\n{"name": "a/y.txt"}\n'})
    execution = cloud.audit({"archive": "news", "manifest": "list.jsonl"}, "one")
    assert states(cloud, execution) == {"a/x.txt": "new"}
    failures = {failure["key"]: failure["problem"] for failure in cloud.report(execution, "failure")}
    assert failures == {"a/absent.txt": "unreadable", '{"name": "a/y.txt"}': "malformed"}


def test_an_inventory_names_the_objects_in_its_own_writing(cloud: Cloud) -> None:
    cloud.put({"a/über uns.txt": WRONG, "a/gone.txt": WRONG})
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow([ARCHIVE, quote_plus("a/über uns.txt"), "true", "false", len(WRONG)])
    writer.writerow([ARCHIVE, "a/gone.txt", "true", "true", 0])
    schema = "Bucket, Key, IsLatest, IsDeleteMarker, Size"
    files = [{"key": "inventory/data.csv.gz"}]
    manifest = {
        "destinationBucket": f"arn:aws:s3:::{ARCHIVE}",
        "fileFormat": "CSV",
        "fileSchema": schema,
        "files": files,
    }
    cloud.put(
        {
            "inventory/data.csv.gz": gzip.compress(table.getvalue().encode()),
            "inventory/manifest.json": json.dumps(manifest).encode(),
        }
    )
    execution = cloud.audit({"archive": "news", "inventory": "inventory/manifest.json"}, "one")
    assert states(cloud, execution) == {"a/über uns.txt": "new"} and not cloud.report(execution, "failure")


def test_an_empty_archive_is_audited_in_no_time(cloud: Cloud) -> None:
    assert states(cloud, cloud.audit(REQUEST, "one")) == {}


def test_an_object_that_workers_die_of_fails_alone(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    let_killers_kill(monkeypatch)
    cloud.put({"a/killer.txt": WRONG, "a/x.txt": WRONG, "a/y.txt": WRONG})
    execution = cloud.audit(REQUEST, "one")
    assert states(cloud, execution) == {"a/x.txt": "new", "a/y.txt": "new"}
    (failure,) = cloud.report(execution, "failure")
    assert (failure["key"], failure["problem"]) == ("a/killer.txt", "crashed")


def test_an_article_that_workers_die_of_fails_alone_and_is_tried_again_by_the_next_audit(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"id": name, "text": WRONG.decode()} for name in ("one", KILLER, "two")]
    cloud.put({"a/x.jsonl": "".join(json.dumps(row) + "\n" for row in rows).encode()})
    with monkeypatch.context() as patch:
        let_killers_kill(patch)
        execution = cloud.audit(REQUEST, "one")
    assert {line["document"]["part"] for line in cloud.report(execution, "finding")} == {"one", "two"}
    (failure,) = cloud.report(execution, "failure")
    assert (failure["part"], failure["problem"]) == (KILLER, "crashed")
    second = cloud.audit(REQUEST, "two")
    found = {line["document"]["part"]: line["state"] for line in cloud.report(second, "finding")}
    assert found == {"one": "unchanged", KILLER: "new", "two": "unchanged"} and not cloud.report(second, "failure")


def test_an_article_that_the_table_kept_refusing_is_not_taken_for_one_that_workers_die_of(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[type[BaseException]] = [Died, StoreUnavailable, StoreUnavailable, StoreUnavailable, StoreUnavailable]
    keep = ObjectStore.put_document

    def refused(self: Any, *rest: Any) -> None:
        if ends:
            raise ends.pop(0)("not now")
        keep(self, *rest)

    monkeypatch.setattr(ObjectStore, "put_document", refused)
    cloud.put({"a/x.jsonl": json.dumps({"id": "one", "text": WRONG.decode()}).encode()})

    def counted(function: str, event: Any) -> None:
        """As if other workers died of the object, so that its articles are counted, too."""
        if function == "audit_verify":
            deployment().store("news").died(event["audit"], object_name("a/x.jsonl"))

    cloud.before_invocation = counted
    execution = cloud.audit(REQUEST, "one")
    assert states(cloud, execution) == {"a/x.jsonl": "new"} and not cloud.report(execution, "failure")


def test_objects_of_a_batch_that_never_succeeds_are_failures(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> Any:
        raise Died

    cloud.put({"a/x.txt": WRONG})
    with monkeypatch.context() as patch:
        patch.setattr("treatycheck.aws.audits.worker.Worker.verify", refuse)
        execution = cloud.audit(REQUEST | {"tolerated_failure_percentage": 100}, "one")
    (failure,) = cloud.report(execution, "failure")
    assert (failure["key"], failure["problem"]) == ("a/x.txt", "crashed")
    assert states(cloud, cloud.audit(REQUEST, "two")) == {"a/x.txt": "new"}


def test_more_failed_batches_than_tolerated_fail_the_audit_which_is_resumed(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> Any:
        raise Died

    cloud.put({"a/x.txt": WRONG})
    with monkeypatch.context() as patch:
        patch.setattr("treatycheck.aws.audits.worker.Worker.verify", refuse)
        execution = cloud.audit(REQUEST, "one")
    assert (execution["status"], execution["error"]) == ("FAILED", "AuditFailed")
    assert "States.ExceedToleratedFailureThreshold" in execution["cause"]
    cloud.tell_of(execution)
    (audit,) = deployment().ledger.page(2)
    assert (audit.state, audit.reason) == ("failed", "the execution failed")
    again = deployment().conductor().resume(audit.id)
    assert again.state == "running"
    assert states(cloud, cloud.ended_audit(audit.id)) == {"a/x.txt": "new"}
    assert deployment().ledger.audit(audit.id).state == "succeeded"


def test_what_is_left_when_the_time_is_up_is_done_by_the_next_attempts(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    enough = 900_000
    left = chain([enough, enough, 0, enough, enough, 0], repeat(enough))
    monkeypatch.setattr(Context, "get_remaining_time_in_millis", lambda _: next(left))
    keys = read_keys(cloud, monkeypatch)
    cloud.put({f"a/{name}.txt": WRONG for name in "xyz"})
    assert set(states(cloud, cloud.audit(REQUEST, "one"))) == {"a/x.txt", "a/y.txt", "a/z.txt"}
    attempts = [event["attempt"] for function, event in cloud.invocations if function == "audit_verify"]
    assert attempts == [0, 1, 2]
    # the second time was up in the middle of an object, which began anew
    assert keys == ["a/x.txt", "a/y.txt", "a/y.txt", "a/z.txt"]


def test_one_audit_of_an_archive_runs_at_a_time(cloud: Cloud) -> None:
    from treatycheck.aws.audits.requests import read_request

    deployment().ledger.begin(read_request(REQUEST).to_record("20260101T000000Z-00000000", "2026-01-01", ARCHIVE))
    execution = cloud.audit(REQUEST, "late")
    assert execution["status"] == "SUCCEEDED" and len(deployment().ledger.page(5)) == 1


def test_the_end_is_told_to_the_topic_and_the_bus(cloud: Cloud) -> None:
    events = cloud.listen()
    cloud.put({"a/x.txt": WRONG})
    cloud.audit(REQUEST, "one")
    messages = cloud.heard(events)
    assert [message["detail-type"] for message in messages if "detail-type" in message] == ["Audit Ended"]
    (notice,) = [json.loads(message["Message"]) for message in messages if "Message" in message]
    assert notice["state"] == "succeeded" and notice["archive"] == "news"
    assert boto3.client("s3").get_object(Bucket="report-bucket", Key=notice["reports"]["html"])
