"""Reports in the formats that people and programs read. A new format is one file and one line here.

Apart from the package itself, so that a handler that answers in JSON imports no other format.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from treatycheck.model import Report
from treatycheck.render.annotations import render_annotations
from treatycheck.render.claimreview import render_claimreview
from treatycheck.render.csv import render_csv
from treatycheck.render.html import render_html
from treatycheck.render.json import render_json, render_jsonl
from treatycheck.render.sarif import render_sarif
from treatycheck.render.text import render_text

Renderer = Callable[[Report], str]

RENDERERS: Mapping[str, Renderer] = {
    "text": render_text,
    "json": render_json,
    "jsonl": render_jsonl,
    "csv": render_csv,
    "html": render_html,
    "sarif": render_sarif,
    "claimreview": render_claimreview,
    "annotations": render_annotations,
}
