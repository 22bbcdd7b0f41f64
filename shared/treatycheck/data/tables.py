"""Flat tables in one buffer: numbers and texts that are read where they lie.

Nothing is parsed when such a buffer is opened, and processes that map the same file share its pages. It holds the
length of its contents, then JSON that tells the place of each table, then the tables, each at a multiple of 8 bytes.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

_NUMBER: Final = "I"
_STEP = 8


class Texts:
    """Texts one behind the other, each decoded when it is asked for."""

    __slots__ = ("_content", "_starts")

    def __init__(self, content: memoryview, starts: Sequence[int]) -> None:
        self._content = content
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> str:
        return str(self._content[self._starts[place] : self._starts[place + 1] - 1], "utf-8")

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))

    def place_of(self, text: str) -> int | None:
        """Where a text stands, None where it does not. The texts must be sorted."""
        place = bisect_left(self, text)
        return place if place < len(self) and self[place] == text else None

    def places(self) -> dict[str, int]:
        """Each text with its place, to look up at every word. The texts must be single words."""
        words = str(self._content, "utf-8").split("\n")
        return dict(zip(words, range(len(self)), strict=False))


class Lists:
    """Lists of numbers one behind the other."""

    __slots__ = ("_numbers", "_starts")

    def __init__(self, numbers: Sequence[int], starts: Sequence[int]) -> None:
        self._numbers = numbers
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, place: int) -> Sequence[int]:
        return self._numbers[self._starts[place] : self._starts[place + 1]]

    def length(self, place: int) -> int:
        """How long a list is."""
        return self._starts[place + 1] - self._starts[place]


class Tables:
    """The tables of a buffer by name. Raises KeyError where it has none of a name."""

    def __init__(self, buffer: bytes | memoryview) -> None:
        content = memoryview(buffer)
        self._begin = _STEP + int.from_bytes(content[:_STEP], "little")
        self._content = content
        self._places: dict[str, tuple[int, int]] = json.loads(bytes(content[_STEP : self._begin]))

    def raw(self, name: str) -> memoryview:
        """The bytes of a table."""
        offset, length = self._places[name]
        return self._content[self._begin + offset : self._begin + offset + length]

    def numbers(self, name: str) -> Sequence[int]:
        """Whole numbers from 0 to below 2**32."""
        if sys.byteorder == "little":
            return self.raw(name).cast(_NUMBER)
        numbers = array(_NUMBER, self.raw(name))
        numbers.byteswap()
        return numbers

    def texts(self, name: str) -> Texts:
        return Texts(self.raw(name), self.numbers(f"{name}.starts"))

    def lists(self, name: str) -> Lists:
        return Lists(self.numbers(name), self.numbers(f"{name}.starts"))


class TablesWriter:
    """Collects tables by name, and gives the buffer that holds them."""

    def __init__(self) -> None:
        self._tables: dict[str, bytes] = {}

    def add_numbers(self, name: str, numbers: Iterable[int]) -> None:
        table = array(_NUMBER, numbers)
        if sys.byteorder != "little":
            table.byteswap()
        self._tables[name] = table.tobytes()

    def add_texts(self, name: str, texts: Iterable[str]) -> None:
        encoded = [text.encode() + b"\n" for text in texts]
        self._tables[name] = b"".join(encoded)
        self.add_numbers(f"{name}.starts", accumulate(map(len, encoded), initial=0))

    def add_lists(self, name: str, lists: Iterable[Sequence[int]]) -> None:
        held = list(lists)
        self.add_numbers(name, (number for numbers in held for number in numbers))
        self.add_numbers(f"{name}.starts", accumulate(map(len, held), initial=0))

    def add_postings(self, name: str, postings: Mapping[str, Sequence[int]]) -> None:
        """Words, sorted, and the list of each."""
        words = sorted(postings)
        self.add_texts(f"{name}.words", words)
        self.add_lists(name, (postings[word] for word in words))

    def content(self) -> bytes:
        """The buffer for `Tables`."""
        places: dict[str, tuple[int, int]] = {}
        pieces: list[bytes] = []
        offset = 0
        for name, table in self._tables.items():
            places[name] = (offset, len(table))
            padded = table + bytes(-len(table) % _STEP)
            pieces.append(padded)
            offset += len(padded)
        contents = json.dumps(places).encode()
        contents += b" " * (-len(contents) % _STEP)
        return b"".join((len(contents).to_bytes(_STEP, "little"), contents, *pieces))
