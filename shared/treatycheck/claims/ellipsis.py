"""Clauses that leave their verb out: "India has not", "as has Britain", "Iran did likewise in December"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from treatycheck.claims.actor_lists import list_from
from treatycheck.claims.actors import subject_actors
from treatycheck.claims.frames import Filled
from treatycheck.claims.inflection import Form
from treatycheck.claims.negation import is_denied
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.roles import roles_of
from treatycheck.claims.unreal import only_asks
from treatycheck.claims.values import NO_VALUE, party_of, value_of, values_of
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import BE, DO, HAVE
from treatycheck.model import Claim, Mention, MentionKind, Value
from treatycheck.relations import Frame

ACTS = frozenset({"ratified", "acceded", "party", "signatory", "withdrew", "suspended"})
_DENYING = frozenset({"not", "n't", "never"})
_TAKING_UP = HAVE | DO | BE | {"followed"}
_FILLING = _DENYING | frozenset({"yet", "so", "far", "also", "either", "too", "still", "already"})
_ENDS = frozenset({".", ";", ")", ":", "\u2014", "\u2013", "-", "!", '"', "\u201d"})
_JOINING = frozenset({"but", "though", "although", "nor", "which", "while", "because", "including", "incl."})
_ALIKE = frozenset({("did", "so"), ("did", "likewise"), ("did", "the", "same"), ("followed", "suit")})
_DONE = frozenset({("done", "so"), ("done", "likewise"), ("done", "the", "same")})
_DID = frozenset(words[0] for words in _ALIKE)
# "so does Japan" takes up no past tense
_PRESENT = frozenset({"do", "does"})
_PARTIES = (MentionKind.PARTY,)
_NEAREST_DATE = 4
# the relation of an act with a day
_DATED = {"signatory": "signed", "party": "acceded"}


class Antecedent(NamedTuple):
    """The predicate that an elliptic clause takes up: its frame, its treaty, and whether it was denied."""

    frame: Frame
    treaty: Mention
    negated: bool
    first: int
    verb: int
    last: int


class _Elliptic(NamedTuple):
    """The tokens of an elliptic clause, those that a denial stands in or before, its subject, whether it repeats."""

    first: int
    last: int
    pivot: int
    verb: int
    actors: tuple[Mention, ...]
    repeats: bool
    date: Mention | None = None


def fill_ellipses(view: View, previous: View | None, plain: str) -> Iterator[Filled]:
    """The claims of clauses whose verb stands in a clause before, of this sentence or the last one."""
    for clause, auxiliary in _clauses(view):
        found = antecedent(view, clause.first, auxiliary)
        if found is None and previous is not None and not _acts_before(view, clause.first):
            found = antecedent(previous, previous.length, auxiliary)
        if found is not None:
            yield _filled(view, clause, found, plain)


def _acts_before(view: View, end: int) -> bool:
    return any(predicate.first < end and predicate.kind == "verb" for predicate in view.predicates)


def antecedent(view: View, end: int, auxiliary: str, passive: bool = False) -> Antecedent | None:
    """The last act of a party before a token; "is not" takes up "is a party", "has not" a verb, active if not said."""
    for predicate in reversed(view.predicates):
        if predicate.first >= end or predicate.kind == "noun" or (predicate.kind == "adjective") != (auxiliary in BE):
            continue
        if auxiliary in _PRESENT and predicate.form not in {Form.PRESENT, Form.BASE}:
            return None
        frame = _act_of(predicate)
        if frame is None:
            continue
        roles = roles_of(view, predicate, frame)
        if frame.relation == "acceded" and only_asks(view, roles.group.first, frame.kind):
            return None
        if not roles.treaties or (roles.group.passive and predicate.kind == "verb" and not passive):
            return None
        negated = frame.negated != is_denied(view, roles.group.first, predicate.first, frame.kind)
        return Antecedent(frame, roles.treaties[0], negated, roles.group.first, predicate.first, predicate.last)
    return None


def _act_of(predicate: Predicate) -> Frame | None:
    return next((frame for frame in predicate.frames if frame.without_value in ACTS and not frame.tentative), None)


def _clauses(view: View) -> Iterator[tuple[_Elliptic, str]]:
    for index, word in enumerate(view.words):
        if word in _TAKING_UP:
            clause = _inverted(view, index) or _alike(view, index) or _bare(view, index)
            if clause is not None and clause.actors:
                yield clause, "did" if word == "followed" else word


def _bare(view: View, index: int) -> _Elliptic | None:
    """ "India has not", "Washington never did"."""
    end = index + 1
    while end < view.length and view.words[end] in _FILLING:
        end += 1
    start = index - (view.words[index - 1 : index] == ("never",))
    denial = next((i for i in range(start, end) if view.words[i] in _DENYING or view.words[i].endswith("n't")), None)
    if denial is None or not _is_over(view, end):
        return None
    actors = subject_actors(view, VerbGroup(start, False, True, False), _PARTIES)
    return _Elliptic(actors[0].first, end - 1, denial + 1, denial, tuple(actors), False) if actors else None


def _is_over(view: View, end: int) -> bool:
    if end >= view.length or view.words[end] in _ENDS:
        return True
    return view.words[end] == "," and end + 1 < view.length and view.words[end + 1] in _JOINING


def _inverted(view: View, index: int) -> _Elliptic | None:
    """ "as has Britain", "and so did Germany", "nor has France"."""
    opening = view.words[index - 1] if index else ""
    if opening not in {"as", "so", "nor", "neither"}:
        return None
    actors = list_from(view, index + 1, _PARTIES)
    if not actors or actors[0].first > index + 2:
        return None
    return _Elliptic(index - 1, actors[-1].last, index - 1, index - 1, tuple(actors), opening in {"as", "so"})


def _alike(view: View, index: int) -> _Elliptic | None:
    """ "Iran did likewise in December", "Poland followed suit in 2004"."""
    done = index + (view.words[index] in HAVE and view.words[index + 1 : index + 2] == ("done",))
    if done == index and view.words[index] not in _DID:
        return None
    phrases = _DONE if done > index else _ALIKE
    last = next((done + len(words) - 1 for words in phrases if view.words[done : done + len(words)] == words), None)
    if last is None or view.words[index - 1 : index] in (("to",), ("never",)):
        return None
    actors = subject_actors(view, VerbGroup(index, False, False, False), _PARTIES)
    date = next((date for date in view.dates if 0 < date.first - last <= _NEAREST_DATE), None)
    if date is not None and set(view.words[last + 1 : date.first]) - {"in", "on", "the", "early", "late"}:
        date = None
    last = date.last if date else last
    affirms = view.words[last] == "so" or (date is not None and view.words[date.first - 2 : date.first - 1] == ("so",))
    return _Elliptic(actors[0].first, last, index, index, tuple(actors), not affirms, date) if actors else None


def _filled(view: View, clause: _Elliptic, found: Antecedent, plain: str) -> Filled:
    relation = found.frame.without_value or found.frame.relation
    value: Value = value_of(clause.date, plain) if clause.date else NO_VALUE
    single = clause.actors[0] if len({actor.value for actor in clause.actors}) == 1 else None
    if clause.date and single:
        relation = _DATED.get(relation, relation)
    elif single is None:
        value = values_of(clause.actors, plain)
    claim = Claim(
        rule=found.frame.id,
        relation=relation,
        treaty=found.treaty,
        value=value,
        span=view.span(clause.first, clause.last),
        sentence=view.sentence.span,
        party=party_of(single, plain) if single else None,
        negated=(found.negated if clause.repeats else found.frame.negated),
    )
    return Filled(claim, clause.first, clause.last, clause.pivot, found.frame, clause.verb)
