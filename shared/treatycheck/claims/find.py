"""All claims of a sentence: frames and constructions, through the guards, doubles merged."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.alike_treaties import fill_alike_treaties
from treatycheck.claims.appositions import fill_appositions
from treatycheck.claims.bare_memberships import fill_bare_memberships
from treatycheck.claims.chronologies import fill_chronologies
from treatycheck.claims.contents import fill_prohibitions
from treatycheck.claims.counts import fill_counts
from treatycheck.claims.departures import fill_departures
from treatycheck.claims.depositaries import fill_depositaries
from treatycheck.claims.ellipsis import fill_ellipses
from treatycheck.claims.frames import Filled, fill_frames
from treatycheck.claims.gapped_actors import fill_gapped_actors
from treatycheck.claims.group_counts import fill_group_counts
from treatycheck.claims.guards import guard
from treatycheck.claims.included import fill_included
from treatycheck.claims.limits import fill_limits
from treatycheck.claims.memberships import fill_memberships
from treatycheck.claims.name_years import fill_gaps, fill_name_years, fill_years_in_passing
from treatycheck.claims.needed import fill_needed
from treatycheck.claims.ordinals import fill_ordinals
from treatycheck.claims.phrases import fill_between
from treatycheck.claims.replacements import of_the_earlier
from treatycheck.claims.superlatives import fill_first_states, fill_firsts
from treatycheck.claims.terms import fill_terms, fill_told_terms
from treatycheck.claims.time_limits import fill_times
from treatycheck.claims.times_in_force import fill_times_in_force
from treatycheck.claims.totals import fill_totals
from treatycheck.claims.view import View
from treatycheck.claims.words import BE, is_adverb
from treatycheck.model import Claim, DroppedClaim, Value, ValueType

_PASSED = frozenset({"not", "been", "being"})
_ACTS = frozenset({"signed", "ratified", "acceded"})
_EVERYBODY = frozenset({"every", "all", "everybody", "everyone"})


def find_claims(view: View, plain: str, previous: View | None = None) -> tuple[list[Claim], list[DroppedClaim]]:
    """The claims of one sentence in order, and those that a guard kept out; `previous` is the sentence before it."""
    claims: list[Claim] = []
    dropped: list[DroppedClaim] = []
    for filled in _filled(view, previous, plain):
        if not filled.claim.treaty.value and not filled.claim.treaty.candidates:
            continue
        claim, guard_id = guard(view, filled)
        if claim is not None and (_denies_signers(claim) or _is_by_nobody(view, filled, claim)):
            continue
        if claim is not None and claim.rule == "signed/agreed" and _agrees_to_do(view, filled):
            continue
        if claim is not None and claim.rule == "party/since" and claim.negated:
            claim = claim._replace(relation="withdrew", negated=False)
        if claim is not None and claim.relation == "in_force" and filled.frame.relation == "entered_into_force":
            claim, guard_id = (claim, None) if claim.negated else (None, "undated")
        if claim is not None:
            claims.append(_of_members(claim))
        elif guard_id is not None:
            dropped.append(DroppedClaim(filled.claim, guard_id))
    return sorted(merged(claims), key=lambda claim: (claim.span, claim.relation)), dropped


def _agrees_to_do(view: View, filled: Filled) -> bool:
    """ "its parties agreed in May 1995 to extend it": what was agreed is told behind, and is no treaty."""
    return view.words[filled.last + 1 : filled.last + 2] == ("to",)


def _is_by_nobody(view: View, filled: Filled, claim: Claim) -> bool:
    """ "those who ratified the treaty", "many had not signed in 1998": what somebody who is not told did or did not."""
    undated = claim.relation == "ratified" and claim.value.type is ValueType.NONE
    denied = claim.negated and claim.relation in _ACTS and claim.value.type is ValueType.DATE
    if claim.party is not None or not (undated or denied) or _EVERYBODY & set(view.words[: filled.first]):
        return False
    verb = filled.first if filled.verb is None else filled.verb
    if view.words[verb + 1 : verb + 2] == ("by",):
        return True
    index = verb - 1
    while index > 0 and (is_adverb(view.words[index]) or view.words[index] in _PASSED):
        index -= 1
    return view.words[index] not in BE and not {"been", "being"} & set(view.words[index:verb])


def _of_members(claim: Claim) -> Claim:
    """What a group did without a date, as an act of each of its members."""
    party = claim.party
    if party is None or ";" not in party.id or claim.value.type is not ValueType.NONE:
        return claim
    return claim._replace(party=None, value=Value(ValueType.PARTIES, party.mention, party.id))


def _denies_signers(claim: Claim) -> bool:
    """ "India has not signed" is a claim about a signatory; who signed instead, where, or between whom, is not said."""
    of_party = claim.value.type is ValueType.PARTIES or (claim.relation == "signed_in" and claim.party is not None)
    named = claim.relation in {"signed_by", "signed_in"} and of_party
    return claim.negated and (named or claim.relation == "between")


def _filled(view: View, previous: View | None, plain: str) -> Iterator[Filled]:
    told = (of_the_earlier(view, filled, plain) for filled in fill_frames(view, plain))
    framed = [filled for filled in told if filled is not None]
    framed.extend(list(fill_gaps(view, framed, plain)))
    framed.extend(list(fill_gapped_actors(view, framed, plain)))
    framed.extend(list(fill_alike_treaties(view, framed)))
    yield from framed
    dated = {filled.claim.value.span for filled in framed if filled.claim.value.span}
    yield from fill_years_in_passing(view, dated, plain)
    yield from fill_name_years(view, plain)
    yield from fill_chronologies(view, plain)
    yield from fill_times_in_force(view, plain)
    yield from fill_terms(view, plain)
    yield from fill_told_terms(view, plain)
    yield from fill_between(view, plain)
    yield from fill_memberships(view, plain)
    yield from fill_bare_memberships(view, previous, plain)
    yield from fill_appositions(view, plain)
    yield from fill_departures(view, plain)
    yield from fill_ellipses(view, previous, plain)
    yield from fill_included(view, plain)
    yield from fill_depositaries(view, plain)
    yield from fill_counts(view, plain)
    yield from fill_group_counts(view, previous, plain)
    yield from fill_needed(view, plain)
    yield from fill_ordinals(view, plain)
    yield from fill_totals(view, plain)
    yield from fill_limits(view, plain)
    yield from fill_times(view, plain)
    yield from fill_prohibitions(view, plain)
    yield from fill_firsts(view, plain)
    yield from fill_first_states(view, plain)


# Of two claims of one treaty at one place that say the same event, the more telling relation stays.
_YIELDS_TO = {
    "signatory": {"signed", "signed_by", "signatory_count"},
    "negotiated": {"signed"},
    "party": {"acceded", "ratified", "party_count"},
    "in_force": {"entered_into_force", "expires", "terminated", "duration"},
    "signed_by": {"signatory_count"},
    "ratified": {"party_count"},
    "prohibits": {"limit", "first"},
    "limit": {"party_count", "signatory_count"},
}


# how far something reaches describes what is banned; a number of things is itself the limit
_RANGES = (" km", " miles", " kilometres")


def merged(claims: list[Claim]) -> list[Claim]:
    """The claims without doubles and without those that say less of the same event."""
    kept: list[Claim] = []
    for claim in claims:
        if any(_says_the_same(claim, other) for other in kept):
            continue
        if any(_yields(claim, other) for other in claims):
            continue
        kept.append(claim)
    return kept


def _says_the_same(claim: Claim, other: Claim) -> bool:
    return (
        claim.relation == other.relation
        and claim.treaty.value == other.treaty.value
        and claim.span.overlaps(other.span)
        and (claim.value.normalized == other.value.normalized or other.value.type is ValueType.TEXT)
        and (claim.party == other.party or other.party is not None)
    )


def _yields(claim: Claim, other: Claim) -> bool:
    if other is claim or not claim.span.overlaps(other.span) or claim.treaty.value != other.treaty.value:
        return False
    if claim.rule == "party/adjective" and other.rule == "party/since":
        return claim.party == other.party
    if claim.rule == other.rule == "withdrew/noun" and claim.value.type is ValueType.NONE:
        return other.value.type is ValueType.DATE and claim.party == other.party
    if other.stage == "group" and claim.relation == other.relation and claim.value.span == other.value.span:
        return claim.stage != "group"
    if claim.party is not None and other.relation in {"party_count", "signatory_count"}:
        return False
    if claim.relation == "signed_by" and other.relation == "signatory_count":
        return claim.value.type is not ValueType.PEOPLE and claim.value.span is None
    if claim.relation == "signed_by" and other.relation == "signed":
        return claim.value.type is ValueType.PARTIES and other.party is not None and ";" not in claim.value.normalized
    if claim.relation == "signatory" and other.relation == "signed_by":
        return not claim.negated
    if claim.relation == "prohibits" and other.relation == "limit" and other.value.normalized.endswith(_RANGES):
        return False
    if other.stage == "ordinal" and other.party is not None:
        return False
    return other.relation in _YIELDS_TO.get(claim.relation, ())
