"""What the finders of dates, durations and quantities share: a look at tokens, and what they read there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from treatycheck.model import Mention, MentionKind, Sentence, Span, Token

DASHES = frozenset("-‐‑–—")
HYPHENS = frozenset("-‐‑–")
_LIST_MARKS = frozenset({",", "and", "or", "-", "–", "to", "/"})
_FURTHEST_LABEL = 12


class Reading(NamedTuple):
    """A value read from the tokens `first` to `end`, `end` excluded; "" marks tokens that are to be passed over."""

    first: int
    end: int
    value: str


def lower_at(tokens: Sequence[Token], index: int) -> str:
    """The folded word at an index, "" where there is none."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def text_at(tokens: Sequence[Token], index: int) -> str:
    """The word at an index as written, "" where there is none."""
    return tokens[index].text if 0 <= index < len(tokens) else ""


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Whether no space stands between a token and the one before it."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


def is_labelled(tokens: Sequence[Token], index: int, labels: Collection[str]) -> bool:
    """Whether a number has one of the labels before it ("Article 5"), alone or in a list ("Articles 5, 6 and 7")."""
    place = index
    for _ in range(_FURTHEST_LABEL):
        before = lower_at(tokens, place - 1)
        if before in labels:
            return True
        if before not in _LIST_MARKS or not lower_at(tokens, place - 2)[:1].isdigit():
            return False
        place -= 2
    return False


def mention_of(kind: MentionKind, sentence: Sentence, reading: Reading) -> Mention:
    """A reading as a mention of its sentence, its text put together from the tokens."""
    tokens = sentence.tokens[reading.first : reading.end]
    span = Span(tokens[0].start, tokens[-1].end)
    return Mention(kind, span, reading.first, reading.end - 1, reading.value, joined(tokens))


def joined(tokens: Sequence[Token]) -> str:
    """The tokens' text with one space wherever any white space stood."""
    pieces = [tokens[0].text] if tokens else []
    for before, token in pairwise(tokens):
        pieces.append(token.text if before.end == token.start else f" {token.text}")
    return "".join(pieces)
