"""What a client and the log are told when something inside goes wrong."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest

from tests.functions.conftest import Context, Handler
from tests.functions.event_files import event
from treatycheck.aws import service
from treatycheck.errors import ReferenceDataError
from treatycheck.interruption import Check
from treatycheck.model import Document, Report

SECRET = "unpublished scoop"


def told(answer: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return answer["statusCode"], json.loads(answer["body"])


def secret_event() -> dict[str, Any]:
    return event("api.verify") | {"body": json.dumps({"text": SECRET, "title": SECRET, "url": SECRET})}


def test_a_table_that_was_not_loaded_is_unavailable(api: Handler, context: Context) -> None:
    status, problem = told(api(event("api.health"), context))
    assert status == 503 and problem["type"].endswith("store-unavailable")
    assert "loaded" in problem["detail"]


def test_a_table_that_is_not_there_is_unavailable(
    cloud: Any, api: Handler, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud.delete_table(TableName="facts")
    status, problem = told(api(event("api.treaty"), context))
    assert status == 503
    assert "ResourceNotFound" not in json.dumps(problem)


@pytest.mark.parametrize("error", [RuntimeError(SECRET), ReferenceDataError(SECRET), KeyError(SECRET)])
def test_an_error_inside_is_told_and_logged_without_the_text(
    api: Handler,
    context: Context,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    log: StringIO,
    error: Exception,
) -> None:
    def verify(document: Document, _store: object, _today: date, _check: Check) -> Report:
        raise error from ValueError(document.text)

    monkeypatch.setattr(service, "verify", verify)
    status, problem = told(api(secret_event(), context))
    assert (status, problem["title"], problem["errors"]) == (500, "Internal error", [])
    for part in (type(error).__name__, "test_api_failures.py", "from ValueError"):
        assert part in log.getvalue()
    printed = capsys.readouterr()
    assert SECRET not in log.getvalue() + printed.out + printed.err + json.dumps(problem)


def test_an_answer_that_is_too_large_is_not_sent(
    api: Handler, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def verify(document: Document, _store: object, _today: date, _check: Check) -> Report:
        return Report(document, date(2020, 1, 1), "v" * 7_000_000, 0, 0, ())

    monkeypatch.setattr(service, "verify", verify)
    status, problem = told(api(secret_event(), context))
    assert status == 413 and "answer" in problem["detail"]


def test_refused_requests_leave_no_text_in_the_log(
    api: Handler, context: Context, capsys: pytest.CaptureFixture[str], log: StringIO
) -> None:
    api(event("api.verify") | {"body": json.dumps({"text": [SECRET], SECRET: SECRET, "published": SECRET})}, context)
    printed = capsys.readouterr()
    assert '"refused"' in log.getvalue()
    assert SECRET not in log.getvalue() + printed.out + printed.err
