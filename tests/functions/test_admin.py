"""The routes that change the reference data: signed requests in, checked and stamped states out."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest

from tests.functions.conftest import Context, Handler
from tests.functions.event_files import cases, event
from treatycheck.aws.preconditions import etag as tag_of_version

ADA = "arn:aws:iam::123456789012:user/ada"
PUT = "admin.put-fact"


@pytest.fixture(scope="module", autouse=True)
def loaded(loader: Handler) -> None:
    loader(event("loader.direct"), Context())


@pytest.fixture
def reader(api: Handler, monkeypatch: pytest.MonkeyPatch) -> Handler:
    """The API's handler, with a store that asks the table anew each time."""
    from functions.api import app

    app.store.cache_clear()
    monkeypatch.setenv("TREATYCHECK_REFERENCE_SECONDS", "0")
    return api


def changed(name: str, headers: dict[str, str | None] | None = None, **body: Any) -> dict[str, Any]:
    """An event with other headers (None: without) and other keys in its body (None: without)."""
    sent = event(name)
    for header, value in (headers or {}).items():
        sent["headers"].pop(header, None)
        sent["multiValueHeaders"].pop(header, None)
        if value is not None:
            sent["headers"][header] = value
            sent["multiValueHeaders"][header] = [value]
    if body:
        content = {**json.loads(sent["body"]), **body}
        sent["body"] = json.dumps({key: value for key, value in content.items() if value is not None})
    return sent


