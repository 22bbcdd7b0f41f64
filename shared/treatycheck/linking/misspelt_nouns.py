"""Nouns such as "treaty" with a slip of the finger in them: "Traety", "Convntion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NOUNS = (
    "treaty treaties accord accords agreement agreements convention conventions protocol protocols memorandum charter "
    "covenant statute declaration armistice settlement".split()
)
# what stands in names of treaties, in capitals, in the place of such a noun; the longer ones may be misspelt, too
_OTHERS = (
    "act acts alliance communique communiqué concordat constitution declarations document entente framework initiative "
    "memoranda partition partnership peace purchase regulations truce zone".split()
)
_LEAST_LETTERS = 8
_LINKS = "against between concerning relating regarding".split()
# what a noun becomes by a letter that is a word of its own
_WORDS = frozenset(
    "treat treats treated statue statues statuses chapter charger charmer charted chatter contention convection "
    "declamation purchased purchaser".split()
)


@cache
def misspelt_nouns() -> dict[str, str]:
    """The misspellings by one letter, each with its noun."""
    return _misspelt(_NOUNS)


@cache
def further_nouns() -> frozenset[str]:
    """What names have in capitals in the place of a noun such as "treaty", misspelt or not."""
    return frozenset((*_OTHERS, *_misspelt([noun for noun in _OTHERS if len(noun) >= _LEAST_LETTERS])))


@cache
def misspelt_links() -> dict[str, str]:
    """The misspellings by one letter of the longer small words in names, each with its word."""
    return _misspelt(_LINKS)


def _misspelt(words: Sequence[str]) -> dict[str, str]:
    kept_out = _WORDS.union(words, (f"{word}s" for word in words))
    return {spelt: word for word in words for spelt in _misspellings(word) if spelt not in kept_out}


def _misspellings(word: str) -> Iterator[str]:
    """A letter left out, put in, changed, or changed about with the next; the first one stays."""
    for place in range(1, len(word) + 1):
        before, behind = word[:place], word[place:]
        yield from (before + letter + behind for letter in _LETTERS)
        yield from (before + letter + behind[1:] for letter in ("", *_LETTERS) if behind)
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
