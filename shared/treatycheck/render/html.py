"""A report as one self-contained page: the text with its claims marked, then the claims."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from treatycheck.model import Citation, Evidence, Judged, Label, Report
from treatycheck.render.marks import Segment, segments
from treatycheck.render.plain import PlainView
from treatycheck.render.rules import LABEL_WORDS
from treatycheck.render.visible import visible

_WORDS = {label: words.lower() for label, words in LABEL_WORDS.items()}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="summary">{summary}</p>
<h2>Text</h2>
<div class="text" dir="auto">{text}</div>
<h2>Claims</h2>
{claims}
<footer>Judged as of {as_of} with reference data {version}.</footer>
</main>
</body>
</html>
"""


def render_html(report: Report) -> str:
    """The page; everything that comes from the text is escaped."""
    return _PAGE.format(
        title=_text(report.document.title or "Treatycheck report"),
        style=files(__package__).joinpath("page.css").read_text(encoding="utf-8"),
        summary=_summary(report),
        text=_marked_text(report),
        claims="\n".join(map(_claim, report.claims)) or "<p>No claims about treaties were found.</p>",
        as_of=report.as_of,
        version=_text(report.reference_version),
    )


def _text(text: str) -> str:
    return escape(visible(text))


def _summary(report: Report) -> str:
    counts = (f'<span class="{label}">{report.count(label)} {_WORDS[label]}</span>' for label in Label)
    noun = "claim" if len(report.claims) == 1 else "claims"
    ignored = f", {report.ignored} ignored" if report.ignored else ""
    return f"{len(report.claims)} {noun}: " + ", ".join(counts) + ignored


def _marked_text(report: Report) -> str:
    view = PlainView(report.document)
    placed = [(view.span(judged.claim.span), judged) for judged in report.claims]
    return "".join(_segment(view.text, segment) for segment in segments(len(view.text), placed))


def _segment(plain: str, segment: Segment) -> str:
    text = _text(plain[segment.span.start : segment.span.end])
    if segment.judged is None:
        return text
    verdict = segment.judged.verdict
    return (
        f'<a href="#claim-{_text(segment.judged.id)}" title="{_text(verdict.explanation)}">'
        f'<mark class="{verdict.label}">{text}</mark></a>'
    )


def _claim(judged: Judged) -> str:
    verdict, claim = judged.verdict, judged.claim
    parts = [
        f'<article id="claim-{_text(judged.id)}" class="{verdict.label}">',
        f"<h3><span>{_WORDS[verdict.label]}</span> {_text(judged.treaty_name or claim.treaty.text)}: "
        f"{_text(claim.relation.replace('_', ' '))}</h3>",
        f'<blockquote dir="auto">{_text(judged.text)}</blockquote>',
        f"<p>{_text(verdict.explanation)}</p>",
    ]
    if verdict.correction:
        parts.append(f"<p>Write instead: <ins>{_text(verdict.correction.text)}</ins></p>")
    if judged.evidence:
        parts.append("<ul>" + "".join(map(_evidence, judged.evidence)) + "</ul>")
    return "\n".join([*parts, "</article>"])


def _evidence(evidence: Evidence) -> str:
    sources = "; ".join(map(_source, evidence.fact.sources))
    return f"<li>{_text(evidence.statement)} <small>{sources}</small></li>"


def _source(citation: Citation) -> str:
    name = _text(f"{citation.publisher}: {citation.title}")
    if not citation.url.startswith(("https://", "http://")):
        return name
    return f'<a href="{_text(citation.url)}" rel="noreferrer">{name}</a>'
