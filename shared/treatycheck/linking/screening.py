"""Tells from the set of its words whether and where a text can name a treaty.

Most articles of an archive speak of none. A text is read on where it holds a noun such as "treaty", or all words of
a name that does without one, in the capitals that such a name needs. What is screened out would have had no mention
of a treaty, but for misspelt names without such a noun; the reverse does not hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from treatycheck.data.tables import Tables, TablesWriter
from treatycheck.linking.spellings import Spellings, Telling, is_in_capitals, spellings_of
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.text.tokens import LETTER

_WORD = re.compile(rf"(?:{LETTER}|\d)+")
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

    def telling(self, plain: str) -> Telling | None:
        """What tells where a plain text may name a treaty of the names or describe one; None where it does nowhere."""
        spellings = spellings_of(plain)
        words = [word for key, spelt in spellings.by_key.items() if key in self._nouns for word in spelt]
        bracketed = _YEAR_IN_BRACKETS.search(plain) is not None
        for key in self._places.keys() & spellings.by_key.keys():
            met = [need for need in self._needs_at(self._places[key]) if need.is_met(spellings, bracketed)]
            words.extend(word for word in spellings.by_key[key] if any(need.admits(key, word) for need in met))
        return Telling(spellings, words) if words or spellings.marked else None

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

    def is_met(self, words: Spellings, bracketed: bool) -> bool:
        """Whether the words of a text hold all of them."""
        told = self.any <= words.by_key.keys() and (bracketed or not self.bracket)
        return told and all(map(words.in_capitals, self.upper)) and all(map(words.with_capital, self.capital))

    def admits(self, key: str, word: str) -> bool:
        """Whether one of its words may be so written."""
        if key in self.upper:
            return is_in_capitals(word)
        return word[0].isupper() or key not in self.capital


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
