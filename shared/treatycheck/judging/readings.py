"""Claims to readings: which treaty a claim is of, and its verdict; what the facts alone bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from treatycheck.judging.homonyms import homonyms
from treatycheck.judging.out_of_time import is_out_of_time
from treatycheck.judging.rival_dates import rival_dates
from treatycheck.judging.slips import is_slip, may_slip
from treatycheck.judging.verdicts import Bench, Opinion, Reading, worded
from treatycheck.linking.descriptions import DESCRIPTION
from treatycheck.linking.resolve import resolve_claim
from treatycheck.model import DIVISION, NEWS, Claim, MatchMethod, Mention, Reason, Span, Value, ValueType

_COREFERENCE_SCORE, _TOLD_BY_YEAR = 0.6, 0.95


def read_claims(
    claims: Sequence[Claim], tentative: Sequence[Claim], bench: Bench, published: date | None
) -> list[Reading]:
    """Each claim with its verdict and evidence, and the tentative ones that the facts bear out, by place."""
    told = [claim if published or claim.stage != NEWS else claim._replace(stage=None) for claim in claims]
    resolved = [resolve_claim(claim, bench.facts, published) for claim in told]
    strangers = homonyms(resolved, bench.treaties, bench.facts)
    resolved = [_of_unknown(claim) if claim.treaty in strangers else claim for claim in resolved]
    found = [_best_reading(claim, bench) for claim in resolved]
    dated = {_event(opinion.claim) for opinion in found if _confirms(opinion)}
    chosen = [
        bench.judge(claim) if _strays(claim, opinion, dated) else opinion
        for claim, opinion in zip(resolved, found, strict=True)
    ]
    firm = [opinion for opinion in chosen if not _may_be_of_others(opinion)]
    read = [worded(opinion) for opinion in firm]
    read.extend(worded(opinion, tentative=True) for opinion in _borne_out(tentative, firm, bench))
    return sorted(read, key=lambda reading: (reading[0].span.start, reading[0].span.end))


def _of_unknown(claim: Claim) -> Claim:
    """The claim with its treaty left open."""
    return claim._replace(treaty=claim.treaty._replace(value="", candidates=(claim.treaty.value,)))


def _borne_out(tentative: Sequence[Claim], firm: Sequence[Opinion], bench: Bench) -> list[Opinion]:
    """The tentative claims that the facts support and no other claim of the sentence covers."""
    told: dict[Span, list[Claim]] = defaultdict(list)
    for opinion in firm:
        told[opinion.claim.sentence].append(opinion.claim)
    kept: list[Opinion] = []
    for sure in (False, True):
        confirmed = {_event(opinion.claim) for opinion in (*firm, *kept) if _confirms(opinion)}
        for claim in tentative:
            if sure != (claim.attached and _event(claim) in confirmed):
                continue
            if any(_covers(other, claim) for other in told[claim.sentence]):
                continue
            kept_now = _kept(claim, bench, sure)
            if kept_now is not None:
                told[claim.sentence].append(kept_now.claim)
                kept.append(kept_now)
    kept.extend(_slips(tentative, [*firm, *kept], told, bench))
    return kept


def _slips(
    tentative: Sequence[Claim], found: Sequence[Opinion], told: dict[Span, list[Claim]], bench: Bench
) -> list[Opinion]:
    """The loose dates, claimed by nothing that is told in their sentence, that are wrong in the year alone."""
    right: dict[tuple[Span, str], set[str]] = defaultdict(set)
    for opinion in found:
        claim = opinion.claim
        if opinion.supported:
            right[claim.sentence, claim.treaty.value].add(claim.relation)
    kept: list[Opinion] = []
    dated = filter(may_slip, tentative)
    for claim in sorted(dated, key=lambda claim: claim.party is not None):
        also_told = right.get((claim.sentence, claim.treaty.value), set())
        if not is_slip(claim, bench.facts_of(claim), also_told) or any(
            _covers(other, claim) for other in told[claim.sentence]
        ):
            continue
        opinion = bench.judge(claim)
        if opinion.refuted and (claim.treaty.detail != DESCRIPTION or opinion.finding.reason is Reason.VALUE_DIFFERS):
            told[claim.sentence].append(claim)
            kept.append(opinion)
    return kept


def _kept(claim: Claim, bench: Bench, sure: bool) -> Opinion | None:
    """What is reported of a tentative claim: that it is supported, or plainly wrong; all if `sure`."""
    if not claim.tentative:
        return _best_reading(claim, bench)
    if sure:
        return bench.judge(claim)
    if not claim.treaty.value:
        return None
    opinion = bench.judge(claim, brief=True)
    if opinion.supported or (opinion.refuted and claim.relation == "prohibits"):
        return opinion
    # that it lies out of its treaty's time leaves no doubt that it was read right
    whole = bench.judge(claim) if claim.governed and is_out_of_time(claim, bench.facts_of(claim)) else None
    return whole if whole is not None and whole.refuted else None


def _strays(claim: Claim, opinion: Opinion, dated: Collection[tuple[Span | None, str]]) -> bool:
    """Whether a claim was read of another treaty than the one that the date of its event confirms."""
    return opinion.claim.treaty.value != claim.treaty.value and _event(claim) in dated


def _may_be_of_others(opinion: Opinion) -> bool:
    """ "divided the land between the north and the south": shares that need not be those of the parties."""
    return opinion.claim.stage == DIVISION and opinion.finding.holds is None


def _event(claim: Claim) -> tuple[Span | None, str]:
    return claim.predicate, claim.treaty.value


def _confirms(opinion: Opinion) -> bool:
    """A date that is right to the month tells that the event is this treaty's."""
    value = opinion.claim.value
    exact = value.type is ValueType.DATE and len(value.normalized) >= len("1987-12")
    return exact and opinion.claim.predicate is not None and opinion.supported


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


def _best_reading(claim: Claim, bench: Bench) -> Opinion:
    """The verdict; of the treaties that a word, and of the days that "on 1 July" may stand for, true ones first."""
    opinion = bench.judge(claim)
    if not opinion.refuted:
        return opinion
    rivals = list(claim.treaty.candidates) if _is_unsure(claim.treaty) else []
    if opinion.finding.reason is Reason.OTHER_TREATY and _is_kind(claim.treaty):
        rivals.append(opinion.finding.facts[-1].treaty)
    for rival in rivals:
        reading = bench.judge(claim._replace(treaty=claim.treaty._replace(value=rival, score=_COREFERENCE_SCORE)))
        if reading.supported:
            return reading
    for value in rival_dates(claim.value):
        reading = bench.judge(claim._replace(value=value))
        if reading.supported:
            return reading
    return opinion
