"""Tells from the set of its words whether and where a text can name a treaty.

Most articles of an archive speak of none. A text is read on where it holds a noun such as "treaty", or all words of
a name that does without one, in the capitals that such a name needs. What is screened out would have had no mention
of a treaty, but for misspelt names without such a noun; the reverse does not hold.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from treatycheck.data.tables import Tables, TablesWriter
from treatycheck.linking.spellings import Spellings, Telling, is_in_capitals
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.text.tokens import LETTER

_WORD = re.compile(rf"(?:{LETTER}|\d)+")
_YEAR_IN_BRACKETS = re.compile(r"\(\s*\d{4}\s*\)")
_KEPT = 1024
_LEAST_LETTERS = 3
# so many needs of one word are looked through at each text that holds it
_FEW_NEEDS = 16
_NUMERALS = frozenset("i ii iv v vi ix".split())


class Screen:
    """The words of names: nouns that tell a name; by one of their words the names without a noun, all in capitals, in
    small letters but for the first, or in any; and names that count only before a year in brackets."""

    def __init__(self, tables: Tables, nouns: Set[str]) -> None:
        self._nouns = nouns
        self._kept_needs = lru_cache(_KEPT)(self._needs_at)
        self._places = tables.texts("screen.words").places()
        self._needs = tables.texts("screen.needs")

    def telling(self, plain: str) -> Telling | None:
        """What tells where a plain text may name a treaty of the names or describe one; None where it does nowhere."""
        spellings = Spellings(plain)
        bracketed = _YEAR_IN_BRACKETS.search(plain) is not None
        needs = [
            (key, need)
            for key in self._places.keys() & spellings.keys
            for need in self._kept_needs(self._places[key])
            if need.may_be_met(spellings.keys, bracketed)
        ]
        nouns = spellings.keys & self._nouns
        written = spellings.written(nouns.union(*(need.every for _, need in needs)))
        words = [word for noun in nouns for word in written[noun]]
        for key, need in needs:
            if need.is_met(written):
                words.extend(word for word in written[key] if need.admits(key, word))
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

    @property
    def every(self) -> frozenset[str]:
        return self.upper | self.capital | self.any

    def may_be_met(self, keys: Set[str], bracketed: bool) -> bool:
        """Whether the words of a text hold all of them, however they are written."""
        return (bracketed or not self.bracket) and all(held <= keys for held in self[:3])

    def is_met(self, written: Mapping[str, Sequence[str]]) -> bool:
        """Whether the words of a text, by key, are written as they must be."""
        in_capitals = all(any(map(is_in_capitals, written[key])) for key in self.upper)
        return in_capitals and all(any(word[0].isupper() for word in written[key]) for key in self.capital)

    def admits(self, key: str, word: str) -> bool:
        """Whether one of its words may be so written."""
        if key in self.upper:
            return is_in_capitals(word)
        return word[0].isupper() or key not in self.capital


def add_screen(writer: TablesWriter, nouns: Set[str], needs: Iterable[Need]) -> None:
    """Writes the needs of a screen, each by its longest word, or by a rarer one where many needs have that."""
    telling = {need: words for need in needs if nouns.isdisjoint(words := need.every)}
    counts = Counter(word for words in telling.values() for word in words)
    names: dict[str, set[str]] = {}
    for need, words in telling.items():
        told = (*map(sorted, (need.upper, need.capital, need.any)), need.bracket)
        key = max(words, key=lambda word: (-max(counts[word], _FEW_NEEDS), len(word), word))
        names.setdefault(key, set()).add(json.dumps(told))
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