def told(answer: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return answer["statusCode"], json.loads(answer["body"])


def fetched(reader: Handler, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the API says of a fact, and its headers."""
    answer = reader(event(name), Context())
    return json.loads(answer["body"]), answer["multiValueHeaders"]


def test_every_event_is_tested() -> None:
    assert cases("admin") == ["delete-fact", "post-treaty", "put-fact"]


def test_a_fact_is_changed_from_the_version_that_was_read(admin: Handler, reader: Handler, context: Context) -> None:
    before, headers = fetched(reader, "api.fact")
    (etag,) = headers["ETag"]
    answer = admin(changed(PUT, {"If-Match": etag}, note="read again"), context)
    status, content = told(answer)
    assert (status, content["version"], content["by"]) == (200, before["version"] + 1, ADA)
    assert answer["multiValueHeaders"]["ETag"] == [tag_of_version(content["version"])]
    after, _ = fetched(reader, "api.fact")
    assert after == content
    assert after["fact"]["note"] == "read again"
    history, _ = fetched(reader, "api.fact-history")
    assert [state["version"] for state in history["versions"]] == [2, 1]
    assert history["versions"][0]["reason"] == "names the depositary's page"
    assert history["versions"][1]["fact"] == before["fact"]
    assert told(admin(changed(PUT, {"If-Match": etag}), context))[0] == 412


def test_a_change_without_a_version_is_refused(admin: Handler, context: Context) -> None:
    status, problem = told(admin(changed(PUT, {"If-Match": None}), context))
    assert (status, problem["type"]) == (428, "/problems/precondition-required")


@pytest.mark.parametrize("header", ["1", '"1', '"1" "2"', ", ".join(['"1"'] * 21)])
def test_an_etag_that_is_none_is_refused(admin: Handler, context: Context, header: str) -> None:
    status, problem = told(admin(changed(PUT, {"If-Match": header}), context))
    assert (status, problem["errors"][0]["pointer"]) == (422, "/If-Match")


@pytest.mark.parametrize("header", ['W/"1"', '"one"', '"a, b", "c"', '"' + "9" * 30 + '"', '""', '"0"'])
def test_an_etag_of_something_else_is_no_version_of_the_fact(admin: Handler, context: Context, header: str) -> None:
    assert told(admin(changed(PUT, {"If-Match": header}), context))[0] == 412


def test_a_new_fact_is_created_once(admin: Handler, reader: Handler, context: Context) -> None:
    sent = changed(PUT, {"If-Match": None, "If-None-Match": "*"}, relation="signed_in", value="Washington")
    sent["path"] = "/v1/facts/inf-treaty/signed-in-again"
    status, content = told(admin(sent, context))
    assert (status, content["version"], content["fact_id"]) == (201, 1, "inf-treaty/signed-in-again")
    assert told(admin(sent, context))[0] == 412


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"reason": None}, "/reason"),
        ({"sources": []}, "/sources"),
        ({"sources": [{"publisher": "P", "title": "T", "url": "ftp://x"}]}, "/sources/0/url"),
        ({"relation": "sang"}, "/relation"),
        ({"colour": "red"}, "/colour"),
        ({"value": "8 December 1987"}, ""),
        ({"party": "XX", "relation": "ratified"}, ""),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(
    admin: Handler, reader: Handler, context: Context, body: dict[str, Any], pointer: str
) -> None:
    before, _ = fetched(reader, "api.fact")
    status, problem = told(admin(changed(PUT, {"If-Match": "*"}, **body), context))
    assert (status, problem["errors"][0]["pointer"]) == (422, pointer)
    assert fetched(reader, "api.fact")[0] == before


@pytest.mark.parametrize("path", ["/v1/facts/inf-treaty/Signed", "/v1/facts/inf%23x/signed", "/v1/facts/a/" + "b" * 81])
def test_an_id_that_is_none_is_refused(admin: Handler, context: Context, path: str) -> None:
    assert told(admin({**event(PUT), "path": path}, context))[0] == 422


def test_a_body_that_is_too_large_or_no_json_is_refused(admin: Handler, context: Context) -> None:
    assert told(admin({**event(PUT), "body": "{"}, context))[0] == 400
    assert told(admin({**event(PUT), "body": json.dumps({"note": "x" * 300_000})}, context))[0] == 413


def test_a_fact_is_removed_and_told_as_removed(admin: Handler, reader: Handler, context: Context) -> None:
    status, content = told(admin(event("admin.delete-fact"), context))
    assert (status, content["fact"], content["reason"]) == (200, None, "rests on no good source")
    read = event("api.fact") | {"path": "/v1/facts/npt/signed"}
    assert told(reader(read, context))[0] == 404
    history = told(reader(event("api.fact-history") | {"path": "/v1/facts/npt/signed/history"}, context))[1]
    assert [state["fact"] is None for state in history["versions"]] == [True, False]
    assert told(admin(event("admin.delete-fact"), context))[0] == 404
    without = {**event("admin.delete-fact"), "queryStringParameters": None, "multiValueQueryStringParameters": None}
    assert told(admin(without, context))[0] == 422


def test_a_new_treaty_is_found_in_texts_at_once(admin: Handler, reader: Handler, context: Context) -> None:
    answer = admin(event("admin.post-treaty"), context)
    assert answer["statusCode"] == 201
    assert answer["multiValueHeaders"]["Location"] == ["/v1/treaties/example-accord"]
    text = "The Example Accord was signed in 1998."
    verify = event("api.verify") | {"body": json.dumps({"text": text}), "isBase64Encoded": False}
    (claim,) = told(reader(verify, context))[1]["claims"]
    assert (claim["treaty"]["id"], claim["verdict"]["label"]) == ("example-accord", "refuted")
    assert told(admin(event("admin.post-treaty"), context))[0] == 409


def test_other_methods_are_refused_with_those_that_are_taken(admin: Handler, context: Context) -> None:
    answer = admin({**event(PUT), "httpMethod": "PATCH"}, context)
    assert (answer["statusCode"], answer["multiValueHeaders"]["Allow"]) == (405, ["PUT, DELETE"])


def test_logs_hold_no_text_of_the_caller(admin: Handler, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    from functions.admin import app

    stream = StringIO()
    monkeypatch.setattr(app.logger.registered_handler, "stream", stream)
    admin(changed(PUT, {"If-Match": "*"}, note="zanzibar", reason="quagga", value="wombat"), context)
    admin(changed(PUT, {"If-Match": "*"}, note="zanzibar", reason="quagga"), context)
    assert stream.getvalue()
    assert not any(word in stream.getvalue() for word in ("zanzibar", "quagga", "wombat"))
