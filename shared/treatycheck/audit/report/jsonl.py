"""A report as JSON Lines: findings, failures, and the sums as the last line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from treatycheck.audit.report.content import AuditReport, failure_to_dict, finding_to_dict, summary_to_dict


def render_jsonl(report: AuditReport) -> Iterator[str]:
    """One object a line; `type` is finding, failure or summary. ASCII, so that any text survives."""
    for document in report.documents():
        for finding in document.findings:
            yield _line("finding", finding_to_dict(document, finding))
    for key, failure in report.failures():
        yield _line("failure", failure_to_dict(key, failure))
    yield _line("summary", summary_to_dict(report))


def _line(kind: str, content: dict[str, Any]) -> str:
    return json.dumps({"type": kind, **content}, ensure_ascii=True) + "\n"
