"""A report in SARIF 2.1.0: states as `baselineState`, failures as notifications."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from treatycheck.audit.article import Failure
from treatycheck.audit.finding import DocumentFindings, Finding, State, finding_id
from treatycheck.audit.report.content import AuditReport
from treatycheck.model import Reason
from treatycheck.relations import relation_by_id
from treatycheck.render.rules import described_rule
from treatycheck.render.sarif import KINDS, SCHEMA
from treatycheck.render.uris import uri_of

_BASELINE = {
    State.NEW: "new",
    State.UNCHANGED: "unchanged",
    State.CHANGED: "updated",
    State.FIXED: "absent",
}


def render_sarif(report: AuditReport) -> Iterator[str]:
    """The log with one run, a result a line; rules are told behind the results that they are of. ASCII."""
    rules: dict[str, tuple[str, Reason]] = {}
    yield f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints",\n'
    yield '"results": [\n'
    between = ""
    for document in report.documents():
        for finding in document.findings:
            rules[_rule_id(finding)] = (finding.relation, finding.ruling.reason)
            yield between + json.dumps(_result(document, finding))
            between = ",\n"
    yield '\n],\n"invocations": [{"executionSuccessful": true, "toolExecutionNotifications": [\n'
    between = ""
    for key, failure in report.failures():
        yield between + json.dumps(_notification(key, failure))
        between = ",\n"
    yield "\n]}],\n"
    yield f'"tool": {json.dumps({"driver": _driver(report, rules)})}}}]}}\n'


def _rule_id(finding: Finding) -> str:
    return f"{finding.relation}/{finding.ruling.reason}"


def _driver(report: AuditReport, rules: dict[str, tuple[str, Reason]]) -> dict[str, Any]:
    return {
        "name": "Treatycheck",
        "fullName": "Treatycheck, a spelling checker for treaty facts",
        "version": report.heading.reference,
        "language": "en",
        "rules": [{"id": name, "shortDescription": {"text": _described(*rules[name])}} for name in sorted(rules)],
    }


def _described(relation: str, reason: Reason) -> str:
    return described_rule(relation, reason) if relation in relation_by_id() else f"{relation}: {reason}"


def _result(document: DocumentFindings, finding: Finding) -> dict[str, Any]:
    kind, level = KINDS[finding.label]
    write = f" Write instead: {finding.ruling.correction}." if finding.ruling.correction else ""
    result: dict[str, Any] = {
        "ruleId": _rule_id(finding),
        "kind": kind,
        "level": level,
        "message": {"text": finding.explanation + write},
        "locations": [_location(document, finding)],
        "partialFingerprints": {
            "treatycheckFinding/v1": finding_id(document.key, document.part, finding.claim_id),
            "treatycheckClaim/v1": finding.claim_id,
        },
        "rank": round(100 * finding.confidence, 1),
        "properties": {
            "treaty": finding.treaty,
            "relation": finding.relation,
            "published": document.published and document.published.isoformat(),
            "sources": list(dict.fromkeys(source.url for fact in finding.facts for source in fact.sources)),
        },
    }
    if finding.state is State.SUPPRESSED:
        return result | {"suppressions": [{"kind": "external"}]}
    return result | {"baselineState": _BASELINE[finding.state]}


def _location(document: DocumentFindings, finding: Finding) -> dict[str, Any]:
    """Offsets count in the file itself only where it is one article, and not compressed."""
    place: dict[str, Any] = {"artifactLocation": {"uri": uri_of(document.key)}}
    if not document.part and not document.key.endswith(".gz"):
        place["region"] = {
            "charOffset": finding.start,
            "charLength": finding.end - finding.start,
            "snippet": {"text": finding.passage.marked},
        }
    location: dict[str, Any] = {"physicalLocation": place}
    if document.part:
        location["logicalLocations"] = [{"fullyQualifiedName": document.part}]
    return location


def _notification(key: str, failure: Failure) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri_of(key)}}}
    part = f"{failure.part}: " if failure.part else ""
    return {
        "descriptor": {"id": failure.problem.value},
        "level": "error",
        "message": {"text": f"{part}{failure.detail}"},
        "locations": [place],
    }
