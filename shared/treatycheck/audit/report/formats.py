"""The formats of a report. A new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from treatycheck.audit.report.content import AuditReport
from treatycheck.audit.report.csv import render_csv
from treatycheck.audit.report.html import render_html
from treatycheck.audit.report.jsonl import render_jsonl
from treatycheck.audit.report.sarif import render_sarif
from treatycheck.audit.report.text import render_text

REPORTS: Mapping[str, Callable[[AuditReport], Iterator[str]]] = {
    "text": render_text,
    "html": render_html,
    "csv": render_csv,
    "sarif": render_sarif,
    "jsonl": render_jsonl,
}
