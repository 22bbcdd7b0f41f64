"""Predicates to claims: fills the roles of each frame whose words stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from treatycheck.claims.announcements import ANNOUNCED
from treatycheck.claims.clauses import in_time_clause
from treatycheck.claims.complements import (
    duration_behind,
    duration_beside,
    listed_places,
    place_before,
    place_behind,
    term_behind,
    treaty_complement,
)
from treatycheck.claims.controllers import asserts
from treatycheck.claims.date_spans import deadline, listed_dates, time_of_force
from treatycheck.claims.drafting import is_of_draft
from treatycheck.claims.frame_dates import date_for, date_right_behind
from treatycheck.claims.inflection import Form
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.roles import ACTED_FOR, Roles, roles_of
from treatycheck.claims.stages import stage_of
from treatycheck.claims.values import NO_VALUE, party_of, value_of, values_of
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import HAVE
from treatycheck.mentions.strangers import OF_NO_PARTY
from treatycheck.model import DRAFT, Claim, Mention, MentionKind, PartyReference, Value, ValueType
from treatycheck.relations import Frame

_WHOEVER = frozenset({"that", "who", "which", "whoever"})
# what a state ends for itself
_MEMBERSHIPS = frozenset({"membership", "participation", "involvement", "obligations", "commitments", "cooperation"})
# what is done to a treaty, and to a law on leaving it as well
_OF_PAPERS = frozenset({"signed", "signed_by"})
_CHAMBERS = frozenset((word,) for word in "parliament senate congress legislature lawmakers legislators".split())
_DURATION_READERS = {"adjective": term_behind, "noun": duration_beside, "verb": duration_behind}


class Filled(NamedTuple):
    """A claim, where its words begin and end, the predicate's group, for the guards, and its verb where told."""

    claim: Claim
    first: int
    last: int
    group_first: int
    frame: Frame
    verb: int | None = None


def fill_frames(view: View, plain: str) -> Iterator[Filled]:
    """The claims that the sentence's predicates make."""
    for predicate in view.predicates:
        cache: dict[tuple[str, str, bool], Roles] = {}
        for frame in predicate.frames:
            if frame.tentative:
                continue
            key = (frame.treaty, frame.kind, frame.relation in ACTED_FOR)
            if key not in cache:
                cache[key] = roles_of(view, predicate, frame)
            if cache[key].treaties:
                yield from _fill(view, predicate, frame, cache[key], plain)


def _fill(view: View, predicate: Predicate, frame: Frame, roles: Roles, plain: str) -> Iterator[Filled]:
    if (frame.treaty == "subject" or frame.relation in _OF_PAPERS) and _is_of_departure(view, roles):
        return
    if is_of_membership(view, predicate, frame, roles.group):
        return
    by_legislature = any(actor.detail == "legislatures" and actor.value != "UN" for actor in roles.actors)
    if by_legislature if frame.relation == "adopted" else frame.party == "legislature" and not by_legislature:
        return
    if frame.relation == "adopted" and _is_by_chamber(view, roles):
        return
    if frame.relation == "adopted" and view.words[predicate.first].startswith("pass") and not roles.group.by_being:
        return
    party = _party(frame, roles, plain)
    if frame.party == "subject" and party is None and not _several_parties(frame, roles):
        return
    value_mention: tuple[int, int] | None = None
    for kind in frame.values:
        for value, bounds in _values(view, predicate, frame, roles, kind, plain):
            value_mention = bounds
            yield from _claims(view, predicate, frame, roles, value, bounds, party, frame.relation)
    if frame.without_value == "in_force" and in_time_clause(view, roles.group.first):
        return
    if value_mention is None and frame.without_value and _may_stand_alone(view, predicate, frame, roles):
        value, bounds = _undated(predicate, frame, roles, plain)
        yield from _claims(view, predicate, frame, roles, value, bounds, party, frame.without_value)


def _is_by_chamber(view: View, roles: Roles) -> bool:
    """ "Chile's parliament adopted it": a state's approval, not the adoption of the text."""
    start = roles.group.first
    return not roles.group.passive and view.words[max(0, start - 1) : start] in _CHAMBERS


