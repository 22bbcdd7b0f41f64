"""A report for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.audit.article import Failure
from treatycheck.audit.finding import DocumentFindings, Finding, State
from treatycheck.audit.report.content import AuditReport
from treatycheck.model import Label
from treatycheck.render.rules import LABEL_WORDS
from treatycheck.render.visible import one_line


def render_text(report: AuditReport) -> Iterator[str]:
    """Each document with its findings, then failures, then the sums."""
    for document in report.documents():
        yield _heading(document)
        yield from map(_finding, document.findings)
        yield "\n"
    for number, (key, failure) in enumerate(report.failures()):
        yield ("" if number else "Not audited:\n") + _failure(key, failure)
    if report.tally.failures:
        yield "\n"
    yield _summary(report)


def _heading(document: DocumentFindings) -> str:
    place = f"{document.key} [{document.part}]" if document.part else document.key
    day = f"{document.published} ({document.date_source})" if document.published else "undated"
    return one_line(f"{place} · {day}") + "\n"


def _finding(finding: Finding) -> str:
    passage, ruling = finding.passage, finding.ruling
    sentence = f"{passage.before}[{passage.marked}]{passage.after}" if passage.marked else passage.before
    was = f", was {finding.was.label.replace('_', ' ')}" if finding.was and finding.state is State.CHANGED else ""
    heading = f"{finding.treaty_name} · {finding.relation} · {ruling.reason} · {finding.state}{was}"
    lines = [sentence, finding.explanation]
    if ruling.correction and finding.state is not State.FIXED:
        lines.append(f"write instead: {ruling.correction}")
    lines += [f"source: {fact.sources[0].url}" for fact in finding.facts[:1] if fact.sources]
    told = "".join(f"    {one_line(line)}\n" for line in lines)
    return f"  {LABEL_WORDS[finding.label].upper()}  {one_line(heading)}\n{told}"


def _failure(key: str, failure: Failure) -> str:
    place = f"{key} [{failure.part}]" if failure.part else key
    return "  " + one_line(f"{place}: {failure.detail} ({failure.problem})") + "\n"


def _summary(report: AuditReport) -> str:
    tally, heading = report.tally, report.heading
    counts = heading.counts
    labels = ", ".join(f"{tally.labels[label]:,} {label.value.replace('_', ' ')}" for label in Label)
    refuted = ", ".join(
        f"{tally.in_state(state, Label.REFUTED):,} {state}" for state in State if tally.in_state(state, Label.REFUTED)
    )
    return (
        f"{counts.get('objects', 0):,} objects ({counts.get('unchanged', 0):,} unchanged), "
        f"{tally.documents:,} documents, claims: {labels}\n"
        f"refuted: {refuted or 'none'}; not audited: {sum(tally.failures.values()):,}\n"
        f"audit {heading.number} of {heading.day}, reference {heading.reference}, engine {heading.engine}\n"
    )
