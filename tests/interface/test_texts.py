"""Verify, verify many, extract: formats, claims that are not wanted, and what fails alone."""

from __future__ import annotations

import csv
import io
import json
import time
from types import SimpleNamespace
from typing import Any

import pytest

from tests.interface.calls import SITE, TODAY, Answer, call, resolver
from treatycheck import pipeline
from treatycheck.aws import service as services
from treatycheck.aws.answers import Answers
from treatycheck.aws.negotiation import negotiated, read_ranges
from treatycheck.aws.problem import NotAcceptable
from treatycheck.aws.service import Service
from treatycheck.aws.verifying import Verifying
from treatycheck.errors import StoreUnavailable
from treatycheck.facts.bundled import BundledFactStore

TEXT = "The INF Treaty was signed in 1988. New START was signed in Prague."
BODY = {"text": TEXT, "published": "2019-03-04"}
ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


def verify(body: Any = BODY, accept: str = "application/json") -> Answer:
    return call("POST", "/v1/verify", body, headers={"Accept": accept})


def batch(*items: Any, **shared: Any) -> dict[str, Any]:
    content: dict[str, Any] = call("POST", "/v1/verify/batch", {"items": list(items), **shared}).content
    return content


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/json;q=0.1, text/html", "text/html; charset=utf-8"),
        ("text/*", "text/html; charset=utf-8"),
        ("text/html;q=0, text/*;q=0.5", "text/csv; charset=utf-8; header=present"),
        ("application/xml, */*;q=0.1", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ('application/ld+json;profile="https://schema.org"', "application/ld+json"),
        (ANNOTATIONS, ANNOTATIONS),
        ("Application/SARIF+json", "application/sarif+json"),
        ("application/json;q=lots", "application/json"),
        (",,;q=1,", "application/json"),
    ],
)
def test_the_format_is_the_one_that_the_client_likes_best(accept: str, kind: str) -> None:
    assert negotiated(accept).content_type == kind


@pytest.mark.parametrize("accept", ["application/xml", "*/*;q=0", 'application/ld+json;profile="urn:other"'])
def test_a_client_that_takes_no_format_is_told_so(accept: str) -> None:
    with pytest.raises(NotAcceptable):
        negotiated(accept)


@pytest.mark.parametrize("piece", ['"\\', '"', ';a="', 'a/b;q="\\"'])
def test_a_header_of_broken_quotations_is_read_at_once(piece: str) -> None:
    begun = time.monotonic()
    ranges = list(read_ranges(f"text/csv, {piece * 20_000}"))
    assert ranges[0].media_type == "text/csv" and time.monotonic() - begun < 1


@pytest.mark.parametrize("accept", ["application/json", "application/ld+json", ANNOTATIONS, "application/sarif+json"])
def test_each_format_tells_of_the_same_claims(accept: str) -> None:
    answer, ids = verify(accept=accept), [claim["id"] for claim in verify().content["claims"]]
    assert answer.headers["vary"] == "Accept, Origin"
    if "profile" in accept:
        assert len(answer.content["first"]["items"]) == len(ids)
    else:
        assert all(identifier in answer.body for identifier in ids)


def test_a_table_has_a_row_for_each_claim() -> None:
    rows = list(csv.DictReader(io.StringIO(verify(accept="text/csv").body)))
    assert [row["id"] for row in rows] == [claim["id"] for claim in verify().content["claims"]]


def test_a_claim_that_is_not_wanted_is_left_out_and_counted() -> None:
    first, *others = [claim["id"] for claim in verify().content["claims"]]
    report = verify({**BODY, "ignore": [first, "unheard-of"]}).content
    assert [claim["id"] for claim in report["claims"]] == others
    assert report["summary"] == {
        "claims": len(others),
        "supported": len(others),
        "refuted": 0,
        "not_enough_info": 0,
        "ignored": 1,
    }


def test_an_id_stays_while_the_text_around_the_claim_is_changed() -> None:
    unwanted = [claim["id"] for claim in verify().content["claims"]]
    edited = f"A new paragraph, with 😀, on the Kyoto Protocol.\n\n{TEXT} It was written elsewhere."
    assert verify({**BODY, "text": edited, "ignore": unwanted}).content["claims"] == []


