"""What a report is made of, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from treatycheck.audit.article import Failure
from treatycheck.audit.finding import DocumentFindings, Finding, State, finding_id
from treatycheck.audit.tally import Tally, tally_to_record
from treatycheck.facts.lines import citation_to_dict
from treatycheck.model import Label

DEFAULT_LABELS = frozenset({Label.REFUTED, Label.NOT_ENOUGH_INFO})
SINCE_LAST = frozenset({State.NEW, State.CHANGED, State.FIXED})
ALL_STATES = frozenset(State)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings a report lists: those with these verdicts, now or before a change, in these states."""

    labels: frozenset[Label] = DEFAULT_LABELS
    states: frozenset[State] = ALL_STATES

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is listed."""
        if finding.state not in self.states:
            return False
        was = finding.was.label if finding.was and finding.state is State.CHANGED else finding.label
        return finding.label in self.labels or was in self.labels

    def kinds(self, tally: Tally) -> list[tuple[Label, State]]:
        """The verdicts and states of which there may be listed findings."""
        return [
            (label, state)
            for label in Label
            for state in self.states
            if tally.in_state(state, label) and (label in self.labels or state is State.CHANGED)
        ]

    def of(self, documents: Iterable[DocumentFindings]) -> Iterator[DocumentFindings]:
        """The documents that have listed findings, with these alone."""
        for document in documents:
            findings = tuple(filter(self.takes, document.findings))
            if findings:
                yield document.with_findings(findings)


@dataclass(frozen=True, slots=True)
class Heading:
    """Which audit a report is of: `number` counts the audits of one state, `counts` tells what was done."""

    title: str
    number: int
    day: date
    reference: str
    engine: str
    counts: Mapping[str, int]
    since_last: bool = False


@dataclass(frozen=True, slots=True)
class AuditReport:
    """A report of what the selection takes. `documents` and `failures` begin anew at each call, so that no more than
    one document is held.
    """

    heading: Heading
    tally: Tally
    selection: Selection
    documents: Callable[[], Iterator[DocumentFindings]]
    failures: Callable[[], Iterator[tuple[str, Failure]]]


def finding_to_dict(document: DocumentFindings, finding: Finding) -> dict[str, Any]:
    """A finding as programs read it."""
    return {
        "id": finding_id(document.key, document.part, finding.claim_id),
        "state": finding.state.value,
        "document": document_to_dict(document),
        "claim_id": finding.claim_id,
        "text": "".join((finding.passage.before, finding.passage.marked, finding.passage.after)).strip(),
        "marked": finding.passage.marked,
        "span": {"start": finding.start, "end": finding.end},
        "treaty": {"id": finding.treaty, "name": finding.treaty_name, "mention": finding.mention},
        "relation": finding.relation,
        "party": finding.party,
        "value": {"text": finding.value, "normalized": finding.normalized},
        "negated": finding.negated,
        "attributed_to": finding.attributed_to,
        "rule": finding.rule,
        "verdict": {
            "label": finding.label.value,
            "reason": finding.ruling.reason.value,
            "confidence": round(finding.confidence, 4),
            "explanation": finding.explanation,
            "correction": finding.ruling.correction,
        },
        "was": {"label": finding.was.label.value, "reason": finding.was.reason.value} if finding.was else None,
        "evidence": [
            {
                "fact_id": fact.fact_id,
                "statement": fact.statement,
                "sources": [citation_to_dict(source) for source in fact.sources],
            }
            for fact in finding.facts
        ],
    }


def document_to_dict(document: DocumentFindings) -> dict[str, Any]:
    """Where a finding stands: the object, the part of it, and what is known of the article."""
    return {
        "key": document.key,
        "part": document.part,
        "title": document.title,
        "url": document.url,
        "published": document.published and document.published.isoformat(),
        "date_source": document.date_source,
        "as_of": document.as_of.isoformat(),
    }


def failure_to_dict(key: str, failure: Failure) -> dict[str, str]:
    """A failure as programs read it."""
    return {"key": key, "part": failure.part, "problem": failure.problem.value, "detail": failure.detail}


def summary_to_dict(report: AuditReport) -> dict[str, Any]:
    """The sums of a report, and which audit it is of."""
    heading = report.heading
    return {
        "audit": heading.number,
        "title": heading.title,
        "day": heading.day.isoformat(),
        "reference": heading.reference,
        "engine": heading.engine,
        "since_last": heading.since_last,
        "counts": dict(heading.counts),
    } | tally_to_record(report.tally)
