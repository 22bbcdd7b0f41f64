"""Ordinal numbers in digits and words: "31st", "fortieth", "fifty-first"."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.values.numbers import TENS

_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_SMALL = {word: value for value, word in enumerate(_ONES.split(), start=1)}
_ROUND = {f"{word[:-1]}ieth": value for word, value in TENS.items()} | {"hundredth": 100}
_ENDINGS = ("st", "nd", "rd", "th")
_HUNDREDS = frozenset({"a", "one"})


def may_begin_ordinal(word: str) -> bool:
    """Whether an ordinal other than "one hundredth" can begin with a folded word."""
    return (word[0].isdecimal() and word[-2:] in _ENDINGS) or word in _SMALL or word in _ROUND or word in TENS


def ordinal_at(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """The ordinal that begins at a folded word, and the index behind it; None where none does."""
    word = words[start] if start < len(words) else ""
    if word[-2:] in _ENDINGS and word[:-2].isdecimal() and word.isascii() and len(word) < 7:
        return int(word[:-2]), start + 1
    simple = _SMALL.get(word) or _ROUND.get(word)
    if simple:
        return simple, start + 1
    place = start + 1
    if word in _HUNDREDS:
        return (100, place + 1) if list(words[place : place + 1]) == ["hundredth"] else None
    if words[place : place + 1] and words[place] == "-":
        place += 1
    last = _SMALL.get(words[place], 0) if word in TENS and place < len(words) else 0
    return (TENS[word] + last, place + 1) if 0 < last < 10 else None
