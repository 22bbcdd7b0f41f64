"""Finds parties, people and places by the names in the lexicon."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from treatycheck.data import mapped, packaged
from treatycheck.data.tables import Tables
from treatycheck.mentions.flat_trie import FlatTrie
from treatycheck.mentions.groups import find_groups
from treatycheck.model import Mention, MentionKind, Sentence, Span, Token


class Entry(NamedTuple):
    """A name of a party, person or place. `party` is whom a person acts for, or a place's country."""

    kind: MentionKind
    value: str
    detail: str
    party: str
    exact: bool


class Lexicon(NamedTuple):
    """What is known of each party, person and place."""

    party_names: dict[str, str]
    successors: dict[str, str]
    person_party: dict[str, str]
    rulers: frozenset[str]
    place_names: dict[str, str]
    places_within: dict[str, str]
    capitals: dict[str, str]
    single_words: dict[str, str]


# heads of state and of government, who are often named in the place of the envoy who signed
_RULING = frozenset("president king queen emperor tsar sultan chancellor premier prime".split())
_KEPT_ENTRIES = 4096


def _rules(role: str) -> bool:
    words = set(role.replace(",", "").split())
    return bool(_RULING & words) and "vice" not in words


@cache
def lexicon() -> Lexicon:
    """The packaged lexicon, read on first use."""
    records = packaged("lexicon.json")
    return Lexicon(
        {party["id"]: party["name"] for party in records["parties"]},
        {party["id"]: party["successor"] for party in records["parties"] if party.get("successor")},
        {person["name"]: person["party"] for person in records["people"]},
        frozenset(person["name"] for person in records["people"] if _rules(person["role"])),
        {name: place["name"] for place in records["places"] for name in (place["name"], *place.get("names", ()))},
        {place["name"]: place["within"] for place in records["places"] if place.get("within")},
        {party["id"]: party["capital"] for party in records["parties"] if party.get("capital")},
        {
            name: party["id"]
            for party in records["parties"]
            for name in (*party.get("names", ()), *party.get("demonyms", ()))
            if name.isalpha()
        },
    )


@cache
def _tables() -> Tables:
    """What `compiling.py` wrote."""
    return Tables(mapped("lexicon.bin"))


@cache
def words_of_places() -> Set[str]:
    """The words of all names of places."""
    return _tables().texts("places").places().keys()


@cache
def _names() -> FlatTrie[Entry]:
    tables = _tables()
    entries, owners = tables.texts("entries"), tables.numbers("entities.owners")

    @lru_cache(_KEPT_ENTRIES)
    def entry(owner: int) -> Entry:
        kind, *rest = json.loads(entries[owner])
        return Entry(MentionKind(kind), *rest)

    return FlatTrie(tables, "entities", tables.texts("entities.words").places(), lambda row: entry(owners[row]))


def is_name(words: str) -> bool:
    """Whether words are all of a name of a party, person or place, whatever their capitals."""
    return bool(_names().get(words))


def _written_as_name(tokens: Sequence[Token], start: int, end: int, entry: Entry) -> bool:
    words = [token.text for token in tokens[start:end] if token.text[0].isalpha()]
    if not words:
        return False
    if entry.exact:
        return all(word.isupper() for word in words)
    # "Ban Ki-moon", "Giscard d'Estaing": a last part in small letters behind a hyphen or an apostrophe
    joined = end - start > 2 and not tokens[end - 2].text[0].isalnum()
    return words[0][0].isupper() and (words[-1][0].isupper() or (joined and words[-2][0].isupper()))


def find_entities(
    sentence: Sentence, keys: Sequence[str], taken: Sequence[bool]
) -> dict[MentionKind, tuple[Mention, ...]]:
    """Parties, people and places of a sentence, longest names first; `taken` tokens are left alone."""
    found: dict[MentionKind, list[Mention]] = {
        MentionKind.PARTY: [],
        MentionKind.PERSON: [],
        MentionKind.PLACE: [],
    }
    free_from = dict.fromkeys(found, 0)
    tokens = sentence.tokens
    names = _names()
    for start in names.starts(keys):
        if taken[start]:
            continue
        best: dict[MentionKind, tuple[int, Entry]] = {}
        for end, entries in names.matches(tokens, keys, start):
            for entry in entries:
                if _written_as_name(tokens, start, end, entry) and (
                    entry.kind not in best or end > best[entry.kind][0]
                ):
                    best[entry.kind] = (end, entry)
        if MentionKind.PARTY in best and (capital := _capital_named(tokens, *best[MentionKind.PARTY])):
            best[MentionKind.PLACE] = capital
        if MentionKind.PERSON in best and (government := _government_of(tokens, *best[MentionKind.PERSON])):
            best = {MentionKind.PARTY: government}
        for kind, (end, entry) in best.items():
            if start >= free_from[kind]:
                found[kind].append(_mention(tokens, start, end, entry))
                free_from[kind] = end
    found[MentionKind.PARTY] = _of_own_states(tokens, found[MentionKind.PARTY])
    if groups := find_groups(tokens, keys, taken):
        inside = {index for group in groups for index in range(group.first, group.last + 1)}
        parties = [party for party in found[MentionKind.PARTY] if party.first not in inside]
        found[MentionKind.PARTY] = sorted([*parties, *groups], key=lambda party: party.first)
    return {kind: tuple(mentions) for kind, mentions in found.items()}


def _of_own_states(tokens: Sequence[Token], parties: Sequence[Mention]) -> list[Mention]:
    """The parties, with "the Supreme Soviet of Kazakhstan" as that of Kazakhstan, not of the Soviet Union."""
    named = {party.first: party for party in parties}

    def own(party: Mention) -> Mention:
        state = named.get(party.last + 2)
        of = party.last + 1 < len(tokens) and tokens[party.last + 1].lower == "of"
        if state is None or not of or party.detail != "legislatures":
            return party
        return party._replace(value=state.value, candidates=state.candidates)

    return [own(party) for party in parties]


def _capital_named(tokens: Sequence[Token], end: int, entry: Entry) -> tuple[int, Entry] | None:
    """ "the Rwandan capital" as a place."""
    capital = lexicon().capitals.get(entry.value)
    if capital is None or end >= len(tokens) or tokens[end].lower != "capital":
        return None
    return end + 1, Entry(MentionKind.PLACE, capital, "name", entry.value, False)


def _government_of(tokens: Sequence[Token], end: int, entry: Entry) -> tuple[int, Entry] | None:
    """ "the Carter administration" acts for its state."""
    if end >= len(tokens) or tokens[end].lower not in {"administration", "government"} or not entry.party:
        return None
    return end + 1, Entry(MentionKind.PARTY, entry.party, "government", entry.party, False)


def _mention(tokens: Sequence[Token], start: int, end: int, entry: Entry) -> Mention:
    span = Span(tokens[start].start, tokens[end - 1].end)
    text = " ".join(token.text for token in tokens[start:end])
    return Mention(entry.kind, span, start, end - 1, entry.value, text, candidates=(entry.party,), detail=entry.detail)
