"""The OpenAPI document beside the handlers that it describes."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.functions.event_files import FOLDER
from tests.interface.calls import HOST, SITE, Answer, call, call_operation, resolver
from tests.interface.examples import FILE, NOT_SHOWN, REQUESTS, written
from treatycheck.aws.answers import METHODS
from treatycheck.aws.api import routes
from treatycheck.aws.audits.routes import AuditRoutes
from treatycheck.aws.listing import Listing
from treatycheck.aws.openapi.operation import Operation
from treatycheck.aws.openapi.operations import OPERATIONS

# what every change of the reference data changes
CHANGING = {
    "reference",
    "sources",
    "evidence",
    "version",
    "facts",
    "relations",
    "total",
    "treaties",
    "timeline",
    "urls",
}


@cache
def described() -> dict[str, Any]:
    content: dict[str, Any] = call("GET", "/openapi.json").content
    return content


def problems(schema: dict[str, Any], content: Any) -> list[str]:
    """Where the content is not what the schema says."""
    whole = {**schema, "components": described()["components"]}
    return [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(whole).iter_errors(content)]


def response(path: str, method: str, answer: Answer) -> dict[str, Any]:
    """How the document describes an answer."""
    found: dict[str, Any] = described()["paths"][path][method]["responses"][str(answer.status)]
    return found


def test_it_describes_each_route_and_no_other() -> None:
    nothing: Any = None
    known = [*routes(nothing, nothing), *Listing(nothing, nothing).table(), *AuditRoutes(nothing, nothing).table()]
    there = {(method.lower(), path.replace("<", "{").replace(">", "}")) for method, path, _ in known}
    assert {(method, path) for path, methods in described()["paths"].items() for method in methods} == there


def test_it_says_where_it_was_found() -> None:
    assert described()["openapi"].startswith("3.1")
    assert described()["servers"] == [{"url": f"https://{HOST}/live"}]


def test_each_schema_is_a_schema_and_is_used() -> None:
    for schema in described()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    text = json.dumps(described())
    for name in described()["components"]["schemas"]:
        assert f'"#/components/schemas/{name}"' in text, name


# each file has one type: tests/interface/test_pages.py
NEGOTIATED = [operation for operation in OPERATIONS if operation.name != "asset"]


@pytest.mark.parametrize("operation", NEGOTIATED, ids=lambda operation: operation.name)
def test_an_answer_is_as_described(operation: Operation) -> None:
    for media, schema in operation.answers.items():
        answer = call_operation(operation, REQUESTS.get(operation.name), {"Accept": media})
        assert answer.status == 200
        assert answer.headers["content-type"].partition(";")[0] == media.partition(";")[0]
        assert problems(schema, answer.content if "json" in media else answer.body) == []


def masked(content: Any) -> Any:
    """The content less what changes with the reference data."""
    if isinstance(content, dict):
        return {key: masked(value) for key, value in content.items() if key not in CHANGING}
    if isinstance(content, str) and content.startswith("packaged reference"):
        return "packaged reference"
    return [masked(item) for item in content] if isinstance(content, list) else content


@cache
def answered() -> dict[str, Any]:
    return written()


@pytest.mark.parametrize("name", [operation.name for operation in OPERATIONS if operation.name not in NOT_SHOWN])
def test_an_example_is_what_the_handler_answers(name: str) -> None:
    examples = json.loads(FILE.read_text(encoding="utf-8"))
    assert masked(examples[name]) == masked(answered()[name]), "run python -m tests.interface.examples"


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_an_example_of_a_request_is_as_described(name: str) -> None:
    operation = next(operation for operation in OPERATIONS if operation.name == name)
    assert problems({"$ref": f"#/components/schemas/{operation.request}"}, REQUESTS[name]) == []


@pytest.mark.parametrize("case", sorted(path.name.split(".")[1] for path in FOLDER.glob("api.*.json")))
def test_the_answer_to_an_event_is_described(case: str) -> None:
    event = json.loads((FOLDER / f"api.{case}.json").read_text(encoding="utf-8"))
    path, method = event["resource"], event["httpMethod"].lower()
    if method not in described()["paths"].get(path, {}):
        return
    raw = resolver((SITE,)).resolve(event, None)  # type: ignore[arg-type]
    answer = Answer(raw["statusCode"], {}, raw["body"])
    told = response(path, method, answer).get("content", {})
    kind = raw["multiValueHeaders"].get("Content-Type", [""])[0]
    media = next((media for media in told if media.partition(";")[0] == kind.partition(";")[0]), None)
    assert (media is None) == (answer.status == 304)
    if media and "json" in media:
        assert problems(told[media]["schema"], answer.content) == []


def test_a_request_that_it_does_not_describe_is_refused() -> None:
    for method in set(METHODS) - {"POST", "OPTIONS"}:
        assert call(method, "/v1/verify").status == 405


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = call("GET", "/docs").body
    assert not any(mark in page for mark in ("<script", "<link", "src=", "@import", "url("))
    for operation in OPERATIONS:
        assert f'<section id="{operation.name}">' in page
