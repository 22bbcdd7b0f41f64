"""A report as one JSON object, or one claim a line; ASCII, so that any text survives."""

from __future__ import annotations

import json

from treatycheck.model import Report
from treatycheck.render.report import Utf16Offsets, claim_to_dict, report_to_dict


def render_json(report: Report) -> str:
    """The whole report, indented for reading."""
    return json.dumps(report_to_dict(report), ensure_ascii=True, indent=2) + "\n"


def render_compact_json(report: Report) -> str:
    """The whole report on one line, as it goes over the wire."""
    return json.dumps(report_to_dict(report), ensure_ascii=True, separators=(",", ":"))


def render_jsonl(report: Report) -> str:
    """One claim a line."""
    utf16 = Utf16Offsets(report.document.text)
    return "".join(json.dumps(claim_to_dict(judged, utf16), ensure_ascii=True) + "\n" for judged in report.claims)
