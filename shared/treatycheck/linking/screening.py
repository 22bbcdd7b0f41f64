"""Tells at once, from the set of its words, that a text can name no treaty.

Most articles of an archive speak of none. A text is read on where it holds a noun such as "treaty", or all words of
a name that does without one, in the capitals that such a name needs. What is screened out would have had no mention
of a treaty; the reverse does not hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from treatycheck.data.tables import Tables, TablesWriter
from treatycheck.mentions.gazetteer import name_keys, word_key
from treatycheck.model import Token
from treatycheck.text.tokens import HIDDEN, LETTER, fold

_WORD = re.compile(rf"(?:{LETTER}|\d)+")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}")
# marks inside words, for which the whole tokenizer is needed
_MARKED = re.compile(f"[\u0300-\u036f\u064b-\u065f{HIDDEN}]")
_TO_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}
_YEAR_IN_BRACKETS = re.compile(r"\(\s*\d{4}\s*\)")
_LEAST_LETTERS = 3
_NUMERALS = frozenset("i ii iv v vi ix".split())


class Screen:
    """The words of names: nouns that tell a name; by one of their words the names without a noun, all in capitals, in
    small letters but for the first, or in any; and names that count only before a year in brackets."""

    def __init__(self, tables: Tables, nouns: Set[str]) -> None:
        self._nouns = nouns
        self._places = tables.texts("screen.words").places()
        self._needs = tables.texts("screen.needs")

    def passes(self, plain: str) -> bool:
        """Whether a plain text may name a treaty of the names, or describe one."""
        words = _words(plain)
        if words is None or not self._nouns.isdisjoint(words.any):
            return True
        bracketed = _YEAR_IN_BRACKETS.search(plain) is not None
        found = self._places.keys() & words.any
        return any(need.is_met(words, bracketed) for word in found for need in self._needs_at(self._places[word]))

    def _needs_at(self, place: int) -> list[Need]:
        told = json.loads(self._needs[place])
        return [
            Need(frozenset(upper), frozenset(capital), frozenset(rest), mark) for upper, capital, rest, mark in told
        ]


class Need(NamedTuple):
    """What must stand in a text for a name to be found: words in capitals, words with a capital, words, a year in
    brackets."""

    upper: frozenset[str]
    capital: frozenset[str]
    any: frozenset[str]
    bracket: bool = False

    def is_met(self, words: Words, bracketed: bool) -> bool:
        """Whether the words of a text hold all of them."""
        told = self.upper <= words.upper and self.capital <= words.capital and self.any <= words.any
        return told and (bracketed or not self.bracket)


class Words(NamedTuple):
    """The keys of a text's words: of those all in capitals, of those with a capital, of all."""

    upper: frozenset[str]
    capital: frozenset[str]
    any: frozenset[str]


def add_screen(writer: TablesWriter, nouns: Set[str], needs: Iterable[Need]) -> None:
    """Writes the needs of a screen, each by its longest word."""
    names: dict[str, set[str]] = {}
    for need in needs:
        every = need.upper | need.capital | need.any
        if nouns.isdisjoint(every):
            told = (*map(sorted, (need.upper, need.capital, need.any)), need.bracket)
            names.setdefault(max(every, key=lambda word: (len(word), word)), set()).add(json.dumps(told))
    writer.add_texts("screen.words", sorted(names))
    writer.add_texts("screen.needs", (f"[{','.join(sorted(names[word]))}]" for word in sorted(names)))


def need_of(name: str, *, upper: bool, capital: bool, small: Set[str] = frozenset(), bracket: bool = False) -> Need:
    """What a name needs: its first word all in capitals, or each word with a capital but those of `small`.

    Other short words and figures are left out: a token may be split where a word is not, as in "5km".
    """
    keys = [key for key in name_keys(name) if key not in small]
    plain = {key for key in keys if _WORD.fullmatch(key)}
    every = plain | {part for key in keys for part in _WORD.findall(key) if "'" in key}
    told = {
        word for word in every if word in _NUMERALS or (len(word) >= _LEAST_LETTERS and not word.isdigit())
    } or every
    first = next((key for key in keys if key[0].isalpha()), "")
    in_capitals = {first} & told & plain if upper else set()
    with_capital = {word for word in told & plain if word.isascii() and word[0].isalpha()} if capital else set()
    rest = told - in_capitals - with_capital
    return Need(frozenset(in_capitals), frozenset(with_capital), frozenset(rest), bracket)


def _words(plain: str) -> Words | None:
    """The words of a text, None where they take the whole tokenizer."""
    if plain.isascii():
        raw = set(plain.translate(_TO_SPACES).split())
    elif _MARKED.search(plain):
        return None
    else:
        raw = set(_WORD.findall(plain))
    raw.update(_DOTTED.findall(plain))
    keys = [(word, word_key(Token(word, fold(word), 0, 0))) for word in raw]
    return Words(
        frozenset(key for word, key in keys if word.replace(".", "").isupper()),
        frozenset(key for word, key in keys if word[0].isupper()),
        frozenset(key for _, key in keys),
    )
