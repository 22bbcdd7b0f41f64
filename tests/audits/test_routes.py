"""How audits are started, cancelled and resumed, and what the other functions answer to their events."""

from __future__ import annotations

import threading

import pytest

from tests.audits.calls import ID, REQUEST, call, conductor, elsewhere, invoked
from tests.audits.cloud import Cloud
from tests.audits.test_results import described
from treatycheck.aws.audits.deployment import deployment
from treatycheck.aws.audits.requests import read_request

pytestmark = pytest.mark.slow


def test_an_audit_is_started_cancelled_and_resumed(cloud: Cloud) -> None:
    go = threading.Event()
    cloud.before_invocation = lambda function, _event: None if function != "audit_verify" else assert_true(go.wait(60))
    cloud.put({"articles/one.txt": b"The INF Treaty was signed in 1988."})
    status, audit = call("start")
    assert (status, audit["state"], audit["runs"]) == (202, "running", 0)
    assert call("start")[1]["type"].endswith("audit-running")
    while not (shown := elsewhere("get", audit["id"])[1])["progress"].get("total"):
        pass
    assert shown["counts"] is None and described("Audit", shown) == []
    assert elsewhere("findings", audit["id"])[0] == 409
    status, cancelled = elsewhere("cancel", audit["id"])
    assert (status, cancelled["state"]) == (200, "cancelled")
    go.set()
    execution = cloud.ended_audit(audit["id"])
    assert execution["status"] == "ABORTED"
    cloud.tell_of(execution)
    assert elsewhere("get", audit["id"])[1]["reports"] and elsewhere("findings", audit["id"])[1]["findings"] == []
    status, resumed = elsewhere("resume", audit["id"])
    assert (status, resumed["state"]) == (202, "running")
    assert cloud.ended_audit(audit["id"])["status"] == "SUCCEEDED"
    (finding,) = elsewhere("findings", audit["id"])[1]["findings"]
    assert finding["state"] == "new" and elsewhere("get", audit["id"])[1]["runs"] == 2


def assert_true(value: bool) -> None:
    assert value


def test_the_other_functions_answer_their_events(cloud: Cloud) -> None:
    cloud.put({"articles/one.txt": b"The INF Treaty was signed in 1988."})
    begun = invoked("audit_begin.scheduled")
    assert begun["source"]["prefix"] == "articles/" and begun["audit"].startswith("20260102T030405Z-")
    assert begun["concurrency"] == 4 and begun["tolerated_failure_percentage"] == 5
    conductor().cancel(begun["audit"])
    deployment().ledger.begin(read_request(REQUEST).to_record(ID, "2026-01-02T03:04:05Z", "archive-bucket"))
    assert invoked("audit_begin.resumed")["audit"] == ID
    assert invoked("audit_verify.batch") == {"read": 1, "failed": 1}
    assert invoked("audit_verify.batch") == {"done before": 1, "failed": 1}
    assert invoked("audit_finish.succeeded")["counts"]["labels"]["refuted"] == 1
    assert invoked("audit_finish.aborted") == {}
    assert invoked("audit_rejudge.edit") == {"facts": 0, "documents": 0, "verdicts": 0}
    assert invoked("audit_verify.batch") == {}
