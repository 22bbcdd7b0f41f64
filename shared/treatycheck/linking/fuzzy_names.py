"""Names that are misspelt, lack a word or have their words in another order, found by the words that are right.

Numerals, years, "new" and its like, and nouns such as "Protocol" must be the same; short words and acronyms are never
misspelt; the name of a state or a place is neither misspelt nor left out. The words of a span lead to the names that
hold the rarest of them, or a word but for a letter like it; of these names the nearest one is meant, where no other
treaty's is as near.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from treatycheck.data.tables import Tables, TablesWriter
from treatycheck.linking.misspelt_nouns import misspelt_links, misspelt_nouns
from treatycheck.linking.treaty_names import GENERIC, LINKS
from treatycheck.mentions.entities import is_name
from treatycheck.text.slips import letters_off

NUMERAL = re.compile(r"(?:[ivx]{1,4}|\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_UNLIKE = frozenset({"new", "north", "south", "east", "west"})
# words as long may be misspelt: in a letter, in two, where nothing else tells the name
_LEAST_LETTERS, _LONG, _LEAST_ALONE = 5, 8, 6
# a name that lacks a word must have as many others, of so many letters together
_LEAST_WORDS, _LEAST_TOLD = 3, 12
_LACKS, _LETTER, _ORDER, _LEAD = 1.0, 0.5, 0.25, 0.4
# words that so many names hold tell none
_MOST_NAMES, _FEW = 4096, 128


class Likeness(NamedTuple):
    """The treaty whose name a span is like, how far off the span is, and how many words the name has."""

    treaty: int
    cost: float
    words: int


def is_guarded(word: str) -> bool:
    """Whether a word must be the same: numerals, years, "new" and its like, nouns such as "protocol"."""
    return word in _UNLIKE or word in GENERIC or bool(NUMERAL.fullmatch(word) or _YEAR.fullmatch(word))


class FuzzyNames:
    """The names that `add_fuzzy_names` wrote."""

    def __init__(self, tables: Tables) -> None:
        self._spelt = tables.texts("fuzzy.words")
        self._words = self._spelt.places()
        self._names = tables.lists("fuzzy.names")
        self._owners = tables.numbers("fuzzy.owners")
        self._holders = tables.lists("fuzzy.holders")
        self._hashes = tables.numbers("fuzzy.hashes")
        self._hashed = tables.numbers("fuzzy.hashed")

    def nearest(self, keys: Iterable[str]) -> Likeness | None:
        """The only treaty whose name the words of a span are like."""
        held = list(keys)
        right = [self._corrected(key) for key in held]
        slips = _LETTER * sum(key != word for key, word in zip(held, right, strict=True))
        sought = [word for word in right if word not in LINKS]
        near: dict[int, Likeness] = {}
        for row in self._rows(sought):
            likeness = self._likeness(sought, row, slips)
            if likeness and (likeness.treaty not in near or likeness.cost < near[likeness.treaty].cost):
                near[likeness.treaty] = likeness
        ranked = sorted(near.values(), key=lambda likeness: likeness.cost)
        plain = len(ranked) == 1 or (ranked and ranked[1].cost - ranked[0].cost > _LEAD)
        return ranked[0] if plain else None

    def _corrected(self, key: str) -> str:
        """A word, where it is a noun such as "treaty" or a small word, without the slip of a finger."""
        if key in self._words:
            return key
        return misspelt_nouns().get(key) or misspelt_links().get(key, key)

    def _rows(self, sought: Sequence[str]) -> Collection[int]:
        """The names that hold all the words that are right, and the rarest of those that may be misspelt."""
        telling = [numbers for word in sought if not is_guarded(word) and (numbers := self._numbers(word))]
        if not telling:
            return ()
        rarest = min(telling, key=self._count)
        if self._count(rarest) > _MOST_NAMES:
            return ()
        rows = {row for number in rarest for row in self._holders[number]}
        for numbers in sorted(telling, key=self._count):
            if len(rows) > _FEW and len(numbers) == 1 and self._spelt[numbers[0]] in sought:
                rows.intersection_update(self._holders[numbers[0]])
        return rows

    def _count(self, numbers: Sequence[int]) -> int:
        return sum(map(self._holders.length, numbers))

    def _numbers(self, word: str) -> tuple[int, ...]:
        """The word of names that a word is, or those that it misspells."""
        number = self._words.get(word)
        if number is not None:
            return (number,)
        return tuple({one for one in self._misspelt(word) if letters_off(word, self._spelt[one]) == 1})

    def _misspelt(self, word: str) -> Iterator[int]:
        if len(word) < _LEAST_LETTERS - 1:
            return
        for told in hashes_of(word):
            place = bisect_left(self._hashes, told)
            while place < len(self._hashes) and self._hashes[place] == told:
                yield self._hashed[place]
                place += 1

    def _likeness(self, sought: Sequence[str], row: int, slips: float) -> Likeness | None:
        """How far the words are from a name; None where they are not like it."""
        name = self._names[row]
        if not 0 <= len(name) - len(sought) <= 1:
            return None
        left = dict(enumerate(name))
        places: list[int] = []
        unlike: list[str] = []
        for word in sought:
            number = self._words.get(word)
            place = next((place for place, held in left.items() if held == number), None)
            if place is None:
                unlike.append(word)
            else:
                del left[place]
                places.append(place)
        letters = 0
        for word in unlike:
            place, off = self._nearest_word(word, left)
            if place is None:
                return None
            letters += off
            places.append(place)
            del left[place]
        told = [self._spelt[name[place]] for place in places]
        own = [word for word in told if not is_guarded(word)]
        ordered = len(unlike) > 0 or places == sorted(places)
        dated = any(map(_YEAR.fullmatch, told))
        if not self._tell(own, unlike, [self._spelt[number] for number in left.values()], ordered, dated):
            return None
        cost = _LACKS * len(left) + _LETTER * letters + _ORDER * (not ordered) + slips
        return Likeness(self._owners[row], cost, len(name))

    def _nearest_word(self, word: str, left: Mapping[int, int]) -> tuple[int | None, int]:
        """The place of the word of a name that a word misspells, and in how many letters."""
        if is_guarded(word) or is_name(word):
            return None, 0
        off = {place: letters_off(word, self._spelt[number]) for place, number in left.items()}
        place = min(off, key=off.__getitem__)
        # a word that some name holds may be another one: "toxic" for "toxin"
        most = min(_most_off(self._spelt[left[place]]), 1 if word in self._words else 2)
        return (place, off[place]) if off[place] <= most else (None, 0)

    def _tell(
        self, own: Sequence[str], unlike: Sequence[str], lacking: Sequence[str], ordered: bool, dated: bool
    ) -> bool:
        """Whether the words of its own that a span shares with a name are enough."""
        if any(is_guarded(word) or is_name(word) for word in lacking):
            return False
        if lacking:
            return len(own) >= _LEAST_WORDS and sum(map(len, own)) >= _LEAST_TOLD
        if len(own) != 1:
            return len(own) > sum(word in self._words for word in unlike)
        if unlike:
            return unlike[0] not in self._words and len(own[0]) >= _LEAST_ALONE - dated and own[0][0] == unlike[0][0]
        return ordered or len(own[0]) >= _LEAST_LETTERS


def _most_off(word: str) -> int:
    """How many letters of a word may be wrong."""
    if len(word) < _LEAST_LETTERS or is_guarded(word):
        return 0
    return 1 if len(word) < _LONG else 2


def hashes_of(word: str) -> set[int]:
    """A word and what is left of it without each of its letters: words a letter apart have one in common."""
    spelt = word.encode()
    return {crc32(spelt), *(crc32(spelt[:place] + spelt[place + 1 :]) for place in range(len(spelt)))}


def add_fuzzy_names(writer: TablesWriter, names: Sequence[tuple[tuple[str, ...], int]]) -> None:
    """Writes names by their words, each with its owner."""
    spelt = sorted({key for keys, _ in names for key in keys if key not in LINKS})
    words = {word: number for number, word in enumerate(spelt)}
    rows = [[words[key] for key in keys if key not in LINKS] for keys, _ in names]
    holders: list[list[int]] = [[] for _ in spelt]
    for row, held in enumerate(rows):
        for number in dict.fromkeys(held):
            if not is_guarded(spelt[number]):
                holders[number].append(row)
    long = (number for number, held in enumerate(holders) if held and len(spelt[number]) >= _LEAST_LETTERS)
    hashed = sorted((told, number) for number in long for told in hashes_of(spelt[number]))
    writer.add_texts("fuzzy.words", spelt)
    writer.add_lists("fuzzy.names", rows)
    writer.add_numbers("fuzzy.owners", (owner for _, owner in names))
    writer.add_lists("fuzzy.holders", holders)
    writer.add_numbers("fuzzy.hashes", (told for told, _ in hashed))
    writer.add_numbers("fuzzy.hashed", (number for _, number in hashed))
