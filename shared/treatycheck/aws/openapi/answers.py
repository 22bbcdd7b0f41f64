"""Schemas of what the routes of `/v1` answer."""

from __future__ import annotations

from treatycheck.aws.openapi.shapes import (
    ANYTHING,
    BOOLEAN,
    COUNT,
    SHARE,
    STRING,
    URL,
    WHOLE,
    Schema,
    listed,
    mapped,
    nullable,
    one_of,
    record,
    ref,
    said,
)
from treatycheck.model import FactStatus, Label, MatchMethod, Reason, ValueType

_PLACE = record({"start": COUNT, "end": COUNT}, description="Half-open, in Unicode code points.")
_EVENT = {"date": STRING, "relation": STRING, "party": nullable(STRING), "statement": STRING, "fact_id": STRING}
_COUNTS = {label.value: COUNT for label in Label}
_BRIEF = {"id": STRING, "name": STRING, "year": WHOLE, "kind": STRING}
_CLAIM = {
    "id": said("the same for the same claim in the same document, whatever is changed elsewhere", STRING),
    "text": said("the sentence", STRING),
    "span": ref("Span"),
    "treaty": record(
        {
            "id": STRING,
            "name": STRING,
            "mention": STRING,
            "span": _PLACE,
            "match": record({"method": one_of(MatchMethod), "score": SHARE}, {"candidates": listed(STRING)}),
        }
    ),
    "relation": said("an id of /v1/relations", STRING),
    "party": nullable(record({"id": STRING, "name": STRING, "mention": STRING})),
    "value": record(
        {
            "type": one_of(ValueType),
            "text": STRING,
            "normalized": said("EDTF, ISO 8601, digits, a quantity, or ids", STRING),
            "modifier": nullable(STRING),
            "span": nullable(_PLACE),
        }
    ),
    "negated": BOOLEAN,
    "implicit": BOOLEAN,
    "tentative": BOOLEAN,
    "attributed_to": nullable(STRING),
    "rule": STRING,
}
_VERDICT = {
    "label": one_of(Label),
    "confidence": SHARE,
    "reason": one_of(Reason),
    "explanation": STRING,
    "correction": said("what to write for value.text", nullable(record({"text": STRING, "value": STRING}))),
}
_VERSION = {
    "version": {"type": "integer", "minimum": 1},
    "by": STRING,
    "at": nullable(STRING),
    "reason": STRING,
    "fact": nullable(ref("Fact")),
}
_LIST = {
    "id": STRING,
    "handle": said("names the list where no API key is sent; who has it can have its claims left out", STRING),
    "version": {"type": "integer", "minimum": 1},
    "size": said("how many claims are on it", COUNT),
}
_TREATY = {
    "official_title": STRING,
    "subject": STRING,
    "names": listed(STRING),
    "acronyms": listed(STRING),
    "shared_names": listed(STRING),
    "other_names": mapped(listed(STRING)),
    "siblings": listed(STRING),
    "facts": listed(ref("Fact")),
    "timeline": listed(record(_EVENT | {"status": one_of(FactStatus)})),
    "reference": record({"version": STRING}),
}

ANSWERS: dict[str, Schema] = {
    "Span": record(
        {"start": COUNT, "end": COUNT, "utf16_start": COUNT, "utf16_end": COUNT},
        description="Half-open; code points, and UTF-16 units as a browser counts.",
    ),
    "Source": record({"title": STRING, "publisher": STRING, "url": URL}),
    "Document": record(
        {
            "characters": COUNT,
            "published": nullable({"type": "string", "format": "date"}),
            "as_of": {"type": "string", "format": "date"},
            "language": STRING,
        }
    ),
    "Reference": record({"version": STRING, "treaties": COUNT, "facts": COUNT}),
    "Evidence": record(
        {"fact_id": STRING, "relation": STRING, "value": STRING, "statement": STRING, "sources": listed(ref("Source"))}
    ),
    "ExtractedClaim": record(_CLAIM),
    "Claim": record(_CLAIM | {"verdict": record(_VERDICT), "evidence": listed(ref("Evidence"))}),
    "Report": record(
        {
            "document": ref("Document"),
            "reference": ref("Reference"),
            "summary": record({"claims": COUNT, **_COUNTS}, {"ignored": COUNT}),
            "claims": listed(ref("Claim")),
        }
    ),
    "Extraction": record(
        {
            "document": ref("Document"),
            "reference": ref("Reference"),
            "summary": record({"claims": COUNT}, {"ignored": COUNT}),
            "claims": listed(ref("ExtractedClaim")),
        }
    ),
    "Batch": record(
        {
            "summary": record({"items": COUNT, "errors": COUNT, "claims": COUNT, **_COUNTS, "ignored": COUNT}),
            "items": listed(
                record({"id": ANYTHING}, {"response": ref("Report"), "error": ref("Problem")})
                | {"oneOf": [{"required": ["response"]}, {"required": ["error"]}]}
            ),
        }
    ),
    "Treaties": record(
        {
            "reference": record({"version": STRING}),
            "total": COUNT,
            "treaties": listed(record(_BRIEF)),
            "next_cursor": nullable(STRING),
        }
    ),
    "Treaty": record(_BRIEF | _TREATY),
    "Fact": record(
        {
            "treaty": STRING,
            "relation": STRING,
            "party": nullable(STRING),
            "value": STRING,
            "fact_id": STRING,
            "sources": listed(ref("Source")),
            "status": one_of(FactStatus),
        }
    ),
    "FactVersion": record({"fact_id": STRING, **_VERSION}),
    "FactHistory": record({"fact_id": STRING, "versions": listed(record(_VERSION), minItems=1)}),
    "IgnoreListVersion": record(_LIST, description="A list of claims to ignore, without them."),
    "IgnoreList": record(_LIST | {"entries": listed(record({"id": STRING}, {"note": STRING, "date": STRING}))}),
    "Relations": record(
        {"relations": listed(record({"id": STRING, "description": STRING, "value": STRING, "statement": STRING}))}
    ),
    "Coverage": record(
        {
            "reference": ref("Reference"),
            "relations": mapped(COUNT),
            "treaties": listed(record(_BRIEF | {"facts": COUNT, "relations": mapped(COUNT), "sources": COUNT})),
        }
    ),
    "Health": record({"status": {"const": "ok"}, "reference": ref("Reference")}),
    "Problem": record(
        {
            "type": STRING,
            "title": STRING,
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": STRING,
            "instance": nullable(STRING),
            "errors": listed(record({"pointer": STRING, "detail": STRING})),
        },
        {
            "limit": record({"value": COUNT, "unit": STRING}),
            "error": said(
                "as Google's clients look for it", record({"code": WHOLE, "message": STRING, "status": STRING})
            ),
        },
        "An error (RFC 9457).",
    ),
}
