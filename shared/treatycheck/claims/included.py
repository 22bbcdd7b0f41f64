"""Parties named as examples: "nine states, among them India", "all members but Italy", "two remain: Iran and Egypt"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.actor_lists import list_from
from treatycheck.claims.controllers import STATE_NOUNS
from treatycheck.claims.ellipsis import Antecedent, antecedent
from treatycheck.claims.frames import Filled
from treatycheck.claims.values import NO_VALUE, party_of, values_of
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, RELATIVE, is_adverb
from treatycheck.model import Claim, Mention, MentionKind

_EXAMPLES = (
    ("including",),
    ("incl.",),
    ("incl", "."),
    ("among", "them"),
    ("notably",),
    ("such", "as"),
    ("namely",),
    (":",),
)
_EXCEPTIONS = (
    ("except",),
    ("except", "for"),
    ("with", "the", "exception", "of"),
    ("bar",),
    ("but", "not"),
    ("but", "for"),
    ("apart", "from"),
    ("save",),
)
_FIRST_WORDS = frozenset(words[0] for words in (*_EXAMPLES, *_EXCEPTIONS))
_COLLECTIVES = STATE_NOUNS | frozenset("others all most many several dozens eight nine ten none few some every".split())
_NAMED = frozenset({"name", "government"})
_BETWEEN = frozenset(', ( \u2014 \u2013 - the by so far in on since to date already all " \u201d or'.split())
_LONGEST_SUBJECT = 10


def fill_included(view: View, plain: str) -> Iterator[Filled]:
    """The claims of parties that are named as examples of, or exceptions from, those that did something."""
    if view.said.isdisjoint(_FIRST_WORDS):
        return
    for index in range(1, view.length - 1):
        if view.words[index] not in _FIRST_WORDS:
            continue
        examples = _length(view, index, _EXAMPLES)
        exceptions = _length(view, index, _EXCEPTIONS)
        opening = max(examples, exceptions)
        if not opening:
            continue
        named = _listed(view, index + opening)
        found = antecedent(view, index, "has", passive=True) if named else None
        if found is not None and _is_of_many(view, found, index):
            yield _filled(view, found, named, index, exceptions > examples, plain)


def _length(view: View, index: int, openings: tuple[tuple[str, ...], ...]) -> int:
    """How many words of an opening stand at a token; 0 for none."""
    return max((len(words) for words in openings if view.words[index : index + len(words)] == words), default=0)


def _listed(view: View, start: int) -> list[Mention]:
    """The states listed from a token on, where nothing but the list stands there."""
    while start < view.length and is_adverb(view.words[start]):
        start += 1
    named = list_from(view, start, (MentionKind.PARTY,))
    if not named or named[0].first > start + 1 or any(party.detail not in _NAMED for party in named):
        return []
    behind = view.words[named[-1].last + 1 : named[-1].last + 2]
    return [] if behind and (behind[0] == "'s" or behind[0] in AUXILIARY or behind[0] in RELATIVE) else named


def _is_of_many(view: View, found: Antecedent, index: int) -> bool:
    """Whether the act is one of several states, named before the verb, or behind "by", up to the examples."""
    before = view.words[max(0, found.first - _LONGEST_SUBJECT) : found.first]
    between = [place for place in range(found.last + 1, index) if not _is_passed_over(view, place)]
    agents = view.words[found.last + 1 : index] if "by" in view.words[found.last + 1 : index] else ()
    several = any(word in _COLLECTIVES or (word.isdigit() and len(word) < 4) for word in (*before, *agents))
    return several and not between


def _is_passed_over(view: View, place: int) -> bool:
    """What may stand between an act and its examples: the treaty, a date, how many."""
    word = view.words[place]
    if word in _BETWEEN or word in _COLLECTIVES or word.isdigit():
        return True
    return any(view.mention_at(mentions, place) is not None for mentions in (view.treaties, view.dates))


def _filled(view: View, found: Antecedent, named: list[Mention], index: int, excepted: bool, plain: str) -> Filled:
    single = named[0] if len(named) == 1 else None
    claim = Claim(
        rule=found.frame.id,
        relation=found.frame.without_value or found.frame.relation,
        treaty=found.treaty,
        value=NO_VALUE if single else values_of(named, plain),
        span=view.span(index, named[-1].last),
        sentence=view.sentence.span,
        party=party_of(single, plain) if single else None,
        negated=found.frame.negated != excepted,
    )
    return Filled(claim, index, named[-1].last, found.first, found.frame, found.verb)
