"""A trie over words: finds the longest listed name at each token, in time linear in the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from treatycheck.model import Token
from treatycheck.text.tokens import tokenize

Payload = TypeVar("Payload")
_SKIPPED = frozenset({",", "-", "\u2010", "\u2011", "\u2013", "\u2014", "'s", "'"})


def word_key(token: Token) -> str:
    """The form in which two spellings of a word are one: no case, accents or dots."""
    lower = token.lower
    if lower.isascii():
        return lower.replace(".", "") if "." in lower and len(lower) > 1 else lower
    plain = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace(".", "")


def name_keys(name: str) -> tuple[str, ...]:
    """The words of a name as the trie holds them."""
    return tuple(word_key(token) for token in tokenize(name) if token.lower not in _SKIPPED)


@dataclass(slots=True)
class _Node(Generic[Payload]):
    children: dict[str, _Node[Payload]] = field(default_factory=dict)
    payloads: list[Payload] = field(default_factory=list)


class Gazetteer(Generic[Payload]):
    """Names to payloads. A name that is given twice keeps both payloads."""

    def __init__(self) -> None:
        self._root: _Node[Payload] = _Node()

    def add(self, name: str, payload: Payload) -> None:
        node = self._root
        for key in name_keys(name):
            node = node.children.setdefault(key, _Node())
        if node is not self._root and payload not in node.payloads:
            node.payloads.append(payload)

    def get(self, name: str) -> tuple[Payload, ...]:
        """The payloads of exactly this name."""
        node = self._root
        for key in name_keys(name):
            if key not in node.children:
                return ()
            node = node.children[key]
        return tuple(node.payloads)

    def matches(self, tokens: Sequence[Token], keys: Sequence[str], start: int) -> Iterator[tuple[int, list[Payload]]]:
        """The names that begin at a token, shortest first: index behind the last token, payloads.

        A short parenthesis inside a name is passed over, as in "Forces (INF) Treaty".
        """
        node = self._root
        index = start
        while index < len(tokens):
            key = keys[index]
            if key in node.children:
                node = node.children[key]
                index += 1
                if node.payloads:
                    yield index, node.payloads
            elif index > start and tokens[index].lower in _SKIPPED:
                index += 1
            elif index > start and key == "(" and (behind := _behind_parenthesis(tokens, index)):
                index = behind
            else:
                return


def _behind_parenthesis(tokens: Sequence[Token], index: int) -> int | None:
    for end in range(index + 2, min(index + 5, len(tokens))):
        if tokens[end].text == ")":
            return end + 1
    return None
