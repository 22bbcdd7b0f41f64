"""Verbs that tell what a treaty contains, beside those that are predicates of their own in every sentence.

They are common words ("gives", "makes", "leaves"), so they are looked for only where contents are asked for.
"""

from __future__ import annotations

from functools import cache

from treatycheck.claims.inflection import Form, inflect
from treatycheck.claims.predicates import Predicate, reads_as_noun
from treatycheck.claims.view import View
from treatycheck.relations import Frame, frame_by_id
from treatycheck.text.tokens import fold_all

_FRAMES = ("prohibits/verb", "prohibits/content", "prohibits/party")
_Verb = tuple[Form, tuple[str, ...], Frame]


@cache
def _verbs() -> dict[str, tuple[_Verb, ...]]:
    """First words to the verbs that begin with them, longer phrases first."""
    found: dict[str, list[_Verb]] = {}
    for frame in map(frame_by_id, _FRAMES):
        for phrase in frame.phrases:
            first, *rest = fold_all(phrase)
            for form, tag in inflect(first).items():
                found.setdefault(form, []).append((tag, tuple(rest), frame))
    return {word: tuple(sorted(verbs, key=lambda verb: -len(verb[1]))) for word, verbs in found.items()}


def content_verbs(view: View) -> tuple[Predicate, ...]:
    """The verbs of contents in a sentence outside the names of treaties."""
    return view.once(_found)


def _found(view: View) -> tuple[Predicate, ...]:
    verbs = _verbs()
    if view.said.isdisjoint(verbs):
        return ()
    named = (mention for mention in view.treaties if not mention.detail)
    taken = {index for mention in named for index in range(mention.first, mention.last + 1)}
    found = (_at(view, index) for index, word in enumerate(view.words) if word in verbs and index not in taken)
    return tuple(predicate for predicate in found if predicate is not None)


def with_content_verbs(view: View) -> View:
    """The sentence with its verbs of contents among its predicates, in order."""
    return view.once(_widened) if content_verbs(view) else view


def _widened(view: View) -> View:
    taken = {index for other in view.predicates for index in range(other.first, other.last + 1)}
    found = [predicate for predicate in content_verbs(view) if predicate.first not in taken]
    if not found:
        return view
    return view.with_predicates(tuple(sorted((*view.predicates, *found), key=lambda other: other.first)))


def _at(view: View, index: int) -> Predicate | None:
    """The longest verb that begins at a token, with all frames that list it."""
    matching = [verb for verb in _verbs()[view.words[index]] if _follows(view, index, verb[1])]
    if not matching:
        return None
    form, rest, _ = matching[0]
    frames = tuple(frame for tag, words, frame in matching if words == rest and tag is form)
    predicate = Predicate("verb", index, index + len(rest), form, frames)
    return None if reads_as_noun(view.words, predicate, False) else predicate


def _follows(view: View, index: int, rest: tuple[str, ...]) -> bool:
    return view.words[index + 1 : index + 1 + len(rest)] == rest
