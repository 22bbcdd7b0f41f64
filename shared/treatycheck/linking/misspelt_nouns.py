"""Nouns such as "treaty" with a slip of the finger in them: "Traety", "Convntion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_lowercase

_NOUNS = (
    "treaty treaties accord accords agreement agreements convention conventions protocol protocols memorandum charter "
    "covenant statute declaration armistice settlement communique concordat alliance partnership purchase".split()
)
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
        yield from (before + letter + behind for letter in ascii_lowercase)
        yield from (before + letter + behind[1:] for letter in ("", *ascii_lowercase) if behind)
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
