"""Claims to readings: which treaty a claim is of, and its verdict; what the facts alone bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from treatycheck.judging.homonyms import homonyms
from treatycheck.judging.judge import ambiguous, decides, judge
from treatycheck.judging.out_of_time import is_out_of_time
from treatycheck.judging.rival_dates import rival_dates
from treatycheck.linking.resolve import resolve_claim
from treatycheck.model import (
    DIVISION,
    NEWS,
    Claim,
    Evidence,
    Fact,
    Label,
    MatchMethod,
    Mention,
    Reason,
    Span,
    Treaty,
    Value,
    ValueType,
    Verdict,
)

Reading = tuple[Claim, Verdict, tuple[Evidence, ...]]
Facts = Mapping[str, tuple[Fact, ...]]
# how much less sure a claim is whose roles only the facts confirm
_TENTATIVE = 0.85
_COREFERENCE_SCORE, _TOLD_BY_YEAR = 0.6, 0.95


def read_claims(
    claims: Sequence[Claim],
    tentative: Sequence[Claim],
    treaties: Mapping[str, Treaty],
    facts: Facts,
    published: date | None,
    as_of: date,
) -> list[Reading]:
    """Each claim with its verdict and evidence, and the tentative ones that the facts bear out, by place."""
    told = [claim if published or claim.stage != NEWS else claim._replace(stage=None) for claim in claims]
    resolved = [resolve_claim(claim, facts, published) for claim in told]
    strangers = homonyms(resolved, treaties, facts)
    resolved = [_of_unknown(claim) if claim.treaty in strangers else claim for claim in resolved]
    found = [_best_reading(claim, treaties, facts, as_of) for claim in resolved]
    dated = {_event(claim) for claim, verdict, _ in found if _confirms(claim, verdict)}
    chosen = [
        (claim, *_verdict(claim, treaties, facts, as_of)) if _strays(claim, reading, dated) else reading
        for claim, reading in zip(resolved, found, strict=True)
    ]
    read = [reading for reading in chosen if not _may_be_of_others(*reading[:2])]
    read.extend(_borne_out(tentative, read, treaties, facts, as_of))
    return sorted(read, key=lambda reading: reading[0].span)


def _of_unknown(claim: Claim) -> Claim:
    """The claim with its treaty left open."""
    return claim._replace(treaty=claim.treaty._replace(value="", candidates=(claim.treaty.value,)))


def _borne_out(
    tentative: Sequence[Claim],
    read: Sequence[Reading],
    treaties: Mapping[str, Treaty],
    facts: Facts,
    as_of: date,
) -> list[Reading]:
    """The tentative claims that the facts support and no other claim of the sentence covers, with less confidence."""
    told: dict[Span, list[Claim]] = defaultdict(list)
    for claim, _, _ in read:
        told[claim.sentence].append(claim)
    kept: list[Reading] = []
    for sure in (False, True):
        confirmed = {_event(claim) for claim, verdict, _ in (*read, *kept) if _confirms(claim, verdict)}
        for claim in tentative:
            if sure != (claim.attached and _event(claim) in confirmed):
                continue
            if any(_covers(other, claim) for other in told[claim.sentence]):
                continue
            if claim.tentative and not sure and not _may_count(claim, treaties, facts, as_of):
                continue
            if claim.tentative:
                verdict, evidence = _verdict(claim, treaties, facts, as_of)
            else:
                claim, verdict, evidence = _best_reading(claim, treaties, facts, as_of)
            wrong = verdict.label is Label.REFUTED and _is_sure_to_be_wrong(claim, facts)
            if verdict.label is Label.SUPPORTED or sure or wrong or not claim.tentative:
                told[claim.sentence].append(claim)
                kept.append((claim, verdict._replace(confidence=round(verdict.confidence * _TENTATIVE, 2)), evidence))
    return kept


def _is_sure_to_be_wrong(claim: Claim, facts: Facts) -> bool:
    """Whether what refutes a claim leaves no doubt that the claim was read right."""
    return claim.relation == "prohibits" or is_out_of_time(claim, facts.get(claim.treaty.value, ()))


def _strays(claim: Claim, reading: Reading, dated: Collection[tuple[Span | None, str]]) -> bool:
    """Whether a claim was read of another treaty than the one that the date of its event confirms."""
    return _event(claim) in dated and reading[0].treaty.value != claim.treaty.value


def _may_be_of_others(claim: Claim, verdict: Verdict) -> bool:
    """ "divided the land between the north and the south": shares that need not be those of the parties."""
    return claim.stage == DIVISION and verdict.label is Label.NOT_ENOUGH_INFO


def _may_count(claim: Claim, treaties: Mapping[str, Treaty], facts: Facts, as_of: date) -> bool:
    """Whether a tentative claim is supported, or lies out of its treaty's time."""
    if not claim.treaty.value:
        return False
    treaty = treaties[claim.treaty.value]
    own = facts.get(treaty.id, ())
    return decides(claim, treaty, own, _of_siblings(treaty, facts), as_of) or is_out_of_time(claim, own)


