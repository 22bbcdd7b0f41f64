"""A source to its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, overload

from treatycheck.model import Sentence, Span, Token
from treatycheck.text.abbreviations import MONTHS, OPENERS, TITLES
from treatycheck.text.passages import STOPS, passages
from treatycheck.text.source import Source
from treatycheck.text.tokens import tokenize

MAX_TOKENS = 400
_STOPS = frozenset(STOPS)
_MARKS = frozenset((*STOPS, "("))
_CLOSERS = frozenset("\"'”’»)]}›")
_CONTINUERS = frozenset(",;:)]}%–—-")
_ASIDE = 60
_FOOTNOTE = 6
_NUMERAL_DEPTH = 6
_SAFE_CUTS = frozenset(";:,")
_NEVER_LAST = frozenset(f"{word}." for word in TITLES)
_MONTHS_CUT = frozenset(f"{word}." for word in MONTHS)


class Stretch(NamedTuple):
    """A passage with the index of its first sentence and its block's."""

    first: int
    start: int
    end: int
    paragraph: int


_FIRST, _LOWER = attrgetter("first"), attrgetter("lower")


class Sentences(Sequence[Sentence]):
    """The sentences of a plain text in order, each split into tokens only when it is asked for."""

    def __init__(self, plain: str, breaks: Sequence[int]) -> None:
        self._plain = plain
        self._stretches: list[Stretch] = []
        self._split: dict[int, tuple[Sentence, ...]] = {}
        length = 0
        for paragraph, (start, end) in enumerate(pairwise((0, *breaks, len(plain)))):
            for begin, edge, single in passages(plain, start, end, MAX_TOKENS):
                self._stretches.append(Stretch(length, begin, edge, paragraph))
                # how many sentences there are takes splitting what may hold several
                length += 1 if single else len(self._sentences_of(len(self._stretches) - 1))
        self._length = length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Sentence]: ...
    def __getitem__(self, index: int | slice) -> Sentence | Sequence[Sentence]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._length))]
        place = index if index >= 0 else index + self._length
        if not 0 <= place < self._length:
            raise IndexError(index)
        number = bisect_right(self._stretches, place, key=_FIRST) - 1
        return self._sentences_of(number)[place - self._stretches[number].first]

    def where(self, tells: Callable[[int, int], bool]) -> Iterator[int]:
        """The indexes of the sentences in those stretches, from offset to offset, that are to be looked at."""
        for number, (first, start, end, _) in enumerate(self._stretches):
            if tells(start, end):
                yield from range(first, first + self._count(number))

    def _count(self, number: int) -> int:
        behind = self._stretches[number + 1].first if number + 1 < len(self._stretches) else self._length
        return behind - self._stretches[number].first

    def _sentences_of(self, number: int) -> tuple[Sentence, ...]:
        if number not in self._split:
            stretch = self._stretches[number]
            split = _split(tokenize(self._plain, stretch.start, stretch.end))
            self._split[number] = tuple(
                _sentence(index, stretch.paragraph, tokens) for index, tokens in enumerate(split, stretch.first)
            )
        return self._split[number]


def _sentence(index: int, paragraph: int, tokens: tuple[Token, ...]) -> Sentence:
    span = Span(tokens[0].start, tokens[-1].end)
    return Sentence(index, paragraph, span, tokens, tuple(map(_LOWER, tokens)))


def split_sentences(source: Source) -> Sentences:
    """All sentences of the plain text, block by block."""
    return Sentences(source.plain, source.breaks)


def _split(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The tokens of a passage, sentence by sentence."""
    marks = [index for index, token in enumerate(tokens) if token.text[-1] in _MARKS]
    asides = _asides(tokens) if any(tokens[index].text == "(" for index in marks) else {}
    start = free_from = 0
    for index in marks:
        if index < free_from:
            continue
        if index in asides and index > start:
            free_from = asides[index]
            continue
        end = _end(tokens, start, index)
        if end:
            yield from _cut(tokens[start:end])
            start = free_from = end
    if start < len(tokens):
        yield from _cut(tokens[start:])


def _asides(tokens: Sequence[Token]) -> dict[int, int]:
    """Where each short pair of brackets opens, and its last token inside."""
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    for index, token in enumerate(tokens):
        if token.text == "(":
            open_at.append(index)
        elif token.text == ")" and open_at:
            begin = open_at.pop()
            if begin > 0 and index - begin <= _ASIDE:
                pairs[begin] = index
    return pairs


def _end(tokens: Sequence[Token], start: int, index: int) -> int:
    """One past the last token of the sentence if it ends at `index`, else 0."""
    token = tokens[index]
    if token.text not in _STOPS and not _is_abbreviation(token):
        return 0
    end = _past_closers(tokens, index + 1)
    if end == len(tokens):
        return end
    following = tokens[end]
    if following.text in _CONTINUERS or following.text[0].islower() or following.text in _STOPS:
        return 0
    if following.start == tokens[end - 1].end and not _is_run_on(tokens, index, end):
        return 0
    return end if _may_end(tokens, start, index, following) else 0


def _is_abbreviation(token: Token) -> bool:
    return len(token.text) > 1 and token.text[-1] == "."


def _past_closers(tokens: Sequence[Token], index: int) -> int:
    """The first token behind the quotes, brackets and footnote marks that cling to a stop."""
    while index < len(tokens) and tokens[index].start == tokens[index - 1].end:
        if tokens[index].text == "[":
            closing = _footnote_end(tokens, index)
            if not closing:
                return index
            index = closing
        elif tokens[index].text in _CLOSERS:
            index += 1
        else:
            return index
    return index


def _footnote_end(tokens: Sequence[Token], index: int) -> int:
    """One past a footnote mark such as [^12] that opens at `index`, else 0."""
    for place in range(index + 1, min(index + _FOOTNOTE, len(tokens))):
        if tokens[place].text == "]":
            return place + 1
    return 0


def _is_run_on(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether a sentence begins without a space, as in "the treaty.The talks"."""
    if end > index + 1:
        return tokens[end].text[0].isupper()
    before = tokens[index - 1].text if index else ""
    return before[-1:].isdigit() or ((len(before) > 2 and before.islower()) and tokens[end].text.istitle())


def _may_end(tokens: Sequence[Token], start: int, index: int, following: Token) -> bool:
    """Whether the stop at `index` ends a sentence rather than an abbreviation, an initial or a list number."""
    token = tokens[index]
    if _is_abbreviation(token):
        if token.text in _NEVER_LAST or (token.text in _MONTHS_CUT and following.text[0].isdigit()):
            return False
        return following.lower in OPENERS or following.text in _CLOSERS or following.text in "“«‘"
    before = tokens[index - 1] if index > start else None
    if before is None or token.text != "." or before.end != token.start:
        return True
    if index - 1 == start and (before.text.isdigit() or len(before.text) == 1):
        return False
    if len(before.text) == 1 and before.text.isupper():
        numeral = before.text in "IVX" and index - start > _NUMERAL_DEPTH
        return numeral or following.lower in OPENERS or not following.text[0].isalpha()
    return True


def _cut(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """A sentence in pieces of at most MAX_TOKENS, cut behind a comma or semicolon where there is one."""
    start = 0
    while len(tokens) - start > MAX_TOKENS:
        end = start + MAX_TOKENS
        places = range(end, start + MAX_TOKENS // 2, -1)
        safe = next((place for place in places if tokens[place - 1].text in _SAFE_CUTS), end)
        yield tokens[start:safe]
        start = safe
    yield tokens[start:]
