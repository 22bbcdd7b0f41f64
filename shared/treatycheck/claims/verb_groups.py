"""A predicate with the words that carry its voice and mood."""

from __future__ import annotations

from typing import NamedTuple

from treatycheck.claims.clauses import actor_ending_at
from treatycheck.claims.governing import before_aside, list_is_governed
from treatycheck.claims.inflection import Form
from treatycheck.claims.objects import objects
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, BE, DETERMINER, HAVE, PREPOSITION, PRONOUN, is_adverb
from treatycheck.model import Mention

SCHEDULING = frozenset({"due", "set", "scheduled", "slated", "bound", "meant", "supposed"})
COPULAS = frozenset({"remain", "remains", "remained", "become", "becomes", "became", "considered", "stay", "stays"})
_BASE_TOO = frozenset({"come", "become", "run"})
_ENDING = frozenset({"to", "ceased", "ceases", "cease"})
_STATUS_WORDS = frozenset({"state", "full", "original", "founding", "legally", "not", "considered", "as", "states"})
_BEFORE_STATUS = AUXILIARY | COPULAS | DETERMINER | _STATUS_WORDS | _ENDING


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: `first` is the leftmost of them; `passive` also for participles."""

    first: int
    passive: bool
    auxiliary: bool
    infinitive: bool
    singular: bool = False
    by_being: bool = False


def group_of(view: View, predicate: Predicate, kind: str) -> VerbGroup:
    """The words around a predicate of a frame of some kind; a noun stands alone."""
    if kind == "verb":
        return verb_group(view, predicate)
    if kind == "adjective":
        return adjective_group(view, predicate)
    return VerbGroup(predicate.first, False, False, False)


def verb_group(view: View, predicate: Predicate) -> VerbGroup:
    """The auxiliaries, adverbs and negations that stand before a verb."""
    return view.once(_verb_group, predicate)


def _verb_group(view: View, predicate: Predicate) -> VerbGroup:
    words = view.words
    index = predicate.first
    found_be = found_auxiliary = False
    infinitive = False
    nearest = ""
    while index > 0:
        word = words[index - 1]
        if word in AUXILIARY:
            found_auxiliary = True
            if word in BE and not nearest:
                found_be = True
            nearest = nearest or word
        elif word == "to" and (_may_be_infinitive(words[index], predicate.form) or words[index] in {"be", "have"}):
            infinitive = True
        elif (word in SCHEDULING and infinitive) or word == "n't" or (is_adverb(word) and index > 1):
            pass
        else:
            break
        index -= 1
    while index < predicate.first and is_adverb(words[index]) and words[index] not in {"not", "never"}:
        index += 1
    participle = predicate.form in {Form.PAST_OR_PARTICIPLE, Form.PARTICIPLE}
    reduced = participle and not found_auxiliary and _looks_reduced(view, predicate, index)
    return VerbGroup(
        index,
        participle and (found_be or reduced),
        found_auxiliary,
        infinitive and not found_auxiliary,
        predicate.form is Form.PRESENT or nearest in {"is", "was", "has"},
        found_be and not infinitive,
    )


def _may_be_infinitive(word: str, form: Form | None) -> bool:
    """A base form; "come", "become" and "run" are participles as well."""
    return form is Form.BASE or (form is Form.PARTICIPLE and word in _BASE_TOO)


def adjective_group(view: View, predicate: Predicate) -> VerbGroup:
    """The copula, negation and determiners before an adjective or predicate noun: "is not a party to"."""
    words = view.words
    index = predicate.first
    verb = False
    while index > 0:
        word = words[index - 1]
        verb = verb or word in BE or word in COPULAS
        if not (word in _BEFORE_STATUS or is_adverb(word)):
            break
        if actor_ending_at(view, index - 1) is not None:
            break
        index -= 1
    return VerbGroup(index, True, verb, False)


def _looks_reduced(view: View, predicate: Predicate, first: int) -> bool:
    """A participle without auxiliary ("signed in 1987 by …") against a past tense with its object."""
    words = view.words
    if first > 1 and words[first - 1] in {"it", "them"} and words[first - 2] in HAVE:
        return False
    if predicate.form is Form.PARTICIPLE:
        return True
    if _is_of_state_before(view, first):
        return False
    after = predicate.last + 1
    following = words[after] if after < len(words) else "."
    if following != "by" and _has_subject(view, predicate, first):
        return False
    if following in PREPOSITION and following not in {"to"}:
        subject = actor_ending_at(view, first - 1) if first else None
        return subject is None or following == "by" or _object_ahead(view, predicate) is None
    if following in {",", ".", ")", ";"} or not following[0].isalnum():
        return True
    if view.mention_at(view.dates, after) is not None or following.isdigit():
        return True
    return (
        first > 0
        and words[first - 1] in {",", "("}
        and following not in DETERMINER
        and _object_ahead(view, predicate) is None
    )


def _is_of_state_before(view: View, first: int) -> bool:
    """ "Israel (signed in 1993, not ratified)": what a list tells of a state."""
    state = actor_ending_at(view, first - 2) if first > 1 and view.words[first - 1] == "(" else None
    return state is not None and state.detail == "name" and not list_is_governed(view, state)


def _has_subject(view: View, predicate: Predicate, first: int) -> bool:
    """Whether an actor stands right before a verb, or before an aside, so that the verb is no participle."""
    subject = actor_ending_at(view, first - 1) if first else None
    if subject is not None:
        return not list_is_governed(view, subject)
    if first and view.words[first - 1] in PRONOUN:
        return True
    distant = before_aside(view, first - 1, view.parties)
    if distant is None or any(distant.last < mention.first < first for mention in view.treaties):
        return False
    return not _main_verb_behind(view, predicate.last + 1)


def _main_verb_behind(view: View, start: int) -> bool:
    """Whether a verb that nothing joins to the one before stands in the rest of the clause."""
    for index in range(start, view.length):
        word = view.words[index]
        if word in {";", ":", "and", "but", "while", "when", "although", "which", "that"}:
            return False
        if word in AUXILIARY or view.has_verb_at(index):
            return True
    return False


def _object_ahead(view: View, predicate: Predicate) -> Mention | None:
    return next(objects(view, predicate.last), None)