@pytest.mark.parametrize("ignore", ["abc", [1], None, ["x" * 65], {"a": 1}])
def test_what_is_no_list_of_ids_is_refused(ignore: Any) -> None:
    answer = verify({**BODY, "ignore": ignore})
    assert answer.status == 422 and answer.content["errors"][0]["pointer"].startswith("/ignore")


def test_extraction_gives_the_claims_of_verification_without_verdicts() -> None:
    extracted = call("POST", "/v1/extract", BODY).content
    judged = verify().content["claims"]
    assert [claim | {"verdict": 0, "evidence": 0} for claim in extracted["claims"]] == [
        claim | {"verdict": 0, "evidence": 0} for claim in judged
    ]
    assert not {"verdict", "evidence"} & extracted["claims"][0].keys()


def test_a_batch_answers_each_document_as_verify_does() -> None:
    answer = batch({"id": "a", **BODY}, {"id": 7, "text": TEXT}, {"text": ""}, published="2019-03-04")
    assert [item["id"] for item in answer["items"]] == ["a", 7, None]
    assert answer["items"][0]["response"] == answer["items"][1]["response"] == verify().content
    assert (answer["summary"]["items"], answer["summary"]["errors"], answer["summary"]["refuted"]) == (3, 0, 2)


def test_a_bad_document_spoils_no_other() -> None:
    bad: list[Any] = [{"id": "x", "text": 1}, {"text": "", "titel": ""}, "text", None, {"id": [1], "text": ""}]
    answer = batch(*bad, {"id": "good", **BODY})
    assert answer["summary"]["errors"] == len(bad)
    for place, item in enumerate(answer["items"][:-1]):
        assert item["error"]["status"] == 422
        assert item["error"]["instance"] == f"/v1/verify/batch#/items/{place}"
    assert answer["items"][0]["id"] == "x" and answer["items"][0]["error"]["errors"][0]["pointer"] == "/text"
    assert answer["items"][-1]["response"]["summary"]["claims"] > 0


def test_a_batch_may_say_once_what_is_not_wanted() -> None:
    first, second, *_ = [claim["id"] for claim in verify().content["claims"]]
    answer = batch({**BODY, "ignore": [second]}, BODY, ignore=[first])
    assert [item["response"]["summary"]["ignored"] for item in answer["items"]] == [2, 1]


def test_a_batch_of_nothing_is_answered() -> None:
    assert batch()["items"] == []
    assert call("POST", "/v1/verify/batch", {"items": [{}] * 1001}).status == 422


def test_a_failure_inside_spoils_no_other_and_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:

    def failing(document: Any, *others: Any) -> Any:
        if document.text == "break":
            raise RuntimeError("secret")
        if document.text == "wait":
            raise StoreUnavailable("later")
        return pipeline.verify(document, *others)

    monkeypatch.setattr(services, "verify", failing)
    answer = batch({"text": "break"}, {"text": "wait"}, BODY)
    assert [item.get("error", {}).get("status") for item in answer["items"]] == [500, 503, None]
    assert "secret" not in json.dumps(answer)


def test_what_a_batch_does_not_reach_in_time_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 1.0, 14.0, 16.0])
    observer: Any = type("Silent", (), {"__getattr__": lambda _self, _name: lambda *_arguments: None})()
    store = BundledFactStore.load()
    service = Service(lambda: store, lambda: TODAY, observer, clock=lambda: next(ticks))
    answers = Answers(resolver((SITE,)), observer, 1_000_000)
    monkeypatch.setattr(Answers, "event", lambda _self: event_of([{"text": ""}] * 3))
    items = json.loads(Verifying(answers, service).batch().body or "")["items"]
    assert ["error" in item for item in items] == [False, False, True]
    assert items[2]["error"]["type"] == "/problems/out-of-time"


def event_of(items: list[Any]) -> Any:
    """What the handler reads of an event."""
    body = json.dumps({"items": items})
    return SimpleNamespace(path="/v1/verify/batch", headers={}, body=body, is_base64_encoded=False)


def test_too_large_a_text_is_told_how_much_is_taken() -> None:
    answer = verify({"text": "x" * 1_000_001})
    assert answer.status == 413
    assert answer.content["limit"] == {"value": 1_000_000, "unit": "characters"}
    assert answer.headers["retry-after"] == "0"


def test_every_answer_has_the_headers_that_keep_browsers_safe() -> None:
    for answer in (verify(), verify(accept="text/html"), verify("no object"), call("GET", "/nowhere")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
