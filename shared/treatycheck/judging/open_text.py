"""Judges free text: what a treaty bans or requires, what it was the first to do."""

from __future__ import annotations

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.model import Fact
from treatycheck.text.likeness import content_words, overlap

_PLAIN_AGREEMENT = 0.5
_LEAST_SHARED, _MOST_OF_FACT, _MUCH_OF_TEXT = 3, 0.5, 0.4


def judge_text(case: Case) -> Finding:
    """Supported where the phrase plainly agrees with one of the treaty's; never refuted on likeness alone."""
    relation = case.claim.relation
    if case.claim.tentative:
        return _statement(case)
    text = case.claim.value.text
    best: tuple[float, Fact] | None = None
    for fact in case.of(relation, "limit", "first") if relation == "prohibits" else case.of(relation):
        score = overlap(text, f"{fact.value} {fact.item or ''}")
        if fact.negated == case.claim.negated and (best is None or score > best[0]):
            best = score, fact
    if best and best[0] >= _PLAIN_AGREEMENT:
        return matches((best[1],), 0.6 + 0.3 * best[0])
    if (
        relation == "prohibits"
        and best
        and not case.claim.negated
        and content_words(text) & content_words(case.treaty.subject)
    ):
        return matches((best[1],), 0.6)
    return NO_FACT


def _statement(case: Case) -> Finding:
    """A stretch of text that says most of what a fact says, and little else."""
    said = content_words(case.claim.value.text) - content_words(case.treaty.name)
    best: tuple[float, Fact] | None = None
    for fact in case.of("prohibits"):
        if fact.negated != case.claim.negated:
            continue
        meant = content_words(f"{fact.value} {fact.item or ''}")
        shared = len(said & meant)
        if shared < _LEAST_SHARED or shared < _MOST_OF_FACT * len(meant) or shared < _MUCH_OF_TEXT * len(said):
            continue
        score = shared / len(meant)
        if best is None or score > best[0]:
            best = score, fact
    return matches((best[1],), 0.5 + 0.3 * best[0]) if best else NO_FACT
