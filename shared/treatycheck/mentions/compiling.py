"""The lexicon to the tables of its names, which are opened at once; the package is built with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from treatycheck.data.tables import TablesWriter
from treatycheck.mentions.entities import Entry
from treatycheck.mentions.flat_trie import add_trie
from treatycheck.mentions.gazetteer import name_keys
from treatycheck.mentions.groups import NOUNS, SINGULAR
from treatycheck.model import MentionKind

Record = dict[str, Any]
Lexicon = Mapping[str, Sequence[Record]]


def compile_lexicon(lexicon: Lexicon) -> bytes:
    """The tables that `find_entities` and `group_at` read."""
    writer = TablesWriter()
    named = list(_entries(lexicon))
    entries = {entry: number for number, entry in enumerate(dict.fromkeys(entry for _, entry in named))}
    _add_names(writer, "entities", ((name, entries[entry]) for name, entry in named))
    writer.add_texts("entries", (json.dumps(entry, ensure_ascii=False) for entry in entries))
    _add_names(writer, "groups", _groups(lexicon["groups"]))
    places = (name for place in lexicon["places"] for name in (place["name"], *place.get("names", ())))
    writer.add_texts("places", sorted({key for name in places for key in name_keys(name)}))
    return writer.content()


def _add_names(writer: TablesWriter, table: str, names: Iterable[tuple[str, int]]) -> None:
    """A trie of names over their words, and the number that belongs to each of its rows."""
    spelt = list(dict.fromkeys((name_keys(name), number) for name, number in names))
    words = {word: place for place, word in enumerate(sorted({word for keys, _ in spelt for word in keys}))}
    writer.add_texts(f"{table}.words", words)
    writer.add_numbers(f"{table}.owners", add_trie(writer, table, spelt, words))


def _entries(lexicon: Lexicon) -> Iterator[tuple[str, Entry]]:
    """Every name of a party, person or place with what it stands for."""
    for party in lexicon["parties"]:
        named = {"name": [party["name"], *party.get("names", ())]} | {
            detail: party.get(detail, ()) for detail in ("demonyms", "government", "legislatures")
        }
        for detail, names in named.items():
            yield from _each(names, MentionKind.PARTY, party["id"], detail, party["id"])
    for person in lexicon["people"]:
        names, surnames = [person["name"], *person.get("names", ())], [person["surname"]] if "surname" in person else []
        yield from _each(names, MentionKind.PERSON, person["name"], "name", person["party"])
        yield from _each(surnames, MentionKind.PERSON, person["name"], "surname", person["party"])
    for place in lexicon["places"]:
        names = [place["name"], *place.get("names", ())]
        yield from _each(names, MentionKind.PLACE, place["name"], "name", place.get("country", ""))


def _each(names: Iterable[str], kind: MentionKind, value: str, detail: str, party: str) -> Iterator[tuple[str, Entry]]:
    for name in names:
        yield name, Entry(kind, value, detail, party, _all_capitals(name))


def _all_capitals(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) < 7 and all(letter.isupper() for letter in letters)


def _groups(groups: Sequence[Record]) -> Iterator[tuple[str, int]]:
    """Every name of a group with the group's number."""
    nouns = (*NOUNS, *SINGULAR.values())
    for number, group in enumerate(groups):
        for name in group.get("names", ()):
            yield name, number
        for adjective in group.get("adjectives", ()):
            yield from ((f"{adjective} {noun}", number) for noun in nouns)
