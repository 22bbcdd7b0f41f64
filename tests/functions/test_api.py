"""The API's handler on every event file, over a table that the loader's handler has loaded."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.functions.conftest import Context, Handler
from tests.functions.event_files import cases, event
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import MAX_CHARACTERS

ANSWERED = {
    "verify",
    "verify-html",
    "verify-base64",
    "verify-empty-text",
    "verify-untold-type",
    "verify-lone-surrogate",
    "treaties",
    "treaties-page",
    "treaties-query",
    "treaty",
    "fact",
    "fact-history",
    "relations",
    "health",
    "verify-ignore",
    "batch",
    "extract",
    "openapi",
    "treaties-misspelt",
    "check",
    "check-data",
    "check-query",
    "languages",
    "info",
    "claims-search",
}
OTHER_TYPES = {
    "verify-claimreview": "application/ld+json",
    "verify-annotations": 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    "verify-sarif": "application/sarif+json",
    "verify-page": "text/html; charset=utf-8",
    "verify-table": "text/csv; charset=utf-8; header=present",
    "verify-plain": "text/plain; charset=utf-8",
    "docs": "text/html; charset=utf-8",
    "editor": "text/html; charset=utf-8",
    "asset": "text/javascript; charset=utf-8",
    "healthcheck": "text/plain; charset=utf-8",
    "maxtextlength": "text/plain; charset=utf-8",
}
# asks for every partition, which takes moto minutes: called over the packaged facts in tests/interface
ELSEWHERE = {"coverage"}
WITHOUT_BODY = {"relations-unchanged": 304, "preflight": 204}
REFUSED = {
    "malformed-json": (400, "malformed-request", []),
    "no-body": (400, "malformed-request", []),
    "not-utf8": (400, "malformed-request", []),
    "unknown-route": (404, "unknown-route", []),
    "unknown-asset": (404, "unknown-route", []),
    "unknown-fact": (404, "unknown-fact", []),
    "unknown-treaty": (404, "unknown-treaty", []),
    "wrong-method": (405, "method-not-allowed", []),
    "wrong-media-type": (415, "unsupported-media-type", []),
    "wrong-fields": (422, "invalid-input", ["/text", "/published", "/titel"]),
    "not-an-object": (422, "invalid-input", [""]),
    "unknown-format": (422, "unknown-format", ["/format"]),
    "invalid-date": (422, "invalid-date", ["/published"]),
    "wrong-limit": (422, "invalid-input", ["/limit"]),
    "not-acceptable": (406, "not-acceptable", []),
    "batch-no-items": (422, "invalid-input", ["/items", "/documents"]),
    "check-no-language": (400, "invalid-input", ["/language"]),
    "unknown-ignore-list": (404, "unknown-ignore-list", ["/ignore_list"]),
    "check-unknown-ignore-list": (404, "unknown-ignore-list", ["/ignore_list"]),
    "check-no-text": (400, "invalid-input", ["/text"]),
    "check-wrong-media-type": (415, "unsupported-media-type", []),
    "claims-search-no-query": (400, "invalid-input", ["/query"]),
    "claims-search-wrong-page": (400, "invalid-input", ["/pageSize"]),
}


@pytest.fixture(scope="module")
def api(api: Handler, loader: Handler) -> Handler:
    loader(event("loader.direct"), Context())
    return api


def content_of(answer: dict[str, Any]) -> dict[str, Any]:
    assert answer["body"].isascii()
    content: dict[str, Any] = json.loads(answer["body"])
    return content


def test_every_event_is_expected() -> None:
    assert set(cases("api")) == ANSWERED | OTHER_TYPES.keys() | ELSEWHERE | WITHOUT_BODY.keys() | REFUSED.keys()


@pytest.mark.parametrize("case", sorted(ANSWERED))
def test_an_answer_is_json_and_comes_out_the_same_again(api: Handler, context: Context, case: str) -> None:
    answer = api(event(f"api.{case}"), context)
    assert answer["statusCode"] == 200
    assert answer["multiValueHeaders"]["Content-Type"] == ["application/json"]
    assert content_of(answer)
    assert api(event(f"api.{case}"), context) == answer


@pytest.mark.parametrize("case", sorted(WITHOUT_BODY))
def test_an_answer_may_have_no_body(api: Handler, context: Context, case: str) -> None:
    answer = api(event(f"api.{case}"), context)
    assert (answer["statusCode"], answer["body"]) == (WITHOUT_BODY[case], "")


@pytest.mark.parametrize("case", sorted(OTHER_TYPES))
def test_an_answer_of_another_type_comes_out_the_same_again(api: Handler, context: Context, case: str) -> None:
    answer = api(event(f"api.{case}"), context)
    assert (answer["statusCode"], answer["multiValueHeaders"]["Content-Type"]) == (200, [OTHER_TYPES[case]])
    assert answer["body"] and api(event(f"api.{case}"), context) == answer


@pytest.mark.parametrize("case", sorted(REFUSED))
def test_an_error_is_a_problem(api: Handler, context: Context, case: str) -> None:
    status, slug, pointers = REFUSED[case]
    sent = event(f"api.{case}")
    answer = api(sent, context)
    problem = content_of(answer)
    assert (answer["statusCode"], problem["status"], problem["type"].endswith(slug)) == (status, status, True)
    assert answer["multiValueHeaders"]["Content-Type"] == ["application/problem+json"]
    assert problem["title"] and problem["detail"] and problem["instance"] == sent["path"]
    assert [field["pointer"] for field in problem["errors"]] == pointers
    assert all(field["detail"] for field in problem["errors"])


def test_a_report_counts_what_it_was_given(api: Handler, context: Context) -> None:
    sent = event("api.verify")
    report = content_of(api(sent, context))
    reference = BundledFactStore.load().reference()
    assert report["document"]["characters"] == len(json.loads(sent["body"])["text"])
    assert report["document"]["as_of"] == "2007-10-12"
    assert report["reference"] == {
        "version": reference.version,
        "treaties": reference.treaties,
        "facts": reference.facts,
    }
    assert report["summary"]["claims"] == len(report["claims"])


def test_an_encoded_body_is_decoded(api: Handler, context: Context) -> None:
    report = content_of(api(event("api.verify-base64"), context))
    assert report["document"]["characters"] == 103


def test_an_empty_text_claims_nothing(api: Handler, context: Context) -> None:
    assert content_of(api(event("api.verify-empty-text"), context))["claims"] == []


def test_a_text_without_dates_is_judged_as_of_today(
    api: Handler, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = event("api.verify") | {"body": '{"text": "The INF Treaty was signed in 1987."}'}
    document = content_of(api(sent, context))["document"]
    assert document["published"] is None and document["as_of"] >= "2026-01-01"


def test_pages_of_treaties_lead_to_the_end(api: Handler, context: Context) -> None:
    sent, seen = event("api.treaties-page"), []
    sent["queryStringParameters"] = {"limit": "7"}
    while True:
        page = content_of(api(sent, context))
        seen += [treaty["id"] for treaty in page["treaties"]]
        if page["next_cursor"] is None:
            break
        sent["queryStringParameters"]["cursor"] = page["next_cursor"]
    assert seen == [treaty.id for treaty in BundledFactStore.load().treaties()] and page["total"] == len(seen)


def test_treaties_are_found_by_name(api: Handler, context: Context) -> None:
    found = content_of(api(event("api.treaties-query"), context))["treaties"]
    assert {"id", "name", "year", "kind"} == found[0].keys()
    assert "inf-treaty" in {treaty["id"] for treaty in found}


def test_a_treaty_comes_with_its_facts(api: Handler, context: Context) -> None:
    treaty = content_of(api(event("api.treaty"), context))
    assert treaty["id"] == "inf-treaty" and "INF" in treaty["acronyms"]
    signed = next(fact for fact in treaty["facts"] if fact["fact_id"] == "inf-treaty/signed")
    assert (signed["value"], signed["status"]) == ("1987-12-08", "current")
    assert signed["sources"][0].keys() == {"title", "publisher", "url"}


def test_a_wrong_method_is_told_the_right_one(api: Handler, context: Context) -> None:
    assert api(event("api.wrong-method"), context)["multiValueHeaders"]["Allow"] == ["POST"]


def test_a_slash_at_the_end_changes_nothing(api: Handler, context: Context) -> None:
    assert api(event("api.health") | {"path": "/v1/health/"}, context)["statusCode"] == 200


def test_too_long_a_text_is_refused(api: Handler, context: Context) -> None:
    sent = event("api.verify") | {"body": json.dumps({"text": "x" * (MAX_CHARACTERS + 1)})}
    answer = api(sent, context)
    assert (answer["statusCode"], content_of(answer)["errors"][0]["pointer"]) == (413, "/text")


@pytest.mark.parametrize("encoded", [False, True])
def test_too_large_a_body_is_refused(api: Handler, context: Context, encoded: bool) -> None:
    sent = event("api.verify") | {"body": "A" * 9_000_000, "isBase64Encoded": encoded}
    assert api(sent, context)["statusCode"] == 413


@pytest.mark.parametrize("body", ["[" * 100_000, "1" * 10_000, "\ufeff{}", "", "null"])
def test_strange_bodies_are_refused(api: Handler, context: Context, body: str) -> None:
    assert api(event("api.verify") | {"body": body}, context)["statusCode"] in {400, 422}
