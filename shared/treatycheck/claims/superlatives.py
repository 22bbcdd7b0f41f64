"""What a treaty, or a state in it, was the first, only or last to be or do."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.actors import subject_actors
from treatycheck.claims.candidates import candidate_treaties
from treatycheck.claims.contents import subject_start
from treatycheck.claims.frames import Filled
from treatycheck.claims.objects import objects
from treatycheck.claims.stretches import phrase_end, text_value
from treatycheck.claims.values import party_of
from treatycheck.claims.verb_groups import verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import DETERMINER
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Claim, Mention, MentionKind
from treatycheck.relations import construction_frame

_RANKS = frozenset({"first", "only", "last"})
_NOUNS = GENERIC | {"agreement", "instrument"}
_STATE_NOUNS = frozenset({("country",), ("state",), ("nation",), ("government",), ("power",)})
_ACTORS = frozenset("country state nation government power member party zone".split())
_OPENERS = DETERMINER | {"world's", "'s"}
_TELLING = frozenset("to that in of between on with eliminating banning limiting ever for under by against".split())
_LINKS = frozenset({"was", "is", "became", ",", "as", "remains", "remained"})
_LONGEST_PHRASE, _LONGEST_GAP, _STATE_REACH, _MOST_TREATIES = 9, 30, 10, 3


def fill_firsts(view: View, plain: str) -> Iterator[Filled]:
    """ "the first treaty to …", "the only agreement that …", "the first nuclear treaty."."""
    if view.said.isdisjoint(_RANKS):
        return
    for index, word in enumerate(view.words):
        if word not in _RANKS or not index or view.words[index - 1] not in _OPENERS:
            continue
        reach = range(index + 1, min(index + _LONGEST_PHRASE, view.length))
        noun = next((place for place in reach if view.words[place] in _NOUNS), None)
        treaty = _subject_of_first(view, index)
        if noun is None or treaty is None or not _is_told(view, index, noun):
            continue
        yield _filled(view, treaty, index, phrase_end(view, noun + 1) - 1, plain)


def _is_told(view: View, index: int, noun: int) -> bool:
    """Whether it is said of what kind it is the first: by adjectives before the noun or a phrase behind it."""
    if view.words[index] != "first" or set(view.words[noun + 1 : noun + 3]) & _TELLING:
        return noun + 1 < view.length
    return noun - index > 2 and not any(word in {",", "and", "of"} for word in view.words[index:noun])


def fill_first_states(view: View, plain: str) -> Iterator[Filled]:
    """ "the first country to ratify the treaty"."""
    if view.said.isdisjoint(_RANKS):
        return
    for index, word in enumerate(view.words):
        if word not in _RANKS or view.words[index + 1 : index + 2] not in _STATE_NOUNS:
            continue
        verb = next((p for p in view.predicates if 0 < p.first - index < _STATE_REACH and p.kind == "verb"), None)
        treaty = next(objects(view, verb.last), None) if verb and "to" in view.words[index : verb.first] else None
        if verb is not None and treaty is not None:
            state = next(iter(subject_actors(view, verb_group(view, verb), (MentionKind.PARTY,))), None)
            yield _filled(view, treaty, index, treaty.last, plain, state)


def tentative_firsts(view: View, plain: str) -> Iterator[Filled]:
    """ "Norway was the first to accept it", "the last treaty of its kind": whatever it is said of."""
    if view.said.isdisjoint(_RANKS):
        return
    for index, word in enumerate(view.words):
        if word in _RANKS and index and view.words[index - 1] in _OPENERS and _is_of_law(view, index):
            start, end = subject_start(view, index), phrase_end(view, index + 1)
            for treaty in candidate_treaties(view, index)[:_MOST_TREATIES]:
                yield _filled(view, treaty, start, max(index, end - 1), plain)


def _is_of_law(view: View, index: int) -> bool:
    """Whether a treaty or a state is the first, not a crisis or a year."""
    behind = view.words[index + 1 : index + _LONGEST_PHRASE]
    return behind[:1] == ("to",) or bool(set(behind) & (_NOUNS | _ACTORS))


def _filled(view: View, treaty: Mention, first: int, last: int, plain: str, state: Mention | None = None) -> Filled:
    frame = construction_frame("first")
    value = text_value(view, first, last, plain)
    party = party_of(state, plain) if state else None
    claim = Claim(frame.id, "first", treaty, value, view.span(first, last), view.sentence.span, party=party)
    return Filled(claim, first, last, first, frame)


def _subject_of_first(view: View, index: int) -> Mention | None:
    for mention in reversed(view.treaties):
        if mention.last < index:
            inner = view.words[mention.last + 1 : index - 1]
            if len(inner) < _LONGEST_GAP and set(inner) & _LINKS:
                return mention
            return None
    return None
