"""A report as a table: a finding a row, then a failure a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from treatycheck.audit.finding import DocumentFindings, Finding, finding_id
from treatycheck.audit.report.content import AuditReport
from treatycheck.render.csv import safe_cell

COLUMNS = tuple(
    "id state verdict reason was key part title url published date_source as_of treaty treaty_name mention relation "
    "party value normalized correction explanation confidence text start end facts sources".split()
)
FAILURE = "failure"


def render_csv(report: AuditReport) -> Iterator[str]:
    """RFC 4180 with a heading. A failure has the state "failure", its problem as reason and its detail to explain."""
    yield _row(COLUMNS)
    for document in report.documents():
        for finding in document.findings:
            yield _row(_cells(document, finding))
    for key, failure in report.failures():
        told = {"state": FAILURE, "reason": failure.problem.value, "key": key, "part": failure.part}
        yield _row([(told | {"explanation": failure.detail}).get(column, "") for column in COLUMNS])


def _cells(document: DocumentFindings, finding: Finding) -> Sequence[object]:
    passage, ruling = finding.passage, finding.ruling
    sources = dict.fromkeys(source.url for fact in finding.facts for source in fact.sources)
    return (
        finding_id(document.key, document.part, finding.claim_id),
        finding.state.value,
        ruling.label.value,
        ruling.reason.value,
        finding.was.label.value if finding.was else "",
        document.key,
        document.part,
        document.title or "",
        document.url or "",
        document.published.isoformat() if document.published else "",
        document.date_source,
        document.as_of.isoformat(),
        finding.treaty,
        finding.treaty_name,
        finding.mention,
        finding.relation,
        finding.party or "",
        finding.value,
        finding.normalized,
        ruling.correction or "",
        finding.explanation,
        round(finding.confidence, 4),
        "".join((passage.before, passage.marked, passage.after)).strip(),
        finding.start,
        finding.end,
        " ".join(fact.fact_id for fact in finding.facts),
        " ".join(sources),
    )


def _row(cells: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([safe_cell(cell) for cell in cells])
    return line.getvalue()
