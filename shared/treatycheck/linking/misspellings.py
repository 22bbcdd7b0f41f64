"""Proper names around a noun such as "Treaty" that no listed name covers: misspelt or unknown treaties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from treatycheck.linking.treaty_names import GENERIC, LINKS, TreatyNames
from treatycheck.mentions.entities import lexicon
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.model import MatchMethod, Mention, MentionKind, Span, Token
from treatycheck.values.calendar_words import MONTH_NUMBERS

NUMERAL = re.compile(r"(?:[ivx]{1,4}|\d{1,2})")
_OPENERS = frozenset(
    "if when while although though because after before since once until as whether under by for with from both each "
    "our their his her no any all another however and but so yet he she it they we i".split()
)
_FUZZY_FLOOR = 88.0
_WORD_FLOOR = 80.0


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


def unlisted_names(
    tokens: Sequence[Token], keys: Sequence[str], mentions: Sequence[Mention], names: TreatyNames
) -> list[Mention]:
    """Proper names around a noun such as "Treaty" that no listed name covers: misspelt or unknown."""
    covered = {index for mention in mentions for index in range(mention.first, mention.last + 1)}
    found: list[Mention] = []
    for noun, token in enumerate(tokens):
        if noun in covered or token.lower not in GENERIC:
            continue
        start, end = _name_around(tokens, noun, covered)
        if end - start < 2:
            continue
        found.append(_misspelt(tokens, keys, start, end, noun, names))
        covered.update(range(start, end))
    return found


def _name_around(tokens: Sequence[Token], noun: int, covered: set[int]) -> tuple[int, int]:
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
    if token.lower == "the" or (index == 0 and token.lower in _OPENERS):
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


def _guarded(words: str) -> set[str]:
    """The words that a misspelling may not change: numerals, "new", the nouns."""
    return {
        word
        for word in words.split()
        if NUMERAL.fullmatch(word) or word in {"new", "north", "south"} or word in GENERIC
    }


def _own_words(name: str) -> list[str]:
    return [word for word in name.split() if word not in GENERIC | LINKS]


def _same_words(words: str, name: str) -> bool:
    """Each word of its own is a misspelling of one in the name; a short or known one is not misspelt."""
    from rapidfuzz import fuzz

    own, listed = _own_words(words), _own_words(name)
    for word in own:
        best = max((fuzz.ratio(word, other) for other in listed), default=0.0)
        if best < _WORD_FLOOR or (best < 100 and (word in _known_places() or (len(own) == 1 and len(word) < 8))):
            return False
    return len(own) >= len(listed) - 1


def is_of_a_place(name: str) -> bool:
    """Whether a name holds a place's: "Treaty of Paris"."""
    return not _known_places().isdisjoint(name_keys(name))


@cache
def _known_places() -> frozenset[str]:
    return frozenset(key for name in lexicon().place_names for key in name_keys(name))


def _misspelt(
    tokens: Sequence[Token], keys: Sequence[str], start: int, end: int, noun: int, names: TreatyNames
) -> Mention:
    # most texts misspell no treaty, and the import takes a quarter of what that of the whole pipeline takes
    from rapidfuzz import fuzz, process

    for left, right in ((start, end), (start, noun + 1), (noun, end)):
        words = " ".join(key for key in keys[left:right] if key not in {"-", "the"})
        if len(words) < 12:
            continue
        match = process.extractOne(words, names.fuzzy_names, scorer=fuzz.ratio, score_cutoff=_FUZZY_FLOOR)
        if match and _guarded(match[0]) == _guarded(words) and _same_words(words, match[0]):
            return treaty_mention(tokens, left, right, names.fuzzy_treaty(match[2]), MatchMethod.FUZZY, match[1] / 100)
    return treaty_mention(tokens, start, end, "", MatchMethod.NAME, 0.0)
