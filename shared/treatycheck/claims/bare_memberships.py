"""Memberships that leave the treaty out: "America is still not a party", "Russia is not among them"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.actors import subject_actors
from treatycheck.claims.controllers import STATE_NOUNS
from treatycheck.claims.frames import Filled
from treatycheck.claims.memberships import ROLES
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.values import NO_VALUE, party_of, values_of
from treatycheck.claims.verb_groups import VerbGroup, adjective_group
from treatycheck.claims.view import View
from treatycheck.claims.words import BE, is_adverb
from treatycheck.model import Claim, Mention, MentionKind
from treatycheck.relations import frame_by_id

_ROLES = {word: f"{relation}/adjective" for word, relation in ROLES.items()}
_JOINED = frozenset("members parties ratified joined acceded adhered".split())
_SIGNED = frozenset({"signatories", "signed"})
_OTHERWISE = frozenset("not n't never no none neither nor without yet only but except could may might would if".split())
_OF_THEM = (("among", "them"), ("one", "of", "them"), ("part", "of", "it"), ("among", "those"))
_OPENING = _ROLES.keys() | {words[0] for words in _OF_THEM}
_ENDS = frozenset('. ; , ) : ! \u2014 \u2013 - " \u201d and but or though although while'.split())
_JOINTS = frozenset({",", ";", "but", "and"})
_PARTIES = (MentionKind.PARTY,)


def fill_bare_memberships(view: View, previous: View | None, plain: str) -> Iterator[Filled]:
    """Claims of parties and signatories whose treaty the text named before."""
    if view.said.isdisjoint(_OPENING):
        return
    for index, word in enumerate(view.words):
        if word in _ROLES and index > 1 and _is_over(view, index + 1):
            yield from _claims(view, index, index, _ROLES[word], plain)
        last = _end_of_them(view, index) if word in _OPENING else None
        frame = _frame_of_those(view, previous, index) if last is not None else None
        if last is not None and frame is not None:
            yield from _claims(view, index, last, frame, plain)


def _is_over(view: View, index: int) -> bool:
    return index >= view.length or view.words[index] in _ENDS


def _end_of_them(view: View, index: int) -> int | None:
    """The last token of "among them" or "one of them" at a token behind a form of "be", where the clause ends."""
    for words in _OF_THEM:
        end = index + len(words)
        if view.words[index:end] == words and _is_over(view, end):
            before = index - 1
            while before > 0 and (is_adverb(view.words[before]) or view.words[before] == "n't"):
                before -= 1
            return end - 1 if view.words[before] in BE else None
    return None


def _frame_of_those(view: View, previous: View | None, index: int) -> str | None:
    """What "they" are who were told before: parties or signatories, where nothing else is said of them."""
    joint = next((place for place in range(index, 0, -1) if view.words[place] in _JOINTS), 0)
    for words in (view.words[:joint], previous.words if previous is not None else ()):
        told = next((word for word in reversed(words) if word in _JOINED | _SIGNED), None)
        if told is not None and not _OTHERWISE & set(words) and any(_is_of_many(word) for word in words):
            return "signatory/adjective" if told in _SIGNED else "party/adjective"
    return None


def _is_of_many(word: str) -> bool:
    return word in STATE_NOUNS and word.endswith("s")


def _claims(view: View, first: int, last: int, frame_id: str, plain: str) -> Iterator[Filled]:
    group = adjective_group(view, Predicate("adjective", first, first, None, ()))
    treaty = _treaty(view, group)
    actors = subject_actors(view, group, _PARTIES) if treaty is not None and group.auxiliary else []
    if treaty is None or not actors or any(actor.detail == "demonyms" for actor in actors):
        return
    single = actors[0] if len({actor.value for actor in actors}) == 1 else None
    frame = frame_by_id(frame_id)
    claim = Claim(
        rule=frame.id,
        relation=frame.relation,
        treaty=treaty,
        value=NO_VALUE if single else values_of(actors, plain),
        span=view.span(actors[0].first, last),
        sentence=view.sentence.span,
        party=party_of(single, plain) if single else None,
    )
    yield Filled(claim, actors[0].first, last, group.first, frame, first)


def _treaty(view: View, group: VerbGroup) -> Mention | None:
    """The one treaty that the sentence names before, or that the text speaks of where it names none."""
    if not view.treaties:
        return view.salient
    named = {mention.value: mention for mention in view.treaties if mention.last < group.first}
    return next(iter(named.values())) if len(named) == 1 and len({m.value for m in view.treaties}) == 1 else None
