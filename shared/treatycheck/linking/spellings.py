"""The words of a text as they are written, by the key under which names are looked up, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from treatycheck.mentions.gazetteer import word_key
from treatycheck.model import Token
from treatycheck.text.tokens import HIDDEN, SMALL_DIGITS, fold

_WORD = re.compile(rf"[^\W_{SMALL_DIGITS}]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_DOTS = re.compile(r"\.[A-Za-z]\.")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}")
# marks inside words, for which the whole tokenizer is needed
_MARKED = re.compile(f"[\u0300-\u036f\u064b-\u065f{HIDDEN}]")
_TO_SPACES = bytes(code if chr(code).isascii() and chr(code).isalnum() else ord(" ") for code in range(256))


class Spellings(NamedTuple):
    """A text's words by key. `spaced` is as long as the text, with spaces for all but ASCII letters and figures."""

    plain: str
    spaced: str
    marked: bool
    by_key: Mapping[str, list[str]]

    def in_capitals(self, key: str) -> bool:
        """Whether a word stands there all in capitals."""
        return any(map(is_in_capitals, self.by_key.get(key, ())))

    def with_capital(self, key: str) -> bool:
        """Whether a word stands there with its first letter a capital."""
        return any(word[0].isupper() for word in self.by_key.get(key, ()))

    def capitalised(self, keys: Set[str]) -> Iterator[str]:
        """The words of some keys, where they stand there with a capital."""
        for key in self.by_key if len(self.by_key) < len(keys) else keys:
            if key in keys:
                yield from (word for word in self.by_key.get(key, ()) if word[0].isupper())


def is_in_capitals(word: str) -> bool:
    """Whether all letters of a word are capitals."""
    return word.replace(".", "").isupper()


def spellings_of(plain: str) -> Spellings:
    """The words of a text."""
    spaced = plain.encode("ascii", "replace").translate(_TO_SPACES).decode("ascii")
    raw = set(spaced.split())
    by_key: dict[str, list[str]] = {}
    # all at once, since most of the time goes into single calls
    for word, key in zip(raw, " ".join(raw).lower().split(), strict=True):
        by_key.setdefault(key, []).append(word)
    for word in {*_dotted(plain), *_foreign(plain)}:
        by_key.setdefault(word_key(Token(word, fold(word), 0, 0)), []).append(word)
    return Spellings(plain, spaced, not plain.isascii() and _MARKED.search(plain) is not None, by_key)


def _dotted(plain: str) -> Iterable[str]:
    return _DOTTED.findall(plain) if _DOTS.search(plain) else ()


def _foreign(plain: str) -> Iterator[str]:
    """The words that are not all ASCII."""
    place = 0
    while match := _FOREIGN.search(plain, place):
        begin = match.start()
        while begin > place and plain[begin - 1].isalnum():
            begin -= 1
        word = _WORD.match(plain, begin)
        if word is not None and word.end() > match.start():
            yield word.group()
        place = max(match.end(), word.end() if word is not None else 0)


class Telling:
    """Tells of any stretch of a text whether it holds one of some words."""

    def __init__(self, spellings: Spellings, words: Iterable[str]) -> None:
        self.spellings = spellings
        self._words: set[str] = set()
        self._others: set[str] = set()
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """More words, as they are written."""
        for word in words:
            (self._words if word.isascii() and word.isalnum() else self._others).add(word)

    def holds(self, start: int, end: int) -> bool:
        """Whether one of the words may stand between two offsets."""
        if not self._words.isdisjoint(self.spellings.spaced[start:end].split()):
            return True
        if not self._others and not self.spellings.marked:
            return False
        stretch = self.spellings.plain[start:end]
        return any(word in stretch for word in self._others) or _MARKED.search(stretch) is not None