def _of_siblings(treaty: Treaty, facts: Facts) -> Facts:
    return {sibling: facts.get(sibling, ()) for sibling in treaty.siblings}


def _event(claim: Claim) -> tuple[Span | None, str]:
    return claim.predicate, claim.treaty.value


def _confirms(claim: Claim, verdict: Verdict) -> bool:
    """A date that is right to the month tells that the event is this treaty's."""
    exact = claim.value.type is ValueType.DATE and len(claim.value.normalized) >= len("1987-12")
    return exact and claim.predicate is not None and verdict.label is Label.SUPPORTED


def _overlap(one: Value, other: Value) -> bool:
    return one.span is not None and other.span is not None and one.span.overlaps(other.span)


def _covers(other: Claim, claim: Claim) -> bool:
    """Whether a claim already says what a tentative one would, or uses up its value."""
    values = claim.value, other.value
    if all(value.type is not ValueType.TEXT for value in values) and _overlap(*values):
        return True
    return other.relation == claim.relation and other.span.overlaps(claim.span)


def _is_kind(treaty: Mention) -> bool:
    """ "the climate treaty": a name in small letters, which another treaty may bear as well."""
    named = treaty.method is MatchMethod.CONTEXT and not treaty.detail
    return named and not any(letter.isupper() for letter in treaty.text)


def _is_unsure(treaty: Mention) -> bool:
    """Whether a reference, or a name that several treaties bear, may mean another one; a year beside it tells."""
    shared = bool(treaty.candidates) and treaty.score < _TOLD_BY_YEAR
    return treaty.method is MatchMethod.COREFERENCE or shared


def _best_reading(claim: Claim, treaties: Mapping[str, Treaty], facts: Facts, as_of: date) -> Reading:
    """The verdict; of the treaties that a word, and of the days that "on 1 July" may stand for, true ones first."""
    verdict, evidence = _verdict(claim, treaties, facts, as_of)
    if verdict.label is Label.REFUTED and _is_unsure(claim.treaty):
        for rival in claim.treaty.candidates:
            reading = claim._replace(treaty=claim.treaty._replace(value=rival, score=_COREFERENCE_SCORE))
            other, support = _verdict(reading, treaties, facts, as_of)
            if other.label is Label.SUPPORTED:
                return reading, other, support
    if verdict.reason is Reason.OTHER_TREATY and _is_kind(claim.treaty):
        reading = claim._replace(treaty=claim.treaty._replace(value=evidence[-1].fact.treaty, score=_COREFERENCE_SCORE))
        other, support = _verdict(reading, treaties, facts, as_of)
        if other.label is Label.SUPPORTED:
            return reading, other, support
    if verdict.label is Label.REFUTED:
        for value in rival_dates(claim.value):
            reading = claim._replace(value=value)
            other, support = _verdict(reading, treaties, facts, as_of)
            if other.label is Label.SUPPORTED:
                return reading, other, support
    return claim, verdict, evidence


def _verdict(
    claim: Claim, treaties: Mapping[str, Treaty], facts: Facts, as_of: date
) -> tuple[Verdict, tuple[Evidence, ...]]:
    if not claim.treaty.value:
        return ambiguous(claim.treaty.candidates), ()
    treaty = treaties[claim.treaty.value]
    return judge(claim, treaty, facts.get(treaty.id, ()), _of_siblings(treaty, facts), as_of)
