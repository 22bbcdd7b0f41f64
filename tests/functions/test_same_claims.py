"""One document, the same claims by the library and through API Gateway."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from tests.functions.conftest import Context, Handler
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Document
from treatycheck.pipeline import verify
from treatycheck.render.report import report_to_dict

TEXT = (
    "When it was concluded in 1989, the pact known as INF banned medium-range missiles. Nothing was said of START, "
    "an accord on strategic arms that runs out in 2012."
)


def event(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "resource": "/v1/verify",
        "path": "/v1/verify",
        "httpMethod": "POST",
        "headers": {"Content-Type": "application/json"},
        "multiValueHeaders": {"Content-Type": ["application/json"]},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "requestContext": {"resourcePath": "/v1/verify", "httpMethod": "POST", "path": "/v1/verify", "stage": "live"},
        "body": json.dumps(body),
        "isBase64Encoded": False,
    }


def test_the_handler_on_dynamodb_finds_and_judges_what_the_library_does(
    api: Handler, loader: Handler, context: Context
) -> None:
    loader({}, context)
    answer = api(event({"text": TEXT, "published": "2007-10-12"}), context)
    report = verify(Document(TEXT, published=date(2007, 10, 12)), BundledFactStore.load(), date(2026, 1, 1))
    assert answer["statusCode"] == 200
    claims = json.loads(answer["body"])["claims"]
    assert claims == report_to_dict(report)["claims"]
    refuted = {(claim["treaty"]["id"], claim["relation"]) for claim in claims if claim["verdict"]["label"] == "refuted"}
    assert refuted == {("inf-treaty", "signed"), ("start-i", "expires")}
