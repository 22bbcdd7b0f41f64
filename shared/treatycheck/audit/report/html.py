"""A report as one page that stands for itself: no script, no other file, for screens of all widths and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from treatycheck.audit.report.content import AuditReport
from treatycheck.audit.report.documents import filters, listed_documents
from treatycheck.audit.report.overview import charts, failures, sums
from treatycheck.render.visible import visible

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}{rules}</style>
</head>
<body>
<main>
<header>
<h1>{title}</h1>
<p class="meta">{meta}</p>
</header>
"""
_FOOT = "</main>\n</body>\n</html>\n"


def render_html(report: AuditReport) -> Iterator[str]:
    """The page in pieces; everything that comes from texts is escaped."""
    heading = report.heading
    bar, rules = filters(report)
    title = escape(visible(f"Audit of {heading.title}"))
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    meta = (
        f"Audit {heading.number}, {heading.day.day} {heading.day:%B %Y} · reference data "
        f"<code>{escape(heading.reference)}</code> · engine <code>{escape(heading.engine)}</code>"
    )
    yield _HEAD.format(title=title, style=style, rules=rules, meta=meta)
    yield from sums(report)
    yield from charts(report.tally)
    yield from listed_documents(report, bar)
    yield from failures(report)
    yield _FOOT
