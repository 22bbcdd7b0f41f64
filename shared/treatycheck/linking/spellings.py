"""The words of a text as they are written, by the key under which names are looked up, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import chain

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


class Spellings:
    """A text's words: `keys` are all; `spaced` is as long as the text, with spaces for all but ASCII letters and
    figures; `marked` says that it holds marks inside words."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.spaced = plain.encode("ascii", "replace").translate(_TO_SPACES).decode("ascii")
        self.marked = not plain.isascii() and _MARKED.search(plain) is not None
        self._others = {word: word_key(Token(word, fold(word), 0, 0)) for word in (*_dotted(plain), *_foreign(plain))}
        self.keys = {*self.spaced.lower().split(), *self._others.values()}

    def written(self, keys: Set[str]) -> Mapping[str, list[str]]:
        """The words of some keys as they are written."""
        spelt: dict[str, list[str]] = {}
        raw = self._raw if keys else ()
        # all in small letters at once: one call for each would take most of the time
        lower = " ".join(raw).lower().split()
        for word, key in chain(zip(raw, lower, strict=True), self._others.items()):
            if key in keys:
                spelt.setdefault(key, []).append(word)
        return spelt

    def capitalised(self, keys: Set[str]) -> Iterator[str]:
        """The words of some keys, where they stand there with a capital."""
        return (word for words in self.written(self.keys & keys).values() for word in words if word[0].isupper())

    @cached_property
    def _raw(self) -> set[str]:
        return set(self.spaced.split())


def is_in_capitals(word: str) -> bool:
    """Whether all letters of a word are capitals."""
    return word.replace(".", "").isupper()


def _dotted(plain: str) -> Iterable[str]:
    return _DOTTED.findall(plain) if _DOTS.search(plain) else ()


def _foreign(plain: str) -> Iterator[str]:
    """The words that are not all ASCII."""
    place = len(plain) if plain.isascii() else 0
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