def is_of_membership(view: View, predicate: Predicate, frame: Frame, group: VerbGroup) -> bool:
    """ "scrapped its membership of the pact", "is leaving it, effective in June", "entered into force for Syria"."""
    if frame.treaty == "subject" and _for_one_party(view, predicate):
        return True
    if frame.relation == "terminated":
        return bool(_MEMBERSHIPS & set(view.words[predicate.last + 1 : predicate.last + 5]))
    if view.words[predicate.first] != "effective" or group.auxiliary:
        return False
    before = [other for other in view.predicates if other.last < predicate.first]
    return bool(before) and any(other.relation in ANNOUNCED for other in before[-1].frames)


def _is_of_departure(view: View, roles: Roles) -> bool:
    """ "announced its withdrawal from the treaty; it took effect in 2012": what takes effect is the withdrawal."""
    if _is_told_of_departure(view, roles.group.first):
        return True
    pronouns = [treaty for treaty in roles.treaties if treaty.detail == "pronoun"]
    if not pronouns:
        return False
    leaving = [p.first for p in view.predicates if p.frames[0].id == "withdrew/revoked" or _is_departure(p)]
    return any(index < treaty.first for treaty in pronouns for index in leaving)


def _is_told_of_departure(view: View, start: int) -> bool:
    """ "told of its exit on 4 May, which took effect in June": no treaty stands right before the pronoun."""
    if view.words[max(0, start - 1) : start] != ("which",):
        return False
    comma = view.words[start - 2] == ","
    leaving = any(_is_departure(predicate) and predicate.last < start for predicate in view.predicates)
    return leaving and view.mention_at(view.treaties, start - 2 - comma) is None


def _is_departure(predicate: Predicate) -> bool:
    return predicate.kind == "noun" and predicate.frames[0].relation == "withdrew"


def _for_one_party(view: View, predicate: Predicate) -> bool:
    """ "entered into force for Syria" tells nothing of the treaty as a whole."""
    opening = view.mention_at(view.parties, 1) or view.mention_at(view.parties, 2)
    if opening and view.words[0] in {"for", "in"} and view.words[opening.last + 1 : opening.last + 2] == (",",):
        return True
    today = view.mention_at((*view.dates, *view.told), predicate.last + 1)
    index = (today.last if today else predicate.last) + 1
    if index + 1 >= view.length or view.words[index] not in {"for", "in"}:
        return False
    index += 1 + (view.words[index + 1] == "the")
    return view.words[index] in {"it", "them", "that"} or view.mention_at(view.parties, index) is not None


def _several_parties(frame: Frame, roles: Roles) -> bool:
    return frame.without_value is not None and len([a for a in roles.actors if a.kind is MentionKind.PARTY]) > 1


def _party(frame: Frame, roles: Roles, plain: str) -> PartyReference | None:
    if frame.party == "none" or not roles.actors or any(actor.detail in OF_NO_PARTY for actor in roles.actors):
        return None
    if len({actor.candidates or (actor.value,) for actor in roles.actors}) > 1:
        return None
    return party_of(roles.actors[-1], plain)


def _may_stand_alone(view: View, predicate: Predicate, frame: Frame, roles: Roles) -> bool:
    """An undated event is asserted by a finite past or perfect verb, or by a negation."""
    if frame.kind == "noun":
        return bool(roles.actors)
    if frame.relation == "in_force" and predicate.form in {Form.PAST, Form.PAST_OR_PARTICIPLE}:
        return False
    actor_told = frame.treaty == "subject" or bool(roles.actors)
    if not actor_told and not roles.group.passive and view.words[max(0, roles.group.first - 1)] in _WHOEVER:
        return False
    if frame.kind == "adjective":
        return roles.group.auxiliary or frame.without_value == "in_force"
    finite = predicate.form not in {Form.GERUND, Form.BASE} or roles.group.auxiliary
    return finite or asserts(view, roles.group)


def _undated(predicate: Predicate, frame: Frame, roles: Roles, plain: str) -> tuple[Value, tuple[int, int]]:
    parties = [actor for actor in roles.actors if actor.kind is MentionKind.PARTY]
    if frame.party != "none" and len(parties) > 1:
        return values_of(parties, plain), (parties[0].first, parties[-1].last)
    if roles.actors and frame.party != "none":
        return NO_VALUE, (roles.actors[0].first, roles.actors[-1].last)
    return NO_VALUE, (predicate.first, predicate.last)


