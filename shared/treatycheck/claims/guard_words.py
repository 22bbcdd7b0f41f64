"""The words of the guards, looked for in a clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from treatycheck.claims.view import View
from treatycheck.data import packaged
from treatycheck.text.tokens import fold_all

BARRIER = frozenset({";", ":", "|", ".", "but", "who", "which"})
# what follows "that" behind them is taken as true, whatever stands before: "it should not be forgotten that …"
_FACTIVE = frozenset(
    "forget forgets forgot forgotten recall recalls recalled remember remembers remembered note notes noted mention "
    "mentioned stress stressed emphasize emphasized emphasise emphasised overlook overlooked remind reminded "
    "acknowledge acknowledged".split()
)


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        record["id"]: tuple(sorted((fold_all(word) for word in record["words"]), key=len, reverse=True))
        for record in packaged("guards.json")
    }


@cache
def _guards_at() -> dict[str, frozenset[str]]:
    """The first words of the phrases to the guards that they may be of."""
    found: dict[str, frozenset[str]] = {}
    for guard, phrases in _phrases().items():
        for phrase in phrases:
            found[phrase[0]] = found.get(phrase[0], frozenset()) | {guard}
    return found


def _may_hold(view: View) -> frozenset[str]:
    """The guards that some word of a sentence may begin a phrase of."""
    guards = _guards_at()
    found = frozenset().union(*(guards[word] for word in view.said if word in guards))
    return found | {"negation"} if "n't" in " ".join(view.said) else found


def holds(view: View, words: Sequence[str], guard: str) -> bool:
    """Whether one of a guard's phrases stands among some words of a sentence."""
    if guard not in view.once(_may_hold):
        return False
    joined = set(words)
    for phrase in _phrases()[guard]:
        if phrase[0] not in joined:
            continue
        size = len(phrase)
        if any(tuple(words[index : index + size]) == phrase for index in range(len(words) - size + 1)):
            return True
    return guard == "negation" and any(word.endswith("n't") for word in words)


def words_before(view: View, end: int, reach: int) -> tuple[str, ...]:
    """The words before a token, back to the edge of its clause or to what vouches for it."""
    return view.words[max(view.once(_edge_before, end), end - reach) : end]


def _edge_before(view: View, end: int) -> int:
    index = end
    while index > 0 and view.words[index - 1] not in BARRIER:
        if index > 1 and view.words[index - 1] == "that" and view.words[index - 2] in _FACTIVE:
            break
        index -= 1
    return index
