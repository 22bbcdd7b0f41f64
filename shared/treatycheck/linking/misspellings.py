"""Proper names around a noun such as "Treaty" that no listed name covers: misspelt or unknown treaties."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from treatycheck.linking.misspelt_nouns import further_nouns, misspelt_nouns
from treatycheck.linking.titles import MARKS, OPENERS, may_go_on, title_runs
from treatycheck.linking.treaty_names import GENERIC, LINKS, SINGULARS, TreatyNames
from treatycheck.mentions.entities import words_of_places
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.model import MatchMethod, Mention, MentionKind, Span, Token
from treatycheck.values.calendar_words import MONTH_NUMBERS

NUMERAL = re.compile(r"(?:[ivx]{1,4}|\d{1,2})")
AMENDING = frozenset({"protocol", "protocols", "amendment", "amendments", "annex", "addendum"})
# a shorter span is no misspelt name
_LEAST_LETTERS = 8


@cache
def nouns_in_capitals() -> frozenset[str]:
    """What tells a name that may be misspelt, in capitals, where it has no noun of `GENERIC`."""
    return frozenset((*SINGULARS, *misspelt_nouns(), *further_nouns()))


def treaty_mention(
    tokens: Sequence[Token],
    start: int,
    end: int,
    value: str,
    method: MatchMethod,
    score: float,
    candidates: tuple[str, ...] = (),
) -> Mention:
    """The mention of a treaty at the tokens from `start` to before `end`."""
    span = Span(tokens[start].start, tokens[end - 1].end)
    text = " ".join(token.text for token in tokens[start:end])
    return Mention(MentionKind.TREATY, span, start, end - 1, value, text, method, score, candidates)


def with_unlisted_names(
    tokens: tuple[Token, ...], keys: Sequence[str], mentions: Sequence[Mention], names: TreatyNames
) -> tuple[Mention, ...]:
    """The mentions with proper names around a noun such as "Treaty" that no listed name covers: misspelt or unknown.

    A misspelt name takes the place of a listed one that is only a part of it.
    """
    found = {mention.first: mention for mention in mentions}
    covered = {index: mention for mention in mentions for index in _indexes(mention)}
    tried: set[tuple[int, int]] = set()
    for noun, token in enumerate(tokens):
        known = token.lower in GENERIC
        if not known and not (token.text[0].isupper() and token.lower in nouns_in_capitals()):
            continue
        held = covered.get(noun)
        if held and held.value and not may_go_on(tokens, held):
            continue
        mention = _misspelt(tokens, keys, noun, covered, tried, names)
        if mention is None and known and noun not in covered:
            start, end = _name_around(tokens, noun, covered)
            if end - start >= 2:
                mention = treaty_mention(tokens, start, end, "", MatchMethod.NAME, 0.0)
        if mention is not None:
            for other in _held(covered, mention.first, mention.last + 1):
                del found[other.first]
            found[mention.first] = mention
            covered.update(dict.fromkeys(_indexes(mention), mention))
    return tuple(found[first] for first in sorted(found))


def _indexes(mention: Mention) -> range:
    return range(mention.first, mention.last + 1)


def _held(covered: Mapping[int, Mention], start: int, end: int) -> list[Mention]:
    """The mentions that stand between two tokens, each once."""
    return list({held.first: held for index in range(start, end) if (held := covered.get(index))}.values())


def _misspelt(
    tokens: Sequence[Token],
    keys: Sequence[str],
    noun: int,
    covered: Mapping[int, Mention],
    tried: set[tuple[int, int]],
    names: TreatyNames,
) -> Mention | None:
    """The misspelt name around a noun, where it is more than the names that were found there, in runs not yet tried."""
    for start, end in title_runs(tokens, noun):
        if (start, end) in tried:
            continue
        tried.add((start, end))
        inside = _held(covered, start, end)
        told = [key for key in keys[start:end] if key not in MARKS]
        if sum(map(len, told)) < _LEAST_LETTERS or not _is_more(tokens, start, end, inside, names):
            continue
        like = names.fuzzy.nearest(told)
        if like is None:
            continue
        treaty = names.ids[like.treaty]
        if any(mention.value == treaty for mention in inside) or amending_noun(tokens, start) is not None:
            return None
        return treaty_mention(tokens, start, end, treaty, MatchMethod.FUZZY, 1.0 - like.cost / 10)
    return None


def _is_more(tokens: Sequence[Token], start: int, end: int, inside: Sequence[Mention], names: TreatyNames) -> bool:
    """Whether a run takes in the known names found there, and a word more than each that is listed so."""
    for mention in inside:
        first = mention.first + (tokens[mention.first].lower == "the")
        if first < start or end <= mention.last:
            return False
        further = (*tokens[start:first], *tokens[mention.last + 1 : end])
        listed = mention.value or further or names.gazetteer.get(" ".join(token.text for token in tokens[start:end]))
        if listed and all(token.text[0].islower() for token in further):
            return False
    return True


def amending_noun(tokens: Sequence[Token], start: int) -> int | None:
    """Index of "Protocol" in "the Optional Protocol to the …": another treaty than the one named behind it."""
    index = start - 1
    if index >= 0 and tokens[index].lower == "the":
        index -= 1
    if index < 1 or tokens[index].lower != "to":
        return None
    index -= 1
    if NUMERAL.fullmatch(tokens[index].lower) and index:
        index -= 1
    return index if tokens[index].lower in AMENDING else None


def _name_around(tokens: Sequence[Token], noun: int, covered: Collection[int]) -> tuple[int, int]:
    start = noun
    while start > 0 and noun - start < 9 and start - 1 not in covered and _leads_name(tokens, start - 1):
        start -= 1
    while start < noun and (tokens[start].lower in LINKS or tokens[start].text == "-"):
        start += 1
    end = noun + 1
    if tokens[noun].text[0].isupper():
        while end < len(tokens) and end - noun < 12 and end not in covered and _part_of_name(tokens[end]):
            end += 1
        while end > noun + 1 and (tokens[end - 1].lower in LINKS or tokens[end - 1].text == "-"):
            end -= 1
    return start, end


def _leads_name(tokens: Sequence[Token], index: int) -> bool:
    """A word before the noun that may belong to its name; what opens a sentence must be no function word."""
    token = tokens[index]
    if token.lower == "the" or (index == 0 and token.lower in OPENERS):
        return False
    return _part_of_name(token)


def _part_of_name(token: Token) -> bool:
    return (
        (
            token.text[0].isupper()
            and token.text.isalpha()
            and token.lower not in {"in", "on", "a", "its", "this", "that", "the", *MONTH_NUMBERS}
        )
        or token.text == "-"
        or (token.lower in LINKS and token.text.islower())
    )


def is_of_a_place(name: str) -> bool:
    """Whether a name holds a place's: "Treaty of Paris"."""
    return not words_of_places().isdisjoint(name_keys(name))
