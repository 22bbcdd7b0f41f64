"""The operations of audits, and their schemas: deployed on AWS only, for callers who sign."""

from __future__ import annotations

from treatycheck.audit.article import DateSource, Problem
from treatycheck.audit.finding import State
from treatycheck.aws.audits.record import AuditState
from treatycheck.aws.audits.requests import LONGEST_KEY, MOST_IGNORED, NAME
from treatycheck.aws.audits.routes import LARGEST_PAGE
from treatycheck.aws.openapi.operation import Operation, Parameter
from treatycheck.aws.openapi.shapes import (
    BOOLEAN,
    COUNT,
    SHARE,
    STRING,
    Schema,
    closed,
    listed,
    mapped,
    nullable,
    one_of,
    record,
    ref,
    said,
)
from treatycheck.aws.schema import LONGEST_CLAIM_ID
from treatycheck.model import Label, Reason

_KEY: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY}
_RULING = {"label": one_of(Label), "reason": one_of(Reason)}
_SOURCE = record(
    {"kind": one_of(("prefix", "inventory", "manifest")), "bucket": STRING}, {"prefix": STRING, "key": STRING}
)
_ID = Parameter("audit_id", {"type": "string", "pattern": "^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$"}, "", "path", True)
_LIMIT = Parameter("limit", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}, "50 where it is left out")
_CURSOR = Parameter("cursor", STRING, "the next_cursor of the page before; a page may be short, and lead on")
_FILTERS = (
    Parameter("state", one_of(State), "what became of a finding since the last audit"),
    Parameter("verdict", one_of(Label)),
    Parameter("treaty", STRING, "an id of /v1/treaties"),
    Parameter("relation", STRING, "an id of /v1/relations"),
)

AUDIT_SCHEMAS: dict[str, Schema] = {
    "AuditRequest": closed(
        {
            "archive": said(
                "a name of your own: its audits are compared", {"type": "string", "pattern": NAME, "maxLength": 60}
            )
        },
        {
            "prefix": said("the objects under it", {"type": "string", "maxLength": LONGEST_KEY}),
            "inventory": said("the manifest.json of an S3 inventory in CSV", _KEY),
            "manifest": said("an object with a line of JSON for each object: Key, and Size and ETag if known", _KEY),
            "name_pattern": said(
                "where the date stands in names, such as YYYY/MM/DD or DD-MM-YYYY",
                nullable({"type": "string", "maxLength": 200}),
            ),
            "ignore": said(
                "ids of findings or claims that are suppressed",
                listed({"type": "string", "maxLength": LONGEST_CLAIM_ID}, maxItems=MOST_IGNORED),
            ),
            "tolerated_failure_percentage": said(
                "of batches whose workers died again and again; 5 where it is left out",
                {"type": "integer", "minimum": 0, "maximum": 100},
            ),
        },
        "An audit; one of prefix, inventory and manifest says of what.",
    ),
    "Audit": record(
        {
            "id": STRING,
            "archive": STRING,
            "source": _SOURCE,
            "state": one_of(AuditState),
            "started": {"type": "string", "format": "date-time"},
            "ended": nullable(STRING),
            "reason": nullable(STRING),
            "runs": COUNT,
            "counts": nullable(
                record({}, {"objects": COUNT, "documents": COUNT, "labels": mapped(COUNT), "failures": mapped(COUNT)})
            ),
            "reports": said("names of objects in the bucket of reports, by format", nullable(mapped(STRING))),
        },
        {"progress": said("objects, while it is running", mapped(COUNT))},
    ),
    "Audits": record({"audits": listed(ref("Audit")), "next_cursor": nullable(STRING)}),
    "Finding": record(
        {
            "id": STRING,
            "state": one_of(State),
            "document": record(
                {
                    "key": STRING,
                    "part": STRING,
                    "title": nullable(STRING),
                    "url": nullable(STRING),
                    "published": nullable(STRING),
                    "date_source": one_of(DateSource),
                    "as_of": STRING,
                }
            ),
            "claim_id": STRING,
            "text": STRING,
            "marked": STRING,
            "span": record({"start": COUNT, "end": COUNT}),
            "treaty": record({"id": STRING, "name": STRING, "mention": STRING}),
            "relation": STRING,
            "party": nullable(STRING),
            "value": record({"text": STRING, "normalized": STRING}),
            "negated": BOOLEAN,
            "attributed_to": nullable(STRING),
            "rule": STRING,
            "verdict": record(_RULING | {"confidence": SHARE, "explanation": STRING, "correction": nullable(STRING)}),
            "was": said("the verdict of the last audit, if it had one", nullable(record(_RULING))),
            "evidence": listed(record({"fact_id": STRING, "statement": STRING, "sources": listed(ref("Source"))})),
        }
    ),
    "Findings": record({"audit": STRING, "findings": listed(ref("Finding")), "next_cursor": nullable(STRING)}),
    "Failure": record({"key": STRING, "part": STRING, "problem": one_of(Problem), "detail": STRING}),
    "Failures": record({"audit": STRING, "failures": listed(ref("Failure")), "next_cursor": nullable(STRING)}),
}


def operation(
    name: str, method: str, path: str, summary: str, schema: str, errors: tuple[int, ...], *parameters: Parameter
) -> Operation:
    """An operation of audits; those that set one going answer 202."""
    return Operation(
        name,
        method,
        f"/v1/audits{path}",
        "audits",
        summary,
        {"application/json": ref(schema)},
        errors,
        parameters,
        request="AuditRequest" if name == "startAudit" else None,
        reads=method == "get",
        status=202 if name in {"startAudit", "resumeAudit"} else 200,
        signed=True,
    )


AUDIT_OPERATIONS = (
    operation("startAudit", "post", "", "Starts an audit of an archive", "Audit", (400, 409, 413, 415, 422)),
    operation("listAudits", "get", "", "The audits, the latest first", "Audits", (422,), _LIMIT, _CURSOR),
    operation("getAudit", "get", "/{audit_id}", "An audit with its state and counts", "Audit", (404,), _ID),
    operation(
        "listFindings",
        "get",
        "/{audit_id}/findings",
        "What an audit found, page by page",
        "Findings",
        (404, 409, 422),
        *(_ID, *_FILTERS, _LIMIT, _CURSOR),
    ),
    operation(
        "listFailures",
        "get",
        "/{audit_id}/failures",
        "What an audit could not read, with the reasons",
        "Failures",
        (404, 409, 422),
        *(_ID, _LIMIT, _CURSOR),
    ),
    operation("cancelAudit", "post", "/{audit_id}/cancel", "Stops an audit", "Audit", (404, 409), _ID),
    operation(
        "resumeAudit", "post", "/{audit_id}/resume", "Has a failed or cancelled audit go on", "Audit", (404, 409), _ID
    ),
)
