"""What the routes show of an audit that has ended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.audits.calls import ID, REQUEST, call, conductor, elsewhere, pages
from tests.audits.cloud import Cloud, cloud_of_audits
from tests.functions.event_files import cases
from treatycheck.aws.audits.requests import read_request
from treatycheck.aws.openapi.document import document


@pytest.fixture(scope="module")
def audited() -> Iterator[Cloud]:
    """The cloud after the audit that the events name."""
    with cloud_of_audits() as cloud:
        texts = {f"articles/{year}.txt": f"The INF Treaty was signed in {year}.".encode() for year in range(1983, 1989)}
        cloud.put(texts | {"articles/bad.txt": b"\x00\x00", "articles/worse.txt": b"%PDF"})
        conductor().start(read_request(REQUEST), ID)
        cloud.ended_audit(ID)
        yield cloud


def test_every_event_is_tested() -> None:
    assert cases("audits") == ["cancel", "failures", "findings", "get", "list", "resume", "start"]


def described(schema: str, content: Any) -> list[str]:
    """Where the content is not what the description of the interface says."""
    whole = document("https://api.example.org")
    wanted = {"$ref": f"#/components/schemas/{schema}", "components": whole["components"]}
    return [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(wanted).iter_errors(content)]


def test_answers_are_as_described(audited: Cloud) -> None:
    schemas = {"get": "Audit", "list": "Audits", "findings": "Findings", "failures": "Failures"}
    for case, schema in schemas.items():
        assert described(schema, call(case)[1]) == []
    for case in ("get", "cancel", "resume"):
        assert described("Problem", elsewhere(case, "x")[1]) == []


def test_an_audit_is_shown_with_its_state_counts_and_reports(audited: Cloud) -> None:
    status, audit = call("get")
    assert status == 200 and audit["state"] == "succeeded" and audit["source"]["prefix"] == "articles/"
    assert audit["counts"]["objects"] == 8 and audit["counts"]["failures"] == {"not_text": 2}
    assert audit["counts"]["labels"]["refuted"] == 5
    assert audit["reports"].keys() == {"html", "csv", "sarif", "jsonl"}
    status, listed = call("list")
    assert [one["id"] for one in listed["audits"]] == [ID] and listed["next_cursor"] is None


def test_findings_come_in_pages_and_by_state_verdict_treaty_and_relation(audited: Cloud) -> None:
    assert len(pages("findings")) == 6
    assert {finding["document"]["key"] for finding in pages("findings", verdict="supported")} == {"articles/1987.txt"}
    assert len(pages("findings", verdict="refuted", state="new", treaty="inf-treaty", relation="signed")) == 5
    assert pages("findings", state="fixed") == pages("findings", treaty="npt") == []


def test_failures_are_listed_with_their_reasons(audited: Cloud) -> None:
    failures = {failure["key"]: failure["problem"] for failure in pages("failures")}
    assert failures == {"articles/bad.txt": "not_text", "articles/worse.txt": "not_text"}


def test_what_is_wrong_with_a_request_is_a_problem(audited: Cloud) -> None:
    assert [elsewhere(case, "20990101T000000Z-00000000")[0] for case in ("get", "findings", "cancel")] == [404] * 3
    assert elsewhere("get", "x")[1]["type"].endswith("unknown-audit")
    assert [call(case)[0] for case in ("cancel", "resume")] == [409, 409]
    for query in ({"cursor": "7"}, {"cursor": "x"}, {"limit": "0"}, {"state": ""}):
        assert call("findings", query)[0] == 422
    assert call("list", {"cursor": "yesterday"})[0] == 422
    no_pattern = {**REQUEST, "name_pattern": "("}
    two_sources = {**REQUEST, "manifest": "x"}
    for wrong in ({}, {"archive": "News", "prefix": ""}, no_pattern, two_sources, {**REQUEST, "bucket": "x"}):
        status, problem = call("start", body=json.dumps(wrong))
        assert status == 422 and problem["errors"]
