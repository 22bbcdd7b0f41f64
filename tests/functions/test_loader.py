"""The loader's handler, invoked directly and by CloudFormation."""

from __future__ import annotations

import json
import urllib.request
from contextlib import nullcontext
from typing import Any

import pytest

from tests.functions.conftest import Context, Handler
from tests.functions.event_files import cases, event
from treatycheck.errors import StoreUnavailable, TreatycheckError
from treatycheck.facts.bundled import BundledFactStore


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[urllib.request.Request]:
    """What was sent to CloudFormation."""
    requests: list[urllib.request.Request] = []

    def urlopen(request: urllib.request.Request, timeout: float) -> Any:
        assert timeout <= 10
        requests.append(request)
        return nullcontext()

    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    return requests


def body_of(request: urllib.request.Request) -> dict[str, Any]:
    assert isinstance(request.data, bytes)
    body: dict[str, Any] = json.loads(request.data)
    return body


def test_every_event_is_tested() -> None:
    assert cases("loader") == ["create", "delete", "direct", "update"]


def test_a_direct_invocation_loads_and_tells(
    loader: Handler, context: Context, sent: list[urllib.request.Request]
) -> None:
    reference = BundledFactStore.load().reference()
    result = loader(event("loader.direct"), context)
    assert result["version"] == reference.version
    assert result["added"] == reference.treaties + reference.facts
    assert sent == []


@pytest.mark.parametrize("case", ["create", "update"])
def test_cloudformation_is_answered(
    loader: Handler, context: Context, sent: list[urllib.request.Request], case: str
) -> None:
    loader(event(f"loader.{case}"), context)
    (request,) = sent
    body = body_of(request)
    assert (request.method, request.get_header("Content-type")) == ("PUT", "")
    assert body["Status"] == "SUCCESS"
    assert body["PhysicalResourceId"] == "treatycheck-reference"
    assert body["Data"]["version"] == BundledFactStore.load().reference().version
    assert {key: body[key] for key in ("StackId", "RequestId", "LogicalResourceId")} == {
        key: event(f"loader.{case}")[key] for key in ("StackId", "RequestId", "LogicalResourceId")
    }


def test_nothing_is_touched_when_the_stack_is_deleted(
    cloud: Any, loader: Handler, context: Context, sent: list[urllib.request.Request]
) -> None:
    before = cloud.scan(TableName="facts")["Count"]
    loader(event("loader.delete"), context)
    assert body_of(sent[0])["Status"] == "SUCCESS"
    assert cloud.scan(TableName="facts")["Count"] == before


def test_a_failure_is_told_and_raised(
    loader: Handler, context: Context, sent: list[urllib.request.Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TREATYCHECK_TABLE", "nowhere")
    with pytest.raises(StoreUnavailable):
        loader(event("loader.create"), context)
    body = body_of(sent[0])
    assert body["Status"] == "FAILED"
    assert context.log_stream_name in body["Reason"]


def test_only_https_is_answered(loader: Handler, context: Context, sent: list[urllib.request.Request]) -> None:
    with pytest.raises(TreatycheckError):
        loader(event("loader.delete") | {"ResponseURL": "http://example.org/"}, context)
    assert sent == []
