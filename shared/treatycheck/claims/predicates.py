"""Finds the words of frames in a sentence: verbs in all forms, nouns, adjectives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from treatycheck.claims.inflection import Form, inflect
from treatycheck.claims.words import ADJECTIVES_IN_ING, is_adverb
from treatycheck.relations import Frame, load_relations
from treatycheck.text.tokens import fold_all
from treatycheck.values.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS

_LONGEST_GAP = 6
# stands in a phrase for the noun that its words stand around: "put * on hold"
_OPEN = "*"
_GAP_ENDS = frozenset({",", ";", ":", ".", "(", ")", "and", "or", "but", "that", "which", "who"})
_FAR_PARTICLES = frozenset({"out", "back", "an"})
# what may stand before "to": "ceased on Sunday to be a party"
_TIME_WORDS = frozenset({*MONTH_NUMBERS, *WEEKDAY_NUMBERS, "on", "in", "last", "this", "year", "month", "week"})
_NOUN_MAKERS = frozenset({"the", "a", "an", "'s", "its", "their", "this", "of"})


class Predicate(NamedTuple):
    """Words of one phrase at tokens `first` to `last`, and all frames that list the phrase."""

    kind: str
    first: int
    last: int
    form: Form | None
    frames: tuple[Frame, ...]

    def __hash__(self) -> int:
        # the hash of all frames is slow, and few predicates begin at one word
        return self.first


class _Phrase(NamedTuple):
    kind: str
    form: Form | None
    rest: tuple[str, ...]
    needed: frozenset[str]
    frames: tuple[Frame, ...]


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """First words to the phrases that begin with them, longest first."""
    frames: dict[tuple[str, tuple[str, ...]], list[Frame]] = {}
    for relation in load_relations():
        for frame in relation.frames:
            for phrase in frame.phrases if frame.kind != "construction" else ():
                frames.setdefault((frame.kind, fold_all(phrase)), []).append(frame)
    compiled: dict[str, list[_Phrase]] = {}
    for (kind, words), owners in frames.items():
        forms: dict[str, Form | None] = dict(inflect(words[0])) if kind == "verb" else {words[0]: None}
        for form, tag in forms.items():
            compiled.setdefault(form, []).append(
                _Phrase(kind, tag, words[1:], frozenset(words[1:]) - {_OPEN}, tuple(owners))
            )
    return {word: tuple(sorted(found, key=_longest_first)) for word, found in compiled.items()}


def _longest_first(phrase: _Phrase) -> tuple[int, bool]:
    """Of two phrases with as many words, the one without a gap comes first."""
    gaps = phrase.rest.count(_OPEN)
    return gaps - len(phrase.rest), gaps > 0


def _end_around(words: Sequence[str], start: int, rest: tuple[str, ...], taken: Sequence[bool]) -> int | None:
    """Index of the last token of words around a noun; a treaty's name may be of any length."""
    opening = rest.index(_OPEN)
    index = start + 1 + opening
    if tuple(words[start + 1 : index]) != rest[:opening]:
        return None
    closing, gap = rest[opening + 1 :], 0
    while gap <= _LONGEST_GAP and index + len(closing) <= len(words):
        if not taken[index] and tuple(words[index : index + len(closing)]) == closing:
            return index + len(closing) - 1
        if not taken[index]:
            gap += 1
            if words[index] in _GAP_ENDS:
                return None
        index += 1
    return None


def _end_of(words: Sequence[str], start: int, phrase: _Phrase, taken: Sequence[bool]) -> int | None:
    """Index of the phrase's last token, adverbs or a short object passed over; None where it is not there."""
    rest = phrase.rest
    if not rest:
        return start
    if _OPEN in rest:
        return _end_around(words, start, rest, taken)
    latest = start + 1 + (_LONGEST_GAP if phrase.kind == "verb" else 0)
    index = start + 1
    while index <= latest and index + len(rest) <= len(words):
        if tuple(words[index : index + len(rest)]) == rest:
            return index + len(rest) - 1
        word = words[index]
        timed = rest[0] == "to" and (word in _TIME_WORDS or word.isdigit())
        split = phrase.kind == "verb" and rest[0] in _FAR_PARTICLES and word[0].isalpha()
        if not (is_adverb(word) or timed or split):
            return None
        index += 1
    return None


def find_predicates(words: Sequence[str], taken: Sequence[bool]) -> tuple[Predicate, ...]:
    """The predicates among a sentence's folded words, in order; words inside names are left alone."""
    found: list[Predicate] = []
    phrases = _phrases()
    free_from = 0
    said = frozenset(words)
    for start, word in enumerate(words):
        if word not in phrases or start < free_from or taken[start]:
            continue
        longest: dict[str, Predicate] = {}
        for phrase in phrases[word]:
            end = _end_of(words, start, phrase, taken) if phrase.needed <= said else None
            if end is not None and (phrase.kind not in longest or end > longest[phrase.kind].last):
                longest[phrase.kind] = Predicate(phrase.kind, start, end, phrase.form, phrase.frames)
        if "verb" in longest and reads_as_noun(words, longest["verb"], "noun" in longest):
            del longest["verb"]
        if longest:
            furthest = max(predicate.last for predicate in longest.values())
            found.extend(predicate for predicate in longest.values() if predicate.last == furthest)
            free_from = furthest + 1
    return tuple(found)


def reads_as_noun(words: Sequence[str], verb: Predicate, listed: bool) -> bool:
    """ "the signing of": a form in -ing or a base form that a determiner or "of" makes a noun."""
    before = words[verb.first - 1] if verb.first else ""
    behind = words[verb.last + 1] if verb.last + 1 < len(words) else ""
    if words[verb.first] in ADJECTIVES_IN_ING and verb.first == verb.last:
        return True
    if verb.form in {Form.BASE, Form.PRESENT}:
        return before in _NOUN_MAKERS
    return listed and (before in _NOUN_MAKERS or (verb.form is Form.GERUND and behind == "of"))
