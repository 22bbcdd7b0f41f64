"""Finds groups of states: "all five nuclear-weapon states", "none of the Baltic countries", "the Annex 2 states"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from treatycheck.data import mapped, packaged
from treatycheck.data.tables import Tables
from treatycheck.mentions.flat_trie import FlatTrie
from treatycheck.model import Mention, MentionKind, Span, Token
from treatycheck.values.numbers import number_at

GROUP = "group"
NOUNS = ("states", "countries", "nations", "powers", "republics", "members")
SINGULAR = {"states": "state", "countries": "country", "nations": "nation", "powers": "power", "republics": "republic"}
_ALL = frozenset({"all", "both", "the", "these", "its"})
_EACH = frozenset({"no", "every", "each"})
_WHOLE = frozenset({"none", "all", "neither", "each", "both"})
_DENIED = frozenset({"none", "neither"})
_PARTS = frozenset("some most many several few any one half majority group member each other others".split())
_OTHERWISE = frozenset({"not", "nearly", "almost"})
_MOST_BEFORE = 5


class Group(NamedTuple):
    """States of which texts speak together, `members` being their party ids."""

    name: str
    members: tuple[str, ...]
    treaty: str | None = None

    @property
    def value(self) -> str:
        """The members as a mention's value."""
        return "; ".join(self.members)


@cache
def _names() -> FlatTrie[Group]:
    """The names that `compiling.py` wrote."""
    tables = Tables(mapped("lexicon.bin"))
    groups, owners = _all_groups(), tables.numbers("groups.owners")
    return FlatTrie(tables, "groups", tables.texts("groups.words").places(), lambda row: groups[owners[row]])


@cache
def group_names() -> dict[str, str]:
    """The name of each group by the value of its mentions."""
    return {group.value: group.name for group in _all_groups()}


@cache
def own_groups() -> dict[str, Group]:
    """The group that belongs to a treaty, by the treaty's id."""
    return {group.treaty: group for group in _all_groups() if group.treaty}


def _all_groups() -> list[Group]:
    return [
        Group(record["name"], tuple(record["members"]), record.get("treaty"))
        for record in packaged("lexicon.json")["groups"]
    ]


def group_at(tokens: Sequence[Token], keys: Sequence[str], start: int) -> tuple[int, Group] | None:
    """The index behind the longest name of a group that begins at a token, and the group."""
    found = list(_names().matches(tokens, keys, start))
    return (found[-1][0], found[-1][1][0]) if found else None


def find_groups(tokens: Sequence[Token], keys: Sequence[str], taken: Sequence[bool]) -> list[Mention]:
    """The groups that a sentence speaks of as a whole, with the words that say so."""
    mentions: list[Mention] = []
    for start in _names().starts(keys):
        named = None if taken[start] else group_at(tokens, keys, start)
        first = _beginning(tokens, start, named[1], tokens[named[0] - 1].lower) if named else None
        if named and first is not None and not any(taken[start : named[0]]):
            mentions.append(_mention(tokens, first, named[0] - 1, named[1]))
    return mentions


def _mention(tokens: Sequence[Token], first: int, last: int, group: Group) -> Mention:
    span = Span(tokens[first].start, tokens[last].end)
    text = " ".join(token.text for token in tokens[first : last + 1])
    return Mention(MentionKind.PARTY, span, first, last, group.value, text, candidates=(group.value,), detail=GROUP)


def _beginning(tokens: Sequence[Token], start: int, group: Group, noun: str) -> int | None:
    """The first token of what makes a group whole: "all (of) the five"; None where some of it are meant."""
    words = [token.lower for token in tokens[max(0, start - _MOST_BEFORE) : start]]
    if noun in SINGULAR.values():
        return start - 1 if words[-1:] and words[-1] in _EACH else None
    counted = number_at(words, len(words) - 1) if words else None
    if counted and counted[0] != len(group.members):
        return None
    before = words[:-1] if counted else words
    whole = before[:-1] if before[-1:] and before[-1] in _ALL else before
    rest = _behind_whole(whole)
    if rest is None or len(rest) == len(words) or (rest and rest[-1] in _OTHERWISE):
        return None
    return start - len(words) + len(rest)


def _behind_whole(words: list[str]) -> list[str] | None:
    """The words before "all", "none of" and the like, where they stand last; None behind "some of", "two of"."""
    if words[-1:] and words[-1] in _WHOLE - _DENIED:
        return words[:-1]
    if words[-1:] != ["of"]:
        return words
    if words[-2:-1] and words[-2] in _WHOLE:
        return words[:-2]
    part = not words[:-1] or words[-2] in _PARTS or number_at(words, len(words) - 2) is not None
    return None if part else words
