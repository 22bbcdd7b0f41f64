"""Where the blocks of a plain text begin: blank lines, list items, labels, headings; not hard-wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[-*+•‣▪◦·–—]|[0-9]{1,2}[.)]|[a-z]\)|#{1,6})[ \t]")
_LABEL = re.compile(r"[A-Z][^\n:.,;!?]{0,40}:(?:\s|$)")
_OPEN_END = re.compile(r"(?:[,;(\-–—/&]|\b(?:an?|and|as|at|between|by|for|from|in|into|of|on|or|that|the|to|with))$")
_NARROW = 45
_SLACK = 4


class _Line(NamedTuple):
    start: int
    width: int
    text: str


def line_breaks(text: str) -> tuple[int, ...]:
    """The offsets where a block other than the first begins."""
    breaks: list[int] = []
    for number, block in enumerate(_blocks(text)):
        if number:
            breaks.append(block[0].start)
        width = max(line.width for line in block)
        for above, below in pairwise(block):
            if _separate(above, below, width):
                breaks.append(below.start)
    return tuple(breaks)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines between blank lines."""
    block: list[_Line] = []
    for line in _lines(text):
        if line.text:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for match in _NEWLINE.finditer(text):
        yield _line(text, start, match.start())
        start = match.end()
    yield _line(text, start, len(text))


def _line(text: str, start: int, end: int) -> _Line:
    return _Line(start, len(text[start:end].rstrip()), text[start:end].strip())


def _separate(above: _Line, below: _Line, width: int) -> bool:
    """Whether `below` begins a block of its own, in a run of lines at most `width` wide."""
    if _BULLET.match(below.text) or _LABEL.match(below.text):
        return True
    if _OPEN_END.search(above.text[-12:]) or below.text[0].islower():
        return False
    if width < _NARROW:
        return True
    first_word = len(below.text.split(maxsplit=1)[0])
    return above.width + 1 + first_word + _SLACK <= width
