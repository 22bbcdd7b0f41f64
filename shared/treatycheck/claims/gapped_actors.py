"""Who did the same on another day, the verb left out: "France joined in 1992, China in March and Chile in 1995"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.frames import Filled
from treatycheck.claims.values import party_of, value_of
from treatycheck.claims.view import View
from treatycheck.model import Mention, ValueType

_RELATIONS = frozenset({"ratified", "acceded", "signed", "withdrew", "suspended"})
_JOINTS = frozenset({(",",), ("and",), (",", "and"), (";",), (";", "and"), (",", "while"), (",", "but")})
_FILLERS = frozenset({"the", "by", "then", "finally", "later", "only"})
_BEFORE_DATES = frozenset({(), ("in",), ("on",), (",", "in"), (",", "on"), ("only", "in"), ("not", "until")})
_ENDS = frozenset({".", ";", ")", "\u2014", "\u2013"})
_TURNS = frozenset("but although though while whereas which with making bringing".split())


def fill_gapped_actors(view: View, framed: Sequence[Filled], plain: str) -> Iterator[Filled]:
    """For each dated act of one party, the acts of the parties behind it that have a date but no verb."""
    for filled in framed:
        if not _is_dated_act(filled):
            continue
        gapped = list(_gaps(view, filled.last + 1))
        end = gapped[-1][1].last + 1 if gapped else filled.last + 1
        if gapped and _is_over(view, end):
            yield from (_filled(view, filled, actor, date, plain) for actor, date in gapped)


def _is_dated_act(filled: Filled) -> bool:
    claim = filled.claim
    dated = claim.value.type is ValueType.DATE and claim.relation in _RELATIONS
    told = claim.predicate is not None and claim.span.contains(claim.predicate)
    return dated and told and claim.party is not None and filled.frame.kind == "verb"


def _gaps(view: View, start: int) -> Iterator[tuple[Mention, Mention]]:
    """Each party with its date, as they stand in a row from a token on."""
    index = start
    while True:
        actor = next((party for party in view.parties if index < party.first <= index + 4), None)
        if actor is None or not _is_joint(view.words[index : actor.first]):
            return
        date = next((date for date in view.dates if date.first > actor.last), None)
        if date is None or view.words[actor.last + 1 : date.first] not in _BEFORE_DATES:
            return
        yield actor, date
        index = date.last + 1


def _is_joint(words: tuple[str, ...]) -> bool:
    joint = tuple(word for word in words if word not in _FILLERS)
    return joint in _JOINTS


def _is_over(view: View, end: int) -> bool:
    """Whether no verb follows that the last party would be the subject of."""
    if end >= view.length or view.words[end] in _ENDS:
        return True
    turn = view.words[end + 1] if view.words[end] == "," and end + 1 < view.length else view.words[end]
    return turn in _TURNS or (turn == "and" and view.words[end] == ",")


def _filled(view: View, model: Filled, actor: Mention, date: Mention, plain: str) -> Filled:
    claim = model.claim._replace(
        party=party_of(actor, plain),
        value=value_of(date, plain),
        span=view.span(actor.first, date.last),
    )
    return model._replace(claim=claim, first=actor.first, last=date.last)
