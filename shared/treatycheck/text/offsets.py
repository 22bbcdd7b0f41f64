"""The map from the plain text of a source back to the text as it was sent, stored as runs."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from treatycheck.model import Span


class OffsetMap(NamedTuple):
    """Runs of plain characters and where they stand in the original.

    A run as long in the original as in the plain text maps character by character; any other run, such as
    an entity, maps each of its characters to the whole of it.
    """

    plain_starts: tuple[int, ...]
    plain_length: int
    originals: tuple[Span, ...]
    original_length: int

    def to_original(self, span: Span) -> Span:
        """A span of the plain text to the span of the original from its first to its last character."""
        if span.start >= self.plain_length:
            return Span(self.original_length, self.original_length)
        first = self._character(max(span.start, 0))
        if span.end <= span.start:
            return Span(first.start, first.start)
        return Span(first.start, self._character(min(span.end, self.plain_length) - 1).end)

    def _character(self, offset: int) -> Span:
        run = bisect_right(self.plain_starts, offset) - 1
        start = self.plain_starts[run]
        end = self.plain_starts[run + 1] if run + 1 < len(self.plain_starts) else self.plain_length
        original = self.originals[run]
        if original.end - original.start != end - start:
            return original
        place = original.start + offset - start
        return Span(place, place + 1)


class PlainWriter:
    """Collects plain text piece by piece, with the place of each piece in the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.length = 0
        self.pieces: list[str] = []
        self.plain_starts: list[int] = []
        self.originals: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self.in_block = False

    def copy(self, start: int, end: int) -> None:
        """Take over the original from `start` to `end` as it is."""
        if end <= start:
            return
        if self._continues(start):
            self.originals[-1] = (self.originals[-1][0], end)
        else:
            self.plain_starts.append(self.length)
            self.originals.append((start, end))
        self._append(self.original[start:end])

    def replace(self, plain: str, start: int, end: int) -> None:
        """Write `plain` for the original from `start` to `end`."""
        if plain:
            self.plain_starts.append(self.length)
            self.originals.append((start, end))
            self._append(plain)

    def break_block(self, start: int, end: int) -> None:
        """Begin a new block here, for the markup from `start` to `end`."""
        if not self.in_block:
            return
        if end > start:
            self.replace("\n", start, end)
        self.in_block = False
        self.breaks.append(self.length)

    def plain(self) -> str:
        return "".join(self.pieces)

    def offsets(self) -> OffsetMap:
        spans = tuple(Span(start, end) for start, end in self.originals)
        return OffsetMap(tuple(self.plain_starts), self.length, spans, len(self.original))

    def _continues(self, start: int) -> bool:
        """Whether the last run maps character by character and ends where `start` begins."""
        if not self.originals or self.originals[-1][1] != start:
            return False
        return start - self.originals[-1][0] == self.length - self.plain_starts[-1]

    def _append(self, plain: str) -> None:
        self.pieces.append(plain)
        self.length += len(plain)
        self.in_block = self.in_block or not plain.isspace()


def identity(length: int) -> OffsetMap:
    """The map of a text that is its own plain text."""
    return OffsetMap((0,), length, (Span(0, length),), length)
