"""Which treaties hold a word: a list of numbers for each word, read where it lies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from treatycheck.data.tables import Tables


class WordIndex:
    """The lists that `TablesWriter.add_postings` wrote. A treaty's number is its place by year, then id."""

    def __init__(self, tables: Tables, name: str) -> None:
        self.words: Mapping[str, int] = tables.texts(f"{name}.words").places()
        self._lists = tables.lists(name)

    def count(self, word: str) -> int:
        """How many treaties hold a word."""
        place = self.words.get(word)
        return 0 if place is None else self._lists.length(place)

    def holders(self, word: str) -> Sequence[int]:
        """The treaties that hold a word, in order."""
        place = self.words.get(word)
        return () if place is None else self._lists[place]

    def holds(self, word: str, number: int) -> bool:
        """Whether a treaty holds a word."""
        held = self.holders(word)
        place = bisect_left(held, number)
        return place < len(held) and held[place] == number

    def holders_between(self, word: str, low: int, high: int) -> Sequence[int]:
        """Those of them from one number to before another."""
        held = self.holders(word)
        return held[bisect_left(held, low) : bisect_left(held, high)]
