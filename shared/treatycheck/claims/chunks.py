"""Stretches of a sentence that may tell by themselves what a treaty contains."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.view import View

_ENDS = frozenset({";", ":", ".", "|", "which", "who", "while", "but", "because", "although", "(", ")", "\u2014"})
_MARKS = _ENDS | {",", "and"}
_LEVELS = (_ENDS, _ENDS | {","}, _MARKS)
_SHORTEST, _LONGEST = 2, 30


def chunks(view: View) -> Iterator[tuple[int, int]]:
    """First and last tokens of the stretches between clause marks, then of those between commas; names left out."""
    named = {i for mention in view.treaties if not mention.detail for i in range(mention.first, mention.last + 1)}
    marks = [i for i, word in enumerate(view.words) if word in _MARKS or i in named]
    seen: set[tuple[int, int]] = set()
    for ends in _LEVELS:
        start = 0
        for index in [i for i in marks if view.words[i] in ends or i in named] + [view.length]:
            if _SHORTEST <= index - start <= _LONGEST and (start, index - 1) not in seen:
                seen.add((start, index - 1))
                yield start, index - 1
            start = index + 1
