"""Claims whose roles the grammar leaves open: kept only where the facts bear them out, never refuted.

A sentence may join an event, a date and a treaty in a way that no rule of `frames` reads. Each pairing within reach is
a tentative claim; the pipeline keeps the nearest one that the facts support and forgets the others, so that a
sentence is never flagged for a reading that it may not have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from treatycheck.claims.actor_lists import lists_of_people
from treatycheck.claims.anniversaries import tells_anniversary, tells_another_day
from treatycheck.claims.candidates import candidate_treaties
from treatycheck.claims.complements import is_where, listed_places, place_behind
from treatycheck.claims.content_clauses import content_clauses
from treatycheck.claims.date_spans import deadline, time_of_force
from treatycheck.claims.dates import attached_date
from treatycheck.claims.drafting import is_of_draft
from treatycheck.claims.frame_dates import is_end
from treatycheck.claims.frames import Filled, is_of_membership
from treatycheck.claims.guards import guard
from treatycheck.claims.laws import is_of_law
from treatycheck.claims.limits import quantity_readings, tentative_quantity
from treatycheck.claims.phrases import tentative_partners
from treatycheck.claims.plain_pairings import governs, is_plain
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.statements import bare_statements, is_told
from treatycheck.claims.superlatives import tentative_firsts
from treatycheck.claims.time_limits import tentative_times
from treatycheck.claims.values import NO_VALUE, party_of, value_of, values_of
from treatycheck.claims.verb_groups import VerbGroup, group_of
from treatycheck.claims.view import View
from treatycheck.claims.words import RELATIVE, SUBORDINATOR
from treatycheck.linking.descriptions import DESCRIPTION
from treatycheck.mentions.strangers import OF_NO_PARTY, STRANGER
from treatycheck.model import DRAFT, Claim, Mention, PartyReference, Value, ValueType
from treatycheck.relations import Frame, construction_frame

_REACH = 32
_NEAR_NAME, _SUBJECT_REACH, _BEHIND_SINCE = 10, 4, 3
_MOST_DATES, _MOST_PARTIES = 3, 5
_PARTING = SUBORDINATOR | RELATIVE | {"against"}


def tentative_claims(view: View, firm: Sequence[Claim], plain: str) -> list[Claim]:
    """The pairings of a sentence, nearest first, that its firm claims leave open."""
    found: list[Claim] = []
    for filled in _filled(view, firm, plain):
        claim, _ = guard(view, filled)
        if claim is not None and not (claim.negated and claim.value.type is not ValueType.NONE):
            plainly = is_plain(view, filled) and claim.treaty.detail != DESCRIPTION
            found.append(claim if claim.tentative is not plainly else claim._replace(tentative=not plainly))
    return found


def _filled(view: View, firm: Sequence[Claim], plain: str) -> Iterator[Filled]:
    if view.is_question():
        return
    people = list(lists_of_people(view))
    for loose in (False, True):
        for predicate in view.predicates:
            for frame in predicate.frames:
                if frame.tentative is loose:
                    yield from _of_frame(view, predicate, frame, firm, people, plain)
    yield from _years_near_names(view, firm, plain)
    treaties, readings = candidate_treaties(view, 0), list(quantity_readings(view))
    yield from tentative_partners(view, treaties, plain)
    for treaty in treaties:
        for mention, relation in readings:
            yield tentative_quantity(view, mention, relation, treaty, plain)
        yield from tentative_times(view, treaty, plain)
    yield from (filled for filled in tentative_firsts(view, plain) if not is_told(filled.claim.span, firm))
    yield from content_clauses(view, firm, plain)
    yield from bare_statements(view, firm, plain)


def _is_settled(view: View, predicate: Predicate, relations: set[str], firm: Sequence[Claim]) -> bool:
    words = view.span(predicate.first, predicate.last)
    return any(claim.relation in relations and claim.span.contains(words) for claim in firm)


def _is_covered(view: View, predicate: Predicate, firm: Sequence[Claim]) -> bool:
    words = view.span(predicate.first, predicate.last)
    return any(claim.span.contains(words) for claim in firm)


def _of_frame(
    view: View, predicate: Predicate, frame: Frame, firm: Sequence[Claim], people: Sequence[list[Mention]], plain: str
) -> Iterator[Filled]:
    if frame.party == "legislature" or _is_settled(
        view, predicate, {frame.relation, frame.without_value or frame.relation}, firm
    ):
        return
    group = group_of(view, predicate, frame.kind)
    if is_of_membership(view, predicate, frame, group) or is_of_law(view, frame, group.first):
        return
    fillings = list(_fillings(view, predicate, group, frame, firm, people, plain))
    for treaty in candidate_treaties(view, predicate.first):
        for value, party, first, last, attached in fillings:
            if value.type is ValueType.DATE and not _is_telling(view, frame, treaty, value, party):
                continue
            if (
                value.type is ValueType.PLACE
                and predicate.last < last < treaty.first
                and "and" in view.words[max(last, treaty.first - 2) : treaty.first]
            ):
                # "signed the preliminaries at Versailles and the Treaty of Frankfurt"
                continue
            relation = frame.relation if value.type is not ValueType.NONE else frame.without_value or frame.relation
            claim = Claim(
                rule=frame.id,
                relation=relation,
                treaty=treaty,
                value=value,
                span=view.span(min(first, predicate.first), max(last, predicate.last)),
                sentence=view.sentence.span,
                party=party,
                stage=DRAFT if is_of_draft(view, predicate, frame) else deadline(view, value, first) or frame.stage,
                negated=frame.negated,
                attached=attached,
                apart=view.once(tells_another_day),
                governed=attached and governs(view, predicate, frame, treaty, party),
                predicate=view.span(predicate.first, predicate.last),
            )
            yield Filled(claim, min(first, predicate.first), max(last, predicate.last), group.first, frame)


def _is_telling(view: View, frame: Frame, treaty: Mention, value: Value, party: PartyReference | None) -> bool:
    """A year alone is right by chance too often where the words are loose or the treaty is not named here."""
    exact = len(value.normalized.strip("~")) >= len("1987-12")
    if not exact and party is None and frame.relation == "ratified":
        return False
    return exact or (treaty in view.treaties if not frame.tentative else not treaty.detail and frame.party != "subject")


_Filling = tuple[Value, PartyReference | None, int, int, bool]


def _fillings(
    view: View,
    predicate: Predicate,
    group: VerbGroup,
    frame: Frame,
    firm: Sequence[Claim],
    lists: Sequence[list[Mention]],
    plain: str,
) -> Iterator[_Filling]:
    """Values and parties within reach of a predicate, nearest first, where they stand, and whether grammar says so."""
    event_date = attached_date(view, predicate, group.first)
    if "date" in frame.values and frame.relation != "negotiated":
        for date in _near(view.dates, predicate)[:_MOST_DATES]:
            if date in view.name_years or _is_used(date, firm) or "/" in date.value or "X" in date.value:
                continue
            if date is time_of_force(view, predicate, frame, group.first) or is_end(view, frame, date):
                continue
            attached = event_date is date and not view.once(tells_anniversary)
            for party in _parties(view, predicate, frame):
                first, last = _joined(date, party)
                yield value_of(date, plain), party_of(party, plain) if party else None, first, last, attached
    if "place" in frame.values:
        for place in _near(view.places, predicate):
            if not is_where(view, place):
                continue
            listed = listed_places(view, place)
            attached = place_behind(view, predicate) is place
            yield values_of(listed, plain), None, place.first, listed[-1].last, attached
    if "people" in frame.values:
        for people in _signers(view, predicate, lists):
            yield values_of(people, plain), None, people[0].first, people[-1].last, False
    if _may_be_undated(frame) and event_date is None and not _is_covered(view, predicate, firm):
        for party in _parties(view, predicate, frame):
            if party is not None and group.first - _SUBJECT_REACH <= party.last < group.first:
                yield NO_VALUE, party_of(party, plain), party.first, party.last, False


def _signers(view: View, predicate: Predicate, lists: Sequence[list[Mention]]) -> Iterator[list[Mention]]:
    """The lists of people near a predicate."""
    for listed in lists:
        last = listed[-1].last
        owned = view.words[last + 1 : last + 2] == ("'s",)
        if not owned and _near(listed, predicate) and any(one.detail != STRANGER for one in listed):
            yield listed


def _may_be_undated(frame: Frame) -> bool:
    return bool(frame.without_value) and frame.party != "none" and frame.id != "signatory/verb" and not frame.tentative


def _joined(mention: Mention, other: Mention | None) -> tuple[int, int]:
    if other is None:
        return mention.first, mention.last
    return min(mention.first, other.first), max(mention.last, other.last)


def _near(mentions: Sequence[Mention], predicate: Predicate) -> list[Mention]:
    def distance(mention: Mention) -> int:
        return min(abs(mention.first - predicate.last), abs(predicate.first - mention.last))

    return sorted((mention for mention in mentions if distance(mention) <= _REACH), key=distance)


def _is_used(date: Mention, firm: Sequence[Claim]) -> bool:
    return any(claim.value.span == date.span for claim in firm)


def _parties(view: View, predicate: Predicate, frame: Frame) -> list[Mention | None]:
    if frame.party == "none":
        return [None]
    near: list[Mention | None] = [
        mention
        for mention in _near((*view.parties, *view.people), predicate)[:_MOST_PARTIES]
        if mention.detail not in OF_NO_PARTY
    ]
    return [*near, None] if frame.party == "optional" and not frame.without_value else near


def _years_near_names(view: View, firm: Sequence[Claim], plain: str) -> Iterator[Filled]:
    """ "In 1972 the talks yielded the ABM Treaty": a date near a name that no event of its own explains."""
    frame = construction_frame("signed")
    since = [date for date in view.told if view.words[date.last] == "since"]
    taken = cache(lambda: _taken(view))
    for date in (*view.dates, *since):
        if date in view.name_years or _is_used(date, firm) or "/" in date.value:
            continue
        for treaty in candidate_treaties(view, date.first):
            if treaty.detail or treaty not in view.treaties:
                continue
            if date in since and not 0 < treaty.first - date.last <= _BEHIND_SINCE:
                continue
            first, last = min(date.first, treaty.first), max(date.last, treaty.last)
            gap = last - first - (date.last - date.first) - (treaty.last - treaty.first)
            if gap > _NEAR_NAME and date.first > 1:
                continue
            if any(other.kind == "verb" for other in view.predicates_between(first + 1, last)):
                continue
            opens = date.first <= 1 and treaty.first - date.last <= _BEHIND_SINCE
            if not opens and date.first in taken():
                continue
            between = view.words[min(date.last, treaty.last) + 1 : max(date.first, treaty.first)]
            if set(between) & _PARTING:
                continue
            claim = Claim(
                rule=frame.id,
                relation="signed",
                treaty=treaty,
                value=value_of(date, plain),
                span=view.span(first, last),
                sentence=view.sentence.span,
                implicit=True,
                tentative=True,
            )
            yield Filled(claim, first, last, first, frame)


def _taken(view: View) -> frozenset[int]:
    """The first tokens of the dates of the events of a sentence."""
    dates = (attached_date(view, other, other.first) for other in view.predicates if _takes_date(other))
    return frozenset(date.first for date in dates if date is not None)


def _takes_date(predicate: Predicate) -> bool:
    return any("date" in frame.values and not frame.tentative for frame in predicate.frames)
