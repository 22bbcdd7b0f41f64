"""Whether a date that a loose verb tells lies where no event of the treaty can: "created" before all talks of it."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.judging.parties import same_party
from treatycheck.model import Claim, Fact, ValueType
from treatycheck.values.edtf import DateRange, bounds

_TEXTS = frozenset({"signed", "adopted", "opened_for_signature"})
_BEGINNINGS = _TEXTS | {"negotiated", "entered_into_force", "ratified", "acceded"}
_JOININGS = frozenset({"ratified", "acceded", "party"})
# years in which talks that are not known may have gone before a text
_UNKNOWN_TALKS = 3


def is_out_of_time(claim: Claim, facts: Sequence[Fact]) -> bool:
    """A loose claim, joined by the grammar, whose year is far from all that the facts tell."""
    stated = bounds(claim.value.normalized) if claim.value.type is ValueType.DATE else None
    if stated is None or not claim.governed or claim.negated:
        return False
    if claim.relation == "ratified":
        return claim.party is not None and _is_far_from_party(stated, claim.party.id, facts)
    if claim.relation == "entered_into_force":
        made = _spans(facts, _TEXTS)
        return bool(made) and stated.latest.year < min(span.earliest.year for span in made)
    begun = _spans(facts, _BEGINNINGS)
    leeway = 0 if any(fact.relation == "negotiated" for fact in facts) else _UNKNOWN_TALKS
    return bool(begun) and stated.latest.year + leeway < min(span.earliest.year for span in begun)


def _spans(facts: Sequence[Fact], relations: frozenset[str]) -> list[DateRange]:
    dated = (bounds(fact.value) for fact in facts if fact.relation in relations)
    return [span for span in dated if span is not None]


def _is_far_from_party(stated: DateRange, party: str, facts: Sequence[Fact]) -> bool:
    """No act of a party whose joining is known, and no event of the treaty, within a year."""
    own = [fact for fact in facts if same_party(fact.party, party)]
    if not any(fact.relation in _JOININGS and bounds(fact.value) for fact in own):
        return False
    general = [fact for fact in facts if fact.party is None and fact.relation in _BEGINNINGS]
    spans = [span for fact in (*own, *general) if (span := bounds(fact.value))]
    return not any(
        span.earliest.year - 1 <= stated.latest.year and stated.earliest.year <= span.latest.year + 1 for span in spans
    )
