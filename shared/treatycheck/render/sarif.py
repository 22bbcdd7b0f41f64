"""A report in SARIF 2.1.0, for editors and code scanning; columns count code points."""

from __future__ import annotations

import json
from typing import Any

from treatycheck.model import Document, Format, Judged, Label, Report
from treatycheck.render.lines import Lines
from treatycheck.render.rules import LABEL_WORDS, message_of, place_of, rule_description, rule_id, source_urls
from treatycheck.render.uris import uri_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# a level other than none is only for what fails
KINDS = {Label.REFUTED: ("fail", "error"), Label.SUPPORTED: ("pass", "none"), Label.NOT_ENOUGH_INFO: ("open", "none")}
_MEDIA_TYPES = {Format.TEXT: "text/plain", Format.HTML: "text/html", Format.MARKDOWN: "text/markdown"}
_UNNAMED = "document"


def render_sarif(report: Report) -> str:
    """The log, indented for reading; ASCII, so that any text survives."""
    return json.dumps(sarif_of(report), ensure_ascii=True, indent=2) + "\n"


def sarif_of(report: Report) -> dict[str, Any]:
    """The log with one run."""
    rules = {rule_id(judged): judged for judged in report.claims}
    places = {name: index for index, name in enumerate(sorted(rules))}
    lines = Lines(report.document.text)
    location = _artifact_location(report.document)
    run = {
        "tool": {"driver": _driver(report, [_rule(name, rules[name]) for name in places])},
        "artifacts": [{"location": location, "mimeType": _MEDIA_TYPES[report.document.format]}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(judged, places, lines, location) for judged in report.claims],
        "properties": {"as_of": report.as_of.isoformat(), "reference": report.reference_version},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "Treatycheck",
        "fullName": "Treatycheck, a spelling checker for treaty facts",
        "version": report.reference_version,
        "language": "en",
        "rules": rules,
    }


def _rule(name: str, judged: Judged) -> dict[str, Any]:
    description = rule_description(judged)
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.replace("/", "_").split("_")),
        "shortDescription": {"text": description},
        "fullDescription": {"text": f"{description}."},
        "defaultConfiguration": {"level": "error" if judged.verdict.label is Label.REFUTED else "note"},
    }


def _artifact_location(document: Document) -> dict[str, Any]:
    return {"uri": uri_of(document.url or _UNNAMED), "index": 0}


def _result(judged: Judged, places: dict[str, int], lines: Lines, location: dict[str, Any]) -> dict[str, Any]:
    kind, level = KINDS[judged.verdict.label]
    region = lines.region(judged.claim.span)
    result: dict[str, Any] = {
        "ruleId": rule_id(judged),
        "ruleIndex": places[rule_id(judged)],
        "kind": kind,
        "level": level,
        "message": {"text": message_of(judged)},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
        "partialFingerprints": {"treatycheckClaim/v1": judged.id},
        "rank": round(100 * judged.verdict.confidence, 1),
        "properties": _properties(judged),
    }
    fix = _fix(judged, lines, location)
    return result | ({"fixes": [fix]} if fix else {})


def _properties(judged: Judged) -> dict[str, Any]:
    return {
        "treaty": judged.claim.treaty.value,
        "relation": judged.claim.relation,
        "verdict": LABEL_WORDS[judged.verdict.label],
        "sources": source_urls(judged),
    }


def _fix(judged: Judged, lines: Lines, location: dict[str, Any]) -> dict[str, Any] | None:
    correction = judged.verdict.correction
    if correction is None or judged.claim.value.span is None:
        return None
    replacement = {"deletedRegion": lines.region(place_of(judged)), "insertedContent": {"text": correction.text}}
    return {
        "description": {"text": f"Write {correction.text}."},
        "artifactChanges": [{"artifactLocation": location, "replacements": [replacement]}],
    }
