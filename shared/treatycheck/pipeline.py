"""The stages in order: document, sentences, mentions, claims, verdicts, report. The first file to read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from treatycheck.claims.find import find_claims
from treatycheck.claims.reading import read_views
from treatycheck.claims.tentative import tentative_claims
from treatycheck.claims.view import View
from treatycheck.errors import TextTooLarge
from treatycheck.facts.store import FactStore
from treatycheck.judging.judge import ambiguous, judge
from treatycheck.linking.descriptions import DESCRIPTION
from treatycheck.linking.resolve import resolve_claim
from treatycheck.linking.treaty_names import TreatyNames, names_of, treaty_names
from treatycheck.model import (
    MAX_CHARACTERS,
    Claim,
    Document,
    DroppedClaim,
    Evidence,
    Fact,
    Judged,
    Label,
    MatchMethod,
    Report,
    Span,
    Treaty,
    ValueType,
    Verdict,
)
from treatycheck.text.source import Source, read_source

Reading = tuple[Claim, Verdict, tuple[Evidence, ...]]
# how much less sure a claim is whose roles only the facts confirm
_TENTATIVE = 0.85


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a document says before it is judged; all spans count in the plain text."""

    source: Source
    names: TreatyNames
    views: tuple[View, ...]
    claims: tuple[Claim, ...]
    tentative: tuple[Claim, ...]
    dropped: tuple[DroppedClaim, ...]


def verify(document: Document, store: FactStore, today: date) -> Report:
    """A document to its report, judged as of `as_of`, else `published`, else `today`.

    Raises TextTooLarge, UnknownFormat, StoreUnavailable.
    """
    return report_on(extract(document, names_of(store)), document, store, today)


def report_on(extraction: Extraction, document: Document, store: FactStore, today: date) -> Report:
    """The verdicts on a document's claims. Raises StoreUnavailable."""
    as_of = document.as_of or document.published or today
    reference = store.reference()
    return Report(
        document=document,
        as_of=as_of,
        reference_version=reference.version,
        treaties=reference.treaties,
        facts=reference.facts,
        claims=tuple(_judged(extraction, document, store, as_of)),
    )


def extract(document: Document, names: TreatyNames | None = None) -> Extraction:
    """A document to its claims, without verdicts, by these names or the packaged ones.

    Raises TextTooLarge, UnknownFormat.
    """
    if len(document.text) > MAX_CHARACTERS:
        raise TextTooLarge(
            f"the text has {len(document.text)} characters, at most {MAX_CHARACTERS} are taken", pointer="/text"
        )
    source = read_source(document.text, document.format)
    names = names or treaty_names()
    views = tuple(read_views(source, document.published, names))
    claims: list[Claim] = []
    tentative: list[Claim] = []
    dropped: list[DroppedClaim] = []
    for view in views:
        found, kept_out = find_claims(view, source.plain)
        claims.extend(claim for claim in found if claim.treaty.detail != DESCRIPTION)
        tentative.extend(replace(claim, tentative=True) for claim in found if claim.treaty.detail == DESCRIPTION)
        tentative.extend(tentative_claims(view, found, source.plain))
        dropped.extend(kept_out)
    return Extraction(source, names, views, tuple(claims), tuple(tentative), tuple(dropped))


def _judged(extraction: Extraction, document: Document, store: FactStore, as_of: date) -> list[Judged]:
    treaties = extraction.names.treaties
    found = (*extraction.claims, *extraction.tentative)
    wanted = {item for claim in found for item in (claim.treaty.value, *claim.treaty.candidates) if item}
    wanted |= {sibling for item in wanted if item in treaties for sibling in treaties[item].siblings}
    facts = store.facts(sorted(wanted))
    read: list[Reading] = []
    for claim in extraction.claims:
        resolved = resolve_claim(claim, facts, document.published)
        read.append(_best_reading(resolved, treaties, facts, as_of))
    read.extend(_borne_out(extraction.tentative, read, treaties, facts, as_of))
    seen: dict[str, int] = {}
    return [_placed(extraction, *reading, seen) for reading in sorted(read, key=lambda item: item[0].span)]


