"""Whose a noun is: "America's withdrawal", "the ratification of the treaty by the Senate", "its accession"."""

from __future__ import annotations

from treatycheck.claims.actor_lists import actors, list_from
from treatycheck.claims.clauses import actor_ending_at
from treatycheck.claims.governing import is_governed
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import DETERMINER, PLAIN_AUXILIARY, PREPOSITION, RELATIVE
from treatycheck.model import Mention, MentionKind

_LONGEST_NOUN_PHRASE, _SUBJECT_GAP = 12, 3
_PHRASE_ENDS = PREPOSITION | {",", ";", ".", "("} | PLAIN_AUXILIARY
_CLAUSE_ENDS = RELATIVE | {",", ";"} | PLAIN_AUXILIARY


def possessor(view: View, predicate: Predicate) -> Mention | None:
    """Whose noun it is: "the U.S. withdrawal", "Russia's suspension", "withdrawal of the United States"."""
    words = view.words
    index = predicate.first - 1
    steps = 0
    while index >= 0 and steps < 4:
        actor = actor_ending_at(view, index)
        if actor is not None:
            return actor
        if words[index] in _PHRASE_ENDS:
            break
        index -= 1
        steps += 1
    after = predicate.last + 1
    if after < len(words) and words[after] in {"of", "by"}:
        listed = list_from(view, after + 1, (MentionKind.PARTY, MentionKind.PERSON))
        if listed and listed[0].first - after < 5:
            return listed[0]
    return _agent_behind(view, after) or _subject_of_verb_before(view, predicate)


def _agent_behind(view: View, start: int) -> Mention | None:
    """ "the ratification of the treaty by the Senate": the actor behind "by", the treaty passed over."""
    for index in range(start, min(start + _LONGEST_NOUN_PHRASE, len(view.words))):
        if view.words[index] == "by":
            listed = list_from(view, index + 1, (MentionKind.PARTY, MentionKind.PERSON))
            return listed[0] if listed else None
        if view.words[index] in _CLAUSE_ENDS:
            return None
    return None


def _subject_of_verb_before(view: View, predicate: Predicate) -> Mention | None:
    """ "completed ratification of": whoever does what is done with the noun."""
    index = predicate.first - 1
    while index > 0 and view.words[index] in DETERMINER:
        index -= 1
    if index < 1 or not view.words[index].endswith("ed"):
        return None
    before = [m for m in actors(view, (MentionKind.PARTY, MentionKind.PERSON)) if m.last < index]
    near = [m for m in before if not is_governed(view, m) and index - m.last <= _SUBJECT_GAP]
    return near[-1] if near else None


def owner_by_pronoun(view: View, predicate: Predicate) -> Mention | None:
    """ "announced its withdrawal": the subject that "its" or "their" stands for."""
    if predicate.first == 0 or not any(
        word in {"its", "their", "his", "her"} for word in view.words[max(0, predicate.first - 3) : predicate.first]
    ):
        return None
    before = [m for m in actors(view, (MentionKind.PARTY, MentionKind.PERSON)) if m.last < predicate.first]
    free = [m for m in before if not is_governed(view, m)]
    others = [m for m in before if free and m.first > free[-1].last and m.candidates != free[-1].candidates]
    return free[-1] if free and not any(mention.detail == "demonyms" for mention in others) else None
