"""A report as a table, one claim a row."""

from __future__ import annotations

import csv
import io

from treatycheck.model import Judged, Report
from treatycheck.render.rules import source_urls
from treatycheck.render.visible import visible

COLUMNS = (
    "id",
    "start",
    "end",
    "treaty",
    "treaty_name",
    "mention",
    "relation",
    "party",
    "value",
    "normalized",
    "negated",
    "attributed_to",
    "verdict",
    "confidence",
    "reason",
    "explanation",
    "correction",
    "facts",
    "sources",
    "text",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render_csv(report: Report) -> str:
    """RFC 4180 with a heading; cells that a spreadsheet would run as a formula get a leading apostrophe."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(value) for value in _row(judged)] for judged in report.claims)
    return table.getvalue()


def _row(judged: Judged) -> tuple[object, ...]:
    claim, verdict = judged.claim, judged.verdict
    return (
        judged.id,
        claim.span.start,
        claim.span.end,
        claim.treaty.value,
        judged.treaty_name,
        claim.treaty.text,
        claim.relation,
        claim.party.id if claim.party else "",
        claim.value.text,
        claim.value.normalized,
        str(claim.negated).lower(),
        claim.attributed_to or "",
        verdict.label.value,
        round(verdict.confidence, 4),
        verdict.reason.value,
        verdict.explanation,
        verdict.correction.text if verdict.correction else "",
        " ".join(evidence.fact.fact_id for evidence in judged.evidence),
        " ".join(source_urls(judged)),
        judged.text,
    )


def safe_cell(value: object) -> object:
    """A cell that no spreadsheet runs as a formula."""
    if not isinstance(value, str):
        return value
    return "'" + visible(value) if value.startswith(_FORMULA_STARTS) else visible(value)
