"""A source to its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatycheck.model import Sentence, Span, Token
from treatycheck.text.abbreviations import MONTHS, OPENERS, TITLES
from treatycheck.text.source import Source
from treatycheck.text.tokens import tokenize

MAX_TOKENS = 400
_STOPS = frozenset(".!?…。！？")
_CLOSERS = frozenset("\"'”’»)]}›")
_CONTINUERS = frozenset(",;:)]}%–—-")
_ASIDE = 60
_FOOTNOTE = 6
_NUMERAL_DEPTH = 6
_SAFE_CUTS = frozenset(";:,")
_NEVER_LAST = frozenset(f"{word}." for word in TITLES)
_MONTHS_CUT = frozenset(f"{word}." for word in MONTHS)


def split_sentences(source: Source) -> tuple[Sentence, ...]:
    """All sentences of the plain text, block by block."""
    sentences: list[Sentence] = []
    edges = (0, *source.breaks, len(source.plain))
    for paragraph, (start, end) in enumerate(pairwise(edges)):
        for tokens in _split(tokenize(source.plain, start, end)):
            span = Span(tokens[0].start, tokens[-1].end)
            sentences.append(Sentence(len(sentences), paragraph, span, tokens))
    return tuple(sentences)


def _split(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The tokens of a block, sentence by sentence."""
    asides = _asides(tokens)
    start = index = 0
    while index < len(tokens):
        if index > start:
            index = asides.get(index, index)
        end = _end(tokens, start, index)
        if end:
            yield from _cut(tokens[start:end])
            start = end
        index = max(end, index + 1)
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
