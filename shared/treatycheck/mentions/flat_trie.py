"""A trie in flat tables: as many names as there are, opened at once.

The nodes stand breadth first, so that the children of a node lie side by side, by the numbers of their words: from
`children[node]` to before `children[node + 1]`. Node 0 is the root. Payloads are rows, in the order of their nodes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from treatycheck.data.tables import Tables, TablesWriter
from treatycheck.mentions.gazetteer import Payload, Trie

_KEPT = 8192


class FlatTrie(Trie[int, Payload]):
    """The trie that `add_trie` wrote; `words` are the numbers of the words, `payload_of` gives what a row holds."""

    def __init__(
        self, tables: Tables, name: str, words: Mapping[str, int], payload_of: Callable[[int], Payload]
    ) -> None:
        self._words = words
        self._labels = tables.numbers(f"{name}.labels")
        self._children = tables.numbers(f"{name}.children")
        self._rows = tables.numbers(f"{name}.rows")
        self._payload_of = payload_of
        # texts say the same words again and again: what follows them is looked up in the tables once
        self._kept_next = lru_cache(_KEPT)(self._next)
        self._kept_payloads = lru_cache(_KEPT)(self._payloads)
        # the words that begin names are looked up at each token of a text: one look into a dict
        self._firsts = {word: node for node, word in enumerate(tables.texts(f"{name}.firsts").places(), 1)}

    def first(self, key: str) -> int | None:
        return self._firsts.get(key)

    def starts(self, keys: Sequence[str]) -> list[int]:
        firsts = self._firsts
        return [place for place, key in enumerate(keys) if key in firsts]

    def next(self, node: int, key: str) -> int | None:
        return self._kept_next(node, key)

    def _next(self, node: int, key: str) -> int | None:
        word = self._words.get(key)
        low, high = self._children[node], self._children[node + 1]
        if word is None or low == high:
            return None
        child = bisect_left(self._labels, word, low, high)
        return child if child < high and self._labels[child] == word else None

    def payloads(self, node: int) -> Sequence[Payload]:
        return self._kept_payloads(node)

    def _payloads(self, node: int) -> tuple[Payload, ...]:
        low, high = self._rows[node], self._rows[node + 1]
        return tuple(map(self._payload_of, range(low, high))) if low < high else ()


def add_trie(
    writer: TablesWriter, name: str, entries: Sequence[tuple[tuple[str, ...], int]], words: Mapping[str, int]
) -> list[int]:
    """Writes names, each with the number of its payload; gives the numbers in the order of the rows.

    The words of a name are numbers in `words`.
    """
    numbered = sorted((tuple(words[key] for key in keys), payload) for keys, payload in entries if keys)
    labels, children, counts, payloads = [0], [1], [], list[int]()
    pending = deque([(0, len(numbered), 0)])
    while pending:
        low, high, depth = pending.popleft()
        own = low
        while own < high and len(numbered[own][0]) == depth:
            own += 1
        payloads.extend(payload for _, payload in numbered[low:own])
        counts.append(own - low)
        while own < high:
            label, end = numbered[own][0][depth], own
            while end < high and numbered[end][0][depth] == label:
                end += 1
            labels.append(label)
            pending.append((own, end, depth + 1))
            own = end
        children.append(len(labels))
    spelt = list(words)
    writer.add_numbers(f"{name}.labels", labels)
    writer.add_numbers(f"{name}.children", children)
    writer.add_numbers(f"{name}.rows", accumulate(counts, initial=0))
    writer.add_texts(f"{name}.firsts", (spelt[label] for label in labels[1 : children[1]]))
    return payloads
