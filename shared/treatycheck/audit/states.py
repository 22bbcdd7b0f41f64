"""Findings against those of the last audit: new, unchanged, changed, fixed; and suppressed by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from treatycheck.audit.finding import DocumentFindings, Finding, State, finding_id
from treatycheck.model import Label

# the findings of a document that the last audit had, by claim
Before = Mapping[str, Finding]


def last_audit(kept: Iterable[Finding], *, of_this_audit: bool) -> dict[str, Finding]:
    """What the last finished audit had, by what is kept: findings of this audit remember what they were."""
    before: dict[str, Finding] = {}
    for finding in kept:
        if not of_this_audit and finding.state is not State.FIXED:
            before[finding.claim_id] = finding
        elif of_this_audit and finding.was is not None:
            before[finding.claim_id] = replace(finding, ruling=finding.was)
    return before


def compared(found: Iterable[Finding], before: Before) -> tuple[Finding, ...]:
    """The findings with their states, and behind them those that are fixed."""
    now = tuple(_stated(finding, before) for finding in found)
    told = {finding.claim_id for finding in now}
    gone = (finding for claim_id, finding in before.items() if claim_id not in told)
    return (*now, *(fixed(finding) for finding in gone if finding.label is Label.REFUTED))


def fixed(finding: Finding) -> Finding:
    """A finding whose claim is made no more."""
    return replace(finding, state=State.FIXED, was=finding.ruling)


def unchanged(kept: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of an earlier audit in one that found the same."""
    return tuple(
        replace(finding, state=State.UNCHANGED, was=finding.ruling)
        for finding in kept
        if finding.state is not State.FIXED
    )


def suppressed(document: DocumentFindings, ids: Collection[str]) -> DocumentFindings:
    """The document with the findings marked whose own or whose claim's id is among these."""
    if not ids:
        return document

    def marked(finding: Finding) -> Finding:
        own = finding_id(document.key, document.part, finding.claim_id)
        return replace(finding, state=State.SUPPRESSED) if own in ids or finding.claim_id in ids else finding

    return document.with_findings(tuple(map(marked, document.findings)))


def _stated(finding: Finding, before: Before) -> Finding:
    earlier = before.get(finding.claim_id)
    if earlier is None:
        return replace(finding, state=State.NEW, was=None)
    state = State.UNCHANGED if earlier.ruling == finding.ruling else State.CHANGED
    return replace(finding, state=state, was=earlier.ruling)
