"""The treaty that a common noun says again: "X is an accord that …", "X, an accord to …", "the pact, known as X"."""

from __future__ import annotations

from treatycheck.claims.inflection import Form
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.subjects import subject_treaty
from treatycheck.claims.verb_groups import COPULAS, VerbGroup, verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, BE, DETERMINER, PREPOSITION, RELATIVE, is_adverb
from treatycheck.linking.descriptions import DESCRIPTION
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Mention

HEADS = GENERIC | {"instrument", "text"}
_OPENERS = frozenset({"that", "which", "to"})
_LINKS = frozenset(
    {",", "is", "was", "are", "were", "be", "been", "as", "became", "remains", "(", ")", "\u2014", "\u2013", "-"}
)
_NAMING = frozenset(
    ", ( - \u2013 \u2014 known as called dubbed better formally officially the or commonly now popularly also "
    "entitled".split()
)
_LONGEST_TAIL, _LONGEST_PHRASE, _LONGEST_LINK = 10, 9, 4
_CLAUSE_ENDS = RELATIVE | AUXILIARY | {";", ":", "."}
_PHRASE_ENDS = PREPOSITION | AUXILIARY | {",", "(", ")", "and"}
_EQUATING = BE | COPULAS


def treaty_of_head(view: View, predicate: Predicate, group: VerbGroup) -> Mention | None:
    """The treaty that is said of by a clause, over the noun "treaty", "accord", … that the clause modifies."""
    head = head_before(view, predicate, group)
    if head is None:
        return None
    own = view.mention_at(view.treaties, head)
    if own is not None:
        return named_by(view, own)
    return _named_around(view, _phrase_start(view, head)) or _linked_behind(view, group.first)


def named_by(view: View, treaty: Mention) -> Mention:
    """The named treaty of which a description is said: "the Ottawa Treaty is an accord", "an accord, known as …"."""
    if not treaty.detail:
        return treaty
    same = next((other for other in view.treaties if other.value == treaty.value and not other.detail), None)
    described = treaty.detail == DESCRIPTION
    return same or (_named_around(view, treaty.first) if described else None) or treaty


def _named_around(view: View, first: int) -> Mention | None:
    return _linked_before(view, first) or _subject_of_copula(view, first)


def head_before(view: View, predicate: Predicate, group: VerbGroup) -> int | None:
    """The noun "treaty", "accord", … that a relative clause, participle or infinitive modifies."""
    index = group.first - 1
    if index < 0:
        return None
    if view.words[index] in _OPENERS:
        index -= 1
    elif not (predicate.form is Form.GERUND or group.infinitive or (group.passive and not group.auxiliary)):
        return None
    if index >= 0 and view.words[index] == ",":
        index -= 1
    lowest = max(-1, index - _LONGEST_TAIL)
    while index > lowest:
        word = view.words[index]
        if word in HEADS:
            return index
        if word in _CLAUSE_ENDS:
            return None
        index -= 1
    return None


def _phrase_start(view: View, head: int) -> int:
    index = head
    while index > 0 and head - index < _LONGEST_PHRASE:
        word = view.words[index - 1]
        if word in DETERMINER:
            return index - 1
        if word in _PHRASE_ENDS or view.mention_at(view.treaties, index - 1):
            break
        index -= 1
    return index


def _linked_before(view: View, first: int) -> Mention | None:
    """ "X is a …", "X (1971), a …": the treaty that the noun phrase at a token is said of."""
    index = first - 1
    steps = 0
    while index >= 0 and steps < _LONGEST_LINK:
        mention = view.mention_at(view.treaties, index)
        if mention is not None:
            return mention if steps else None
        word = view.words[index]
        if not (word in _LINKS or is_adverb(word) or word.isdigit()):
            return None
        index -= 1
        steps += 1
    return None


def _subject_of_copula(view: View, first: int) -> Mention | None:
    """ "X, signed by A and B in 1971, was a …"."""
    index = first - 1
    while index >= 0 and is_adverb(view.words[index]):
        index -= 1
    if index < 0 or view.words[index] not in _EQUATING:
        return None
    copula = Predicate("verb", index, index, Form.PAST, ())
    return subject_treaty(view, copula, verb_group(view, copula))


def _linked_behind(view: View, start: int) -> Mention | None:
    """ "the convention banning mines, known as the Ottawa Treaty": the name behind the clause."""
    for mention in view.treaties:
        if mention.first <= start or mention.detail:
            continue
        gap = 0
        index = mention.first - 1
        while index > start and view.words[index] in _NAMING:
            index -= 1
            gap += 1
        marks = set(view.words[index + 1 : mention.first])
        return mention if gap and marks & {",", "(", "-", "\u2013", "\u2014", "known", "called", "dubbed"} else None
    return None
