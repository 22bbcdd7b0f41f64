"""Where a sentence plainly ends, so that what is on either side can be split, or left unread, on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from treatycheck.text.abbreviations import BEFORE_NUMBERS, MONTHS, OTHERS, TITLES
from treatycheck.text.tokens import HIDDEN

STOPS = ".!?…。！？"
_STOP = re.compile(f"[{STOPS}]")
# behind a word, or a year that is no list's number; the stop stands first, so that the search goes from stop to stop
_PLAIN_END = r"[.!?](?:(?<=[A-Za-z][a-z].)|(?<=[a-z,][ ][12][0-9]{3}.))[\"'”’»]*\s+(?=[\"'“‘«]?[A-Z])"
_END = re.compile(_PLAIN_END)
_END_OR_BRACKET = re.compile(rf"[()\[\]]|{_PLAIN_END}")
_BRACKET = re.compile(r"[(\[]")
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
_ABBREVIATIONS = TITLES | MONTHS | OTHERS | BEFORE_NUMBERS
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_TOKEN = re.compile(rf"[^\s{HIDDEN}]")
_NO_HIDDEN = dict.fromkeys(map(ord, HIDDEN))
# brackets that are further apart enclose nothing: no aside has so many words, no footnote mark so many
_WORDS_APART = 60


class Passage(NamedTuple):
    """A stretch of a block that holds whole sentences, and whether it is plain that it is just one."""

    start: int
    end: int
    single: bool


def passages(plain: str, start: int, end: int, longest: int) -> Iterator[Passage]:
    """The passages of a block that have any token; one of more than `longest` characters is never plainly single."""
    begin = start
    for stop, edge in _plain_ends(plain, start, end):
        single = edge - begin <= longest and _STOP.search(plain, begin, stop) is None
        yield Passage(begin, edge, single)
        begin = edge
    if _TOKEN.search(plain, begin, end):
        yield Passage(begin, end, end - begin <= longest and _has_no_stop_inside(plain, begin, end))


def _has_no_stop_inside(plain: str, start: int, end: int) -> bool:
    stop = _STOP.search(plain, start, end)
    return stop is None or not plain[stop.end() : end].strip()


def _plain_ends(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stops that end a sentence beyond doubt, each with where the next sentence begins."""
    if _BRACKET.search(plain, start, end):
        yield from _ends_outside_brackets(plain, start, end)
        return
    for match in _END.finditer(plain, start, end):
        if not _is_abbreviated(plain, match.start()):
            yield match.span()


def _ends_outside_brackets(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    round_at: list[int] = []
    square_at: list[int] = []
    for match in _END_OR_BRACKET.finditer(plain, start, end):
        mark, place = match.group(), match.start()
        if mark in "([":
            (round_at if mark == "(" else square_at).append(place)
        elif mark == ")":
            del round_at[-1:]
        elif mark == "]":
            square_at.clear()
        elif not _is_abbreviated(plain, place):
            for open_at in (round_at, square_at):
                if open_at and _words_between(plain, open_at[-1], place) > _WORDS_APART:
                    open_at.clear()
            if not round_at and not square_at:
                yield match.span()


def _words_between(plain: str, start: int, end: int) -> int:
    return len(plain[start:end].translate(_NO_HIDDEN).split())


def _is_abbreviated(plain: str, stop: int) -> bool:
    """Whether the word before a stop may be written with it."""
    if plain[stop - 1].isdigit():
        return False
    word = _LAST_WORD.search(plain, max(0, stop - _LONGEST_ABBREVIATION - 1), stop)
    return word is None or word.group() in _ABBREVIATIONS
