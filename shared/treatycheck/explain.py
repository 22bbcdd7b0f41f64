"""The pipeline's stages printed one by one: why a claim was found, and another not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from treatycheck.claims.view import View
from treatycheck.facts.store import FactStore
from treatycheck.linking.treaty_names import names_of
from treatycheck.model import Document, DroppedClaim, Mention, Report
from treatycheck.pipeline import Extraction, extract, report_on


def explain(document: Document, store: FactStore, today: date) -> Iterator[str]:
    """Lines of text on each sentence that speaks of a treaty. Raises what `verify` raises."""
    extraction = extract(document, names_of(store))
    report = report_on(extraction, document, store, today)
    plain = extraction.source.plain
    yield f"{len(extraction.views)} sentences speak of treaties; judged as of {report.as_of.isoformat()}"
    for view in extraction.views:
        span = view.sentence.span
        yield ""
        yield f"sentence {view.sentence.index + 1}: {' '.join(plain[span.start : span.end].split())}"
        yield from _mentions(view)
        yield from _predicates(view)
        yield from _claims(extraction, report, view)


def _mentions(view: View) -> Iterator[str]:
    for kind, mentions in (
        ("treaty", view.treaties),
        ("date", view.dates),
        ("duration", view.durations),
        ("quantity", view.quantities),
        ("party", view.parties),
        ("person", view.people),
        ("place", view.places),
    ):
        for mention in mentions:
            yield f"  {kind}: {mention.text!r} → {_reading(mention)}"
    if view.salient and not view.treaties:
        yield f"  the text speaks of {view.salient.value or view.salient.text!r}"


def _reading(mention: Mention) -> str:
    reading = mention.value or ("any of " + ", ".join(mention.candidates) if mention.candidates else "unknown")
    return f"{reading} ({mention.method.value}, {mention.score:.2f})"


def _predicates(view: View) -> Iterator[str]:
    for predicate in view.predicates:
        words = " ".join(view.words[predicate.first : predicate.last + 1])
        yield f"  {predicate.kind}: {words!r} may be {', '.join(frame.id for frame in predicate.frames)}"


def _claims(extraction: Extraction, report: Report, view: View) -> Iterator[str]:
    for judged in report.claims:
        claim = judged.claim
        if claim.sentence != view.sentence.span:
            continue
        said = claim.value.normalized or (claim.party.id if claim.party else "")
        denied = " (negated)" if claim.negated else ""
        denied += " (tentative: the facts bear it out)" if claim.tentative else ""
        yield f"  claim by {claim.rule}: {claim.treaty.value} {claim.relation} {said}{denied}"
        yield f"    {judged.verdict.label.value}, {judged.verdict.reason.value}: {judged.verdict.explanation}"
        for evidence in judged.evidence:
            yield f"    {evidence.fact.fact_id}: {evidence.fact.sources[0].url}"
    for dropped in extraction.dropped:
        if dropped.claim.sentence == view.sentence.span:
            yield f"  {_dropped(dropped)}"


def _dropped(dropped: DroppedClaim) -> str:
    claim = dropped.claim
    return f"no claim: {claim.rule} would say {claim.relation} {claim.value.normalized}, kept out by {dropped.guard}"
