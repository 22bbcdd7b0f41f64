"""Reports in the formats that people and programs read. A new format is one file and one line here.

A renderer is named, `module:function` in this package, and imported when a report is to be written in its format.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from treatycheck.model import Report

RENDERERS: Mapping[str, str] = {
    "text": "text:render_text",
    "json": "json:render_json",
    "jsonl": "json:render_jsonl",
    "csv": "csv:render_csv",
    "html": "html:render_html",
    "sarif": "sarif:render_sarif",
    "claimreview": "claimreview:render_claimreview",
    "annotations": "annotations:render_annotations",
}


def rendered(report: Report, renderer: str) -> str:
    """The report as a renderer of this package writes it."""
    module, _, name = renderer.partition(":")
    written: str = getattr(import_module(f"{__package__}.{module}"), name)(report)
    return written
