"""A trie over words: finds the longest listed name at each token, in time linear in the text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from treatycheck.model import Token
from treatycheck.text.tokens import tokenize, without_accents

Node = TypeVar("Node")
Payload = TypeVar("Payload")
_SKIPPED = frozenset({",", "-", "\u2010", "\u2011", "\u2013", "\u2014", "'s", "'"})


def word_key(token: Token) -> str:
    """The form in which two spellings of a word are one: no case, accents or dots."""
    lower = token.lower
    if lower.isascii():
        return lower.replace(".", "") if "." in lower and len(lower) > 1 else lower
    return without_accents(lower).replace(".", "")


@lru_cache(maxsize=512)
def name_keys(name: str) -> tuple[str, ...]:
    """The words of a name as the trie holds them."""
    return tuple(word_key(token) for token in tokenize(name) if token.lower not in _SKIPPED)


class Trie(ABC, Generic[Node, Payload]):
    """Names word by word, with the payloads of each; how its nodes are kept is for others to say."""

    @abstractmethod
    def first(self, key: str) -> Node | None:
        """The node of the names that begin with a word."""

    @abstractmethod
    def next(self, node: Node, key: str) -> Node | None:
        """The node behind a node and a further word."""

    @abstractmethod
    def payloads(self, node: Node) -> Sequence[Payload]:
        """The payloads of the name that ends at a node, in the order in which they were given."""

    def starts(self, keys: Sequence[str]) -> list[int]:
        """The places of the words with which names begin."""
        return [place for place, key in enumerate(keys) if self.first(key) is not None]

    def get(self, name: str) -> tuple[Payload, ...]:
        """The payloads of exactly this name."""
        keys = name_keys(name)
        node = self.first(keys[0]) if keys else None
        for key in keys[1:]:
            node = self.next(node, key) if node is not None else None
        return tuple(self.payloads(node)) if node is not None else ()

    def matches(
        self, tokens: Sequence[Token], keys: Sequence[str], start: int
    ) -> Iterator[tuple[int, Sequence[Payload]]]:
        """The names that begin at a token, shortest first: index behind the last token, payloads.

        A short parenthesis inside a name is passed over, as in "Forces (INF) Treaty".
        """
        node = self.first(keys[start])
        index = start + 1
        while node is not None:
            if payloads := self.payloads(node):
                yield index, payloads
            while index < len(tokens):
                following = self.next(node, keys[index])
                if following is not None:
                    index += 1
                    break
                if tokens[index].lower in _SKIPPED:
                    index += 1
                elif keys[index] == "(" and (behind := _behind_parenthesis(tokens, index)):
                    index = behind
                else:
                    return
            else:
                return
            node = following


class _Node(Generic[Payload]):
    __slots__ = ("children", "payloads")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Payload]] = {}
        self.payloads: list[Payload] = []


class Gazetteer(Trie[_Node[Payload], Payload]):
    """A trie that grows. A name that is given twice keeps both payloads."""

    def __init__(self) -> None:
        self._root: _Node[Payload] = _Node()

    def add(self, name: str, payload: Payload) -> None:
        node = self._root
        for key in name_keys(name):
            node = node.children.setdefault(key, _Node())
        if node is not self._root and payload not in node.payloads:
            node.payloads.append(payload)

    def first(self, key: str) -> _Node[Payload] | None:
        return self._root.children.get(key)

    def starts(self, keys: Sequence[str]) -> list[int]:
        children = self._root.children
        return [place for place, key in enumerate(keys) if key in children]

    def next(self, node: _Node[Payload], key: str) -> _Node[Payload] | None:
        return node.children.get(key)

    def payloads(self, node: _Node[Payload]) -> Sequence[Payload]:
        return node.payloads


def _behind_parenthesis(tokens: Sequence[Token], index: int) -> int | None:
    for end in range(index + 2, min(index + 5, len(tokens))):
        if tokens[end].text == ")":
            return end + 1
    return None
