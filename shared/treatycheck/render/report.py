"""A report in the shape that every client reads: plain dictionaries, keys in a fixed order."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from treatycheck.facts.lines import citation_to_dict
from treatycheck.model import Claim, Document, Evidence, Judged, Label, Report, Span, Value, Verdict

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Offsets:
    """Code-point offsets of one text counted in UTF-16 units, from one pass over it."""

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]

    def __call__(self, offset: int) -> int:
        return offset + bisect_left(self._astral, offset)


def report_to_dict(report: Report) -> dict[str, Any]:
    """The whole report, ready for `json.dumps` with ASCII output, which keeps lone surrogates."""
    utf16 = Utf16Offsets(report.document.text)
    return {
        "document": _document(report.document, report),
        "reference": _reference(report),
        "summary": _summary(report) | _ignored(report),
        "claims": [claim_to_dict(judged, utf16) for judged in report.claims],
    }


def extraction_to_dict(report: Report) -> dict[str, Any]:
    """The claims of a report without what was made of them, under the ids that they have there."""
    utf16 = Utf16Offsets(report.document.text)
    claims = (claim_to_dict(judged, utf16) for judged in report.claims)
    judgement = ("verdict", "evidence")
    return {
        "document": _document(report.document, report),
        "reference": _reference(report),
        "summary": {"claims": len(report.claims)} | _ignored(report),
        "claims": [{key: value for key, value in claim.items() if key not in judgement} for claim in claims],
    }


def claim_to_dict(judged: Judged, utf16: Utf16Offsets) -> dict[str, Any]:
    """One claim of a report."""
    claim = judged.claim
    return {
        "id": judged.id,
        "text": judged.text,
        "span": both_offsets(claim.span, utf16),
        "treaty": _treaty(judged),
        "relation": claim.relation,
        "party": _party(claim),
        "value": _value(claim.value),
        "negated": claim.negated,
        "implicit": claim.implicit,
        "tentative": claim.tentative,
        "attributed_to": claim.attributed_to,
        "rule": claim.rule,
        "verdict": _verdict(judged.verdict),
        "evidence": [_evidence(evidence) for evidence in judged.evidence],
    }


def _summary(report: Report) -> dict[str, int]:
    return {"claims": len(report.claims)} | {label.value: report.count(label) for label in Label}


def _ignored(report: Report) -> dict[str, int]:
    """Told where there are any."""
    return {"ignored": report.ignored} if report.ignored else {}


def _reference(report: Report) -> dict[str, Any]:
    return {"version": report.reference_version, "treaties": report.treaties, "facts": report.facts}


def _document(document: Document, report: Report) -> dict[str, Any]:
    return {
        "characters": len(document.text),
        "published": document.published.isoformat() if document.published else None,
        "as_of": report.as_of.isoformat(),
        "language": "en",
    }


def both_offsets(span: Span, utf16: Utf16Offsets) -> dict[str, int]:
    """A span in code points, and in UTF-16 units."""
    return _offsets(span) | {"utf16_start": utf16(span.start), "utf16_end": utf16(span.end)}


def _offsets(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _treaty(judged: Judged) -> dict[str, Any]:
    mention = judged.claim.treaty
    match: dict[str, Any] = {"method": mention.method.value, "score": round(mention.score, 4)}
    if mention.candidates:
        match["candidates"] = list(mention.candidates)
    return {
        "id": mention.value,
        "name": judged.treaty_name,
        "mention": mention.text,
        "span": _offsets(mention.span),
        "match": match,
    }


def _party(claim: Claim) -> dict[str, str] | None:
    party = claim.party
    return {"id": party.id, "name": party.name, "mention": party.mention} if party else None


def _value(value: Value) -> dict[str, Any]:
    return {
        "type": value.type.value,
        "text": value.text,
        "normalized": value.normalized,
        "modifier": value.modifier,
        "span": _offsets(value.span) if value.span else None,
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    correction = verdict.correction
    return {
        "label": verdict.label.value,
        "confidence": round(verdict.confidence, 4),
        "reason": verdict.reason.value,
        "explanation": verdict.explanation,
        "correction": {"text": correction.text, "value": correction.value} if correction else None,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    fact = evidence.fact
    return {
        "fact_id": fact.fact_id,
        "relation": fact.relation,
        "value": fact.value,
        "statement": evidence.statement,
        "sources": [citation_to_dict(citation) for citation in fact.sources],
    }