def _values(
    view: View, predicate: Predicate, frame: Frame, roles: Roles, kind: str, plain: str
) -> Iterator[tuple[Value, tuple[int, int]]]:
    if kind in {"people", "parties"}:
        listed = [actor for actor in roles.actors if (actor.kind is MentionKind.PERSON) == (kind == "people")]
        if listed and not roles.owner_needed and not _is_status(view, frame, roles, listed):
            yield values_of(listed, plain), (listed[0].first, listed[-1].last)
        return
    mention = _value_mention(view, predicate, frame, roles, kind)
    if mention and kind == "place":
        places = listed_places(view, mention)
        yield values_of(places, plain), (places[0].first, places[-1].last)
    elif mention:
        yield value_of(mention, plain), (mention.first, mention.last)


def _is_status(view: View, frame: Frame, roles: Roles, listed: Sequence[Mention]) -> bool:
    """ "Russia signed", "Egypt and Iran have signed": whether states are signatories, not who held the pen."""
    if frame.relation != "signed_by" or roles.group.passive or any(m.kind is MentionKind.PERSON for m in listed):
        return False
    return len(listed) == 1 or bool(HAVE & set(view.words[roles.group.first : roles.group.first + 3]))


def _value_mention(view: View, predicate: Predicate, frame: Frame, roles: Roles, kind: str) -> Mention | None:
    if kind == "date":
        return date_for(view, predicate, frame, roles.group.first)
    if kind == "place":
        return place_behind(view, predicate) or place_before(view, roles.group.first)
    if kind == "duration":
        return _DURATION_READERS[frame.kind](view, predicate)
    if kind == "treaty":
        mention = treaty_complement(view, predicate, roles.group, roles.treaties)
        unknown = mention is not None and not mention.value and frame.relation == "amended_by"
        return None if unknown else mention
    return None


def _own_value(
    view: View, roles: Roles, treaty: Mention, value: Value, bounds: tuple[int, int]
) -> tuple[Value, tuple[int, int]] | None:
    """ "were signed in 1987 and 1991 respectively": to each of several treaties its own date, in their order.

    None where there are not as many dates as treaties, so that none can be told.
    """
    if value.type is not ValueType.DATE:
        return value, bounds
    if own := date_right_behind(view, treaty, bounds[1]):
        return value._replace(text=own.text, normalized=own.value, span=own.span), (own.first, own.last)
    if len(roles.treaties) < 2:
        return value, bounds
    ordered = sorted(roles.treaties, key=lambda mention: mention.first)
    first = next((i for i, date in enumerate(view.dates) if date.first == bounds[0]), None)
    listed = listed_dates(view, first) if first is not None else []
    if len(listed) < 2:
        return value, bounds
    if len(listed) != len(ordered):
        return None
    own = listed[ordered.index(treaty)]
    return value._replace(text=own.text, normalized=own.value, span=own.span), (bounds[0], own.last)


def _claims(
    view: View,
    predicate: Predicate,
    frame: Frame,
    roles: Roles,
    value: Value,
    bounds: tuple[int, int],
    party: PartyReference | None,
    relation: str,
) -> Iterator[Filled]:
    for treaty in roles.treaties:
        own = _own_value(view, roles, treaty, value, bounds)
        if own is None or (treaty in view.treaties and treaty.first <= own[1][0] <= treaty.last and own[0].span):
            continue
        first, last = _reach(predicate, roles, party, own[1])
        claim = Claim(
            rule=frame.id,
            relation=relation,
            treaty=treaty,
            value=own[0],
            span=view.span(first, last),
            sentence=view.sentence.span,
            party=party,
            stage=DRAFT if is_of_draft(view, predicate, frame) else _stage(view, frame, roles, own),
            negated=frame.negated,
            when=(held.value,) if (held := time_of_force(view, predicate, frame, roles.group.first)) else (),
            predicate=view.span(predicate.first, predicate.last),
        )
        yield Filled(claim, first, last, roles.group.first, frame)


def _stage(view: View, frame: Frame, roles: Roles, own: tuple[Value, tuple[int, int]]) -> str | None:
    return deadline(view, own[0], own[1][0]) or stage_of(view, frame, roles)


def _reach(
    predicate: Predicate, roles: Roles, party: PartyReference | None, bounds: tuple[int, int]
) -> tuple[int, int]:
    """The first and last tokens of a claim: its words, its value, and its party where it is of one."""
    first, last = min(predicate.first, bounds[0]), max(predicate.last, bounds[1])
    if party is not None and roles.actors:
        first, last = min(first, roles.actors[0].first), max(last, roles.actors[-1].last)
    return first, last
