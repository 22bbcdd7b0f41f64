"""The words of the guards, looked for in a clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from treatycheck.claims.view import View
from treatycheck.data import packaged
from treatycheck.text.tokens import fold_all

BARRIER = frozenset({";", ":", "|", ".", "but", "who", "which"})


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        record["id"]: tuple(sorted((fold_all(word) for word in record["words"]), key=len, reverse=True))
        for record in packaged("guards.json")
    }


def holds(words: Sequence[str], guard: str) -> bool:
    """Whether one of a guard's phrases stands among the words."""
    joined = set(words)
    for phrase in _phrases()[guard]:
        if phrase[0] not in joined:
            continue
        size = len(phrase)
        if any(tuple(words[index : index + size]) == phrase for index in range(len(words) - size + 1)):
            return True
    return guard == "negation" and any(word.endswith("n't") for word in words)


def words_before(view: View, end: int, reach: int) -> tuple[str, ...]:
    """The words before a token, back to the edge of its clause."""
    index = end
    while index > 0 and end - index < reach and view.words[index - 1] not in BARRIER:
        index -= 1
    return view.words[index:end]