def _borne_out(
    tentative: Sequence[Claim],
    read: Sequence[Reading],
    treaties: Mapping[str, Treaty],
    facts: Mapping[str, tuple[Fact, ...]],
    as_of: date,
) -> list[Reading]:
    """The tentative claims that the facts support and no other claim covers, with less confidence."""
    kept: list[Reading] = []
    for sure in (False, True):
        confirmed = {_event(claim) for claim, verdict, _ in (*read, *kept) if _confirms(claim, verdict)}
        for claim in tentative:
            if sure != (claim.attached and _event(claim) in confirmed):
                continue
            if any(_covers(other, claim) for other, _, _ in (*read, *kept)):
                continue
            verdict, evidence = _verdict(claim, treaties, facts, as_of)
            if verdict.label is Label.SUPPORTED or sure or not claim.tentative:
                kept.append((claim, replace(verdict, confidence=round(verdict.confidence * _TENTATIVE, 2)), evidence))
    return kept


def _event(claim: Claim) -> tuple[Span | None, str]:
    return claim.predicate, claim.treaty.value


def _confirms(claim: Claim, verdict: Verdict) -> bool:
    """A date that is right to the month tells that the event is this treaty's."""
    exact = claim.value.type is ValueType.DATE and len(claim.value.normalized) >= len("1987-12")
    return exact and claim.predicate is not None and verdict.label is Label.SUPPORTED


def _covers(other: Claim, claim: Claim) -> bool:
    """Whether a claim already says what a tentative one would, or uses up its value."""
    if claim.value.span is not None and other.value.span is not None and claim.value.span.overlaps(other.value.span):
        return claim.value.type is not ValueType.TEXT
    return other.relation == claim.relation and other.span.overlaps(claim.span)


def _best_reading(
    claim: Claim, treaties: Mapping[str, Treaty], facts: Mapping[str, tuple[Fact, ...]], as_of: date
) -> Reading:
    """The verdict; where a pronoun may stand for several treaties, one that makes the claim true is preferred."""
    verdict, evidence = _verdict(claim, treaties, facts, as_of)
    if verdict.label is Label.REFUTED and claim.treaty.method is MatchMethod.COREFERENCE:
        for rival in claim.treaty.candidates:
            reading = replace(claim, treaty=replace(claim.treaty, value=rival, score=0.6))
            other, support = _verdict(reading, treaties, facts, as_of)
            if other.label is Label.SUPPORTED:
                return reading, other, support
    return claim, verdict, evidence


def _verdict(
    claim: Claim, treaties: Mapping[str, Treaty], facts: Mapping[str, tuple[Fact, ...]], as_of: date
) -> tuple[Verdict, tuple[Evidence, ...]]:
    if not claim.treaty.value:
        return ambiguous(claim.treaty.candidates), ()
    treaty = treaties[claim.treaty.value]
    siblings = {sibling: facts.get(sibling, ()) for sibling in treaty.siblings}
    return judge(claim, treaty, facts.get(treaty.id, ()), siblings, as_of)


def _placed(
    extraction: Extraction, claim: Claim, verdict: Verdict, evidence: tuple[Evidence, ...], seen: dict[str, int]
) -> Judged:
    """The claim with its spans in the text as it was sent, and a stable id."""
    source = extraction.source
    treaty_id = claim.treaty.value or claim.treaty.candidates[0]
    words = " ".join(source.plain[claim.span.start : claim.span.end].split())
    key = "|".join((treaty_id, claim.relation, claim.value.normalized, claim.party.id if claim.party else "", words))
    seen[key] = seen.get(key, 0) + 1
    identity = hashlib.sha256(f"{key}|{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def original(span: Span) -> Span:
        return source.to_original(span)

    value = claim.value
    if value.span is not None:
        value = replace(value, span=original(value.span))
    placed = replace(
        claim,
        treaty=replace(claim.treaty, span=original(claim.treaty.span), value=treaty_id),
        span=original(claim.span),
        value=value,
    )
    sentence = source.plain[claim.sentence.start : claim.sentence.end]
    return Judged(identity, placed, sentence, extraction.names.treaties[treaty_id].name, verdict, evidence)
