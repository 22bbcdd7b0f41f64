"""Treaties to the tables of their names, which are opened at once however many there are.

The package is built with those of its treaties (`data/names.bin`); a table whose names differ has them compiled when
they are first needed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from treatycheck.data.tables import TablesWriter
from treatycheck.facts.records import treaty_to_record
from treatycheck.linking.descriptions import words_of
from treatycheck.linking.fuzzy_names import add_fuzzy_names
from treatycheck.linking.resolve import phrases_of
from treatycheck.linking.screening import Need, add_screen, need_of
from treatycheck.linking.search import searched_words
from treatycheck.linking.treaty_names import (
    COMMON_WORDS,
    DEEDS,
    EXACT,
    GENERIC,
    LINKS,
    SHARED,
    SHORT_ACRONYM,
    SINGULARS,
    is_acronym,
    own_names,
    short_names_of,
)
from treatycheck.mentions.flat_trie import add_trie
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.model import Treaty

_LEAST_FUZZY_LETTERS = 8
Held = TypeVar("Held")
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """What is taken from all treaties in turn: names with their owner, text and kind, short and fuzzy names, needs."""

    full: list[tuple[Keys, tuple[int, str, int]]] = field(default_factory=list)
    short: list[tuple[Keys, int]] = field(default_factory=list)
    fuzzy: list[tuple[Keys, int]] = field(default_factory=list)
    needs: set[Need] = field(default_factory=set)

    def take(self, owner: int, treaty: Treaty) -> None:
        # one treaty at a time, so that each name is taken to words once
        self.full.extend((name_keys(text), (owner, text, kind)) for text, kind in _names(treaty))
        self.short.extend((name_keys(rest), owner) for rest in short_names_of(treaty))
        self.fuzzy.extend((keys, owner) for keys in map(name_keys, own_names(treaty)) if _may_be_misspelt(keys))
        self.needs.update(_needs(treaty))


def compile_names(treaties: Iterable[Treaty]) -> bytes:
    """The tables that `TreatyNames` reads. A name that two treaties give is shared."""
    known = sorted(treaties, key=lambda treaty: treaty.id)
    by_year = sorted(range(len(known)), key=lambda place: (known[place].year, known[place].id))
    names = _Names()
    for owner, treaty in enumerate(known):
        names.take(owner, treaty)
    writer = TablesWriter()
    _add_treaties(writer, known, by_year)
    _add_names(writer, names)
    add_fuzzy_names(writer, names.fuzzy)
    add_screen(writer, GENERIC | SINGULARS.keys(), names.needs)
    _add_indexes(writer, [known[place] for place in by_year])
    return writer.content()


def _add_treaties(writer: TablesWriter, treaties: Sequence[Treaty], by_year: Sequence[int]) -> None:
    """Ids and records by id, and the order by year in which the indexes count."""
    records = (json.dumps(treaty_to_record(treaty), ensure_ascii=False, separators=(",", ":")) for treaty in treaties)
    writer.add_texts("treaties.ids", (treaty.id for treaty in treaties))
    writer.add_texts("treaties.records", records)
    writer.add_numbers("treaties.by_year", by_year)
    writer.add_numbers("treaties.years", (treaties[place].year for place in by_year))


def _add_names(writer: TablesWriter, names: _Names) -> None:
    """The tries of names and of short names, over the words of both."""
    spelt = sorted({word for keys, _ in (*names.full, *names.short) for word in keys})
    words = {word: place for place, word in enumerate(spelt)}
    writer.add_texts("words", spelt)
    held = _add_trie(writer, "names", names.full, words)
    writer.add_numbers("names.owners", (owner for owner, _, _ in held))
    writer.add_texts("names.texts", (text for _, text, _ in held))
    writer.add_numbers("names.kinds", (kind for _, _, kind in held))
    writer.add_numbers("short.owners", _add_trie(writer, "short", names.short, words))


def _add_trie(
    writer: TablesWriter, name: str, names: Iterable[tuple[Keys, Held]], words: Mapping[str, int]
) -> list[Held]:
    """Writes a trie of names, each once for what it holds; gives what they hold in the order of the rows."""
    once = list(dict.fromkeys(names))
    rows = add_trie(writer, name, [(keys, place) for place, (keys, _) in enumerate(once)], words)
    return [once[row][1] for row in rows]


def _names(treaty: Treaty) -> Iterator[tuple[str, int]]:
    """Every name with the bits of what it is."""
    for text in (*own_names(treaty), *treaty.acronyms):
        yield text, EXACT * is_acronym(text)
    for text in treaty.shared_names:
        yield text, EXACT * is_acronym(text) | SHARED
    for _, text in treaty.other_names:
        if len(name_keys(text)) > 1:
            yield text, 0


def _may_be_misspelt(keys: Keys) -> bool:
    """Whether a name is long enough to be told when it is misspelt."""
    return len(keys) > 1 and sum(map(len, keys)) >= _LEAST_FUZZY_LETTERS


def _add_indexes(writer: TablesWriter, by_year: Sequence[Treaty]) -> None:
    """The words that describe treaties, those by which they are searched, and the phrases of their contexts."""
    writer.add_postings("described", _postings(map(words_of, by_year)))
    writer.add_postings("searched", _postings(map(searched_words, by_year)))
    counts = Counter(phrase for treaty in by_year for phrase in phrases_of(treaty))
    writer.add_texts("contexts.words", sorted(counts))
    writer.add_numbers("contexts.counts", (counts[phrase] for phrase in sorted(counts)))


def _postings(words: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(words):
        for word in held:
            postings[word].append(number)
    return postings


def _needs(treaty: Treaty) -> Iterator[Need]:
    """What a text must hold for one of a treaty's names to be found in it."""
    for rest in short_names_of(treaty):
        yield need_of(rest, upper=False, capital=False, bracket=True)
    others = (text for _, text in treaty.other_names)
    for text in (*own_names(treaty), *treaty.acronyms, *treaty.shared_names, *others):
        yield _need(text)


def _need(text: str) -> Need:
    key = text.replace(".", "").lower()
    upper = is_acronym(text) and (key in COMMON_WORDS or len(text) <= SHORT_ACRONYM)
    return need_of(text, upper=upper, capital=not upper, small=LINKS | DEEDS)
