"""A finding: one judged claim of one document of an archive, with its state against the last audit."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from treatycheck.model import Citation, Judged, Label, Reason
from treatycheck.render.passage import Passage

Record = dict[str, Any]


class State(StrEnum):
    """What became of a finding since the last audit. `fixed`: it was refuted, and the text says it no more."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FIXED = "fixed"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What of a verdict is compared between audits."""

    label: Label
    reason: Reason
    correction: str | None


@dataclass(frozen=True, slots=True)
class FactCited:
    """A fact that decided, with the sentence that states it and its sources."""

    fact_id: str
    statement: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """`claim_id` is the claim's id in its document; `passage` its sentence, parted where the claim stands; `start` and
    `end` are its place in the article's text, in code points, `line` to `end_column` the same, from 1, where the
    object is a text file itself. `was` is the ruling of the last audit.
    """

    claim_id: str
    ruling: Ruling
    confidence: float
    explanation: str
    treaty: str
    treaty_name: str
    mention: str
    relation: str
    party: str | None
    value: str
    normalized: str
    negated: bool
    attributed_to: str | None
    rule: str
    passage: Passage
    start: int
    end: int
    facts: tuple[FactCited, ...]
    state: State = State.NEW
    was: Ruling | None = None

    @property
    def label(self) -> Label:
        return self.ruling.label


@dataclass(frozen=True, slots=True)
class DocumentFindings:
    """A document of an archive and what was found in it. `as_of` is the day that its verdicts hold for; one that is
    `gone` has fixed findings alone.
    """

    key: str
    part: str
    title: str | None
    url: str | None
    published: date | None
    date_source: str
    as_of: date
    findings: tuple[Finding, ...]
    gone: bool = False

    def with_findings(self, findings: Sequence[Finding]) -> DocumentFindings:
        return replace(self, findings=tuple(findings))


def finding_id(key: str, part: str, claim_id: str) -> str:
    """The id of a claim's finding, the same in every audit: 20 hexadecimal digits."""
    identity = "\0".join((key, part, claim_id))
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def finding_of(judged: Judged, passage: Passage) -> Finding:
    """A judged claim as a finding, new."""
    claim, verdict = judged.claim, judged.verdict
    return Finding(
        claim_id=judged.id,
        ruling=Ruling(verdict.label, verdict.reason, verdict.correction.text if verdict.correction else None),
        confidence=verdict.confidence,
        explanation=verdict.explanation,
        treaty=claim.treaty.value,
        treaty_name=judged.treaty_name,
        mention=claim.treaty.text,
        relation=claim.relation,
        party=claim.party.id if claim.party else None,
        value=claim.value.text,
        normalized=claim.value.normalized,
        negated=claim.negated,
        attributed_to=claim.attributed_to,
        rule=claim.rule,
        passage=passage,
        start=claim.span.start,
        end=claim.span.end,
        facts=tuple(FactCited(item.fact.fact_id, item.statement, item.fact.sources) for item in judged.evidence),
    )


def finding_to_record(finding: Finding) -> Record:
    """A finding as JSON; `finding_from_record` reads it back without loss."""
    record = {field.name: getattr(finding, field.name) for field in fields(Finding)}
    passage = finding.passage
    return record | {
        "ruling": _ruling_to_record(finding.ruling),
        "was": finding.was and _ruling_to_record(finding.was),
        "state": finding.state.value,
        "passage": [passage.before, passage.marked, passage.after],
        "facts": [
            [fact.fact_id, fact.statement, [[one.publisher, one.title, one.url] for one in fact.sources]]
            for fact in finding.facts
        ],
    }


def finding_from_record(record: Record) -> Finding:
    """The finding. Raises KeyError, TypeError, ValueError on other records."""
    facts = (
        FactCited(fact_id, statement, tuple(Citation(*source) for source in sources))
        for fact_id, statement, sources in record["facts"]
    )
    was = record["was"]
    content = record | {
        "ruling": _ruling_from_record(record["ruling"]),
        "was": was and _ruling_from_record(was),
        "state": State(record["state"]),
        "passage": Passage(*record["passage"]),
        "facts": tuple(facts),
    }
    return Finding(**content)


def _ruling_to_record(ruling: Ruling) -> list[str | None]:
    return [ruling.label.value, ruling.reason.value, ruling.correction]


def _ruling_from_record(record: Sequence[Any]) -> Ruling:
    label, reason, correction = record
    return Ruling(Label(label), Reason(reason), correction)
