"""The findings on the page, document by document, and the filters, which are style alone."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain, islice

from treatycheck.audit.finding import DocumentFindings, Finding, State, finding_id
from treatycheck.audit.report.charts import ORDER
from treatycheck.audit.report.content import AuditReport
from treatycheck.model import Citation, Label
from treatycheck.render.passage import Passage
from treatycheck.render.rules import LABEL_WORDS
from treatycheck.render.visible import one_line, visible

MOST_DOCUMENTS = 1_000
_SOURCE_WORDS = {
    "metadata": "by its metadata",
    "json_ld": "by its JSON-LD",
    "time": "by its time element",
    "header": "by its headers",
    "name": "by its name",
    "retrieved": "when it was fetched",
    "given": "as given",
}


def listed_documents(report: AuditReport, bar: str) -> Iterator[str]:
    """The documents with refuted claims first, then the others, so many as a page may have."""
    yield f'<section id="documents"><h2>Findings</h2>\n{bar}'
    refuted = filter(_has_refuted, report.documents())
    others = (document for document in report.documents() if not _has_refuted(document))
    documents = chain(refuted, others)
    first = next(documents, None)
    if first is None:
        yield '<p class="none">Nothing to list.</p>\n'
    else:
        for document in chain([first], islice(documents, MOST_DOCUMENTS - 1)):
            yield from _document(document)
    if (more := sum(1 for _ in documents)) > 0:
        yield f'<p class="more">And {more:,} more articles: the report as CSV or JSON Lines has all.</p>\n'
    yield "</section>\n"


def filters(report: AuditReport) -> tuple[str, str]:
    """The choice of verdicts and states that the report lists, and the style rules that make it work."""
    kinds = report.selection.kinds(report.tally)
    labels = [label for label in ORDER if any(kind[0] is label for kind in kinds)]
    states = [state for state in State if any(kind[1] is state for kind in kinds)]
    groups = [
        ("verdict", [(label.value, LABEL_WORDS[label]) for label in labels]),
        ("state", [(state.value, state.value.capitalize()) for state in states]),
    ]
    bar = "".join(_choice(group, choices) for group, choices in groups if len(choices) > 1)
    rules = "".join(_rule(label.value, None) for label in labels) + "".join(
        _rule(None, state.value) for state in states
    )
    rules += "".join(_rule(label.value, state.value) for label in labels for state in states)
    return (f'<form class="filters">{bar}</form>\n' if bar else ""), rules


def _choice(group: str, choices: list[tuple[str, str]]) -> str:
    buttons = "".join(
        f'<label><input type="radio" name="{group}" id="{group}-{value}"{" checked" if value == "all" else ""}>'
        f"<span>{words}</span></label>"
        for value, words in [("all", "All"), *choices]
    )
    return f"<fieldset><legend>{group.capitalize()}</legend>{buttons}</fieldset>"


def _rule(label: str | None, state: str | None) -> str:
    """While these are chosen, no other findings are shown, and no documents that have others alone."""
    chosen = "".join(
        f":has(#{group}-{value}:checked)" for group, value in (("verdict", label), ("state", state)) if value
    )
    wanted = "".join(f".{value}" for value in (label, state) if value)
    documents = f"#documents{chosen}"
    return f"{documents} .finding:not({wanted}), {documents} article:not(:has({wanted})) {{ display: none; }}\n"


def _has_refuted(document: DocumentFindings) -> bool:
    active = (finding for finding in document.findings if finding.state not in {State.FIXED, State.SUPPRESSED})
    return any(finding.label is Label.REFUTED for finding in active)


def _document(document: DocumentFindings) -> Iterator[str]:
    name = _text(document.title or document.part or document.key.rpartition("/")[2])
    if document.url and document.url.startswith(("https://", "http://")):
        name = f'<a href="{escape(visible(document.url))}" rel="noreferrer">{name}</a>'
    place = _text(document.key) + (f" · {_text(document.part)}" if document.part else "")
    told = _SOURCE_WORDS.get(document.date_source, "")
    published = f"published {document.published}, {told}" if document.published else "undated"
    gone = " · gone" if document.gone else ""
    yield f'<article>\n<h3 dir="auto">{name}</h3>\n<p class="meta">{place} · {published}{gone}</p>\n'
    for finding in document.findings:
        yield _finding(document, finding)
    yield "</article>\n"


def _finding(document: DocumentFindings, finding: Finding) -> str:
    own = finding_id(document.key, document.part, finding.claim_id)
    was = finding.was.label.replace("_", " ") if finding.was and finding.state is State.CHANGED else ""
    state = f"{finding.state}, was {was}" if was else finding.state
    parts = [
        f'<div class="finding {finding.label} {finding.state}" id="finding-{own}">',
        f'<p class="verdict"><span class="badge {finding.label}">{LABEL_WORDS[finding.label]}</span> '
        f'<span class="state">{state}</span> {_text(finding.treaty_name)}: '
        f"{_text(finding.relation.replace('_', ' '))}</p>",
        f'<blockquote dir="auto">{_passage(finding.passage, finding.label)}</blockquote>',
    ]
    if finding.ruling.correction and finding.state is not State.FIXED:
        parts.append(f'<p class="correction">Write instead: <ins>{_text(finding.ruling.correction)}</ins></p>')
    sources = list(dict.fromkeys(source for fact in finding.facts for source in fact.sources))
    parts.append(f"<p>{_text(finding.explanation)}</p>")
    if sources:
        parts.append(f'<p class="sources">Sources: {"; ".join(map(_source, sources))}</p>')
    return "\n".join([*parts, "</div>\n"])


def _passage(passage: Passage, label: Label) -> str:
    if not passage.marked:
        return _text(passage.before)
    before, marked, after = (escape(visible(part)) for part in (passage.before, passage.marked, passage.after))
    return f'{before.lstrip()}<mark class="{label}">{marked}</mark>{after.rstrip()}'


def _source(citation: Citation) -> str:
    name = _text(f"{citation.publisher}: {citation.title}")
    if not citation.url.startswith(("https://", "http://")):
        return name
    return f'<a href="{escape(visible(citation.url))}" rel="noreferrer">{name}</a>'


def _text(text: str) -> str:
    return escape(one_line(text))
