"""Fills the slots of wordings; what a writer draws depends on its seed alone."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from benchmarks.wording import words
from treatycheck.data import packaged

_SLOT = re.compile(r"\{([a-z_]+)\}")
_NOTHING: Mapping[str, str] = MappingProxyType({})
# a share of the words is compound, as in newspapers, where one word in seven is new even behind 50,000 others
_COMPOUND_SHARE = 0.33
_COMPOUNDS = {
    "quality": ("half-{deed}", "{small}-year-old", "{goods}-rich", "badly-{deed}", "{weekday}-only", "{town}-made"),
    "goods": ("{town} {goods}", "{place}-grade {goods}", "{goods}-and-{goods}"),
    "place": ("{town} {place}", "{goods}works", "{goods}yard", "{goods}house", "{goods}-{place}"),
    "trades": ("{town} {trades}", "ex-{trades}", "{goods}-{trades}", "{trades}-turned-{trades}"),
    "deed": ("re-{deed}", "over{deed}", "un{deed}", "mis{deed}", "pre{deed}", "out{deed}"),
    "group": ("{town} {group}", "{surname} {group}", "{group} of {town}", "{person} {group}"),
    "role": ("vice-{role}", "{goods}-{role}", "ex-{role}", "co-{role}"),
    "topics": ("{goods}-{topics}", "{group}-{topics}", "{weekday}-{topics}", "{town} {topics}"),
}
_LISTS = {
    "goods": words.GOODS,
    "place": words.PLACES,
    "trades": words.TRADES,
    "quality": words.QUALITIES,
    "deed": words.DEEDS,
    "manner": words.MANNERS,
    "role": words.ROLES,
    "group": words.GROUPS,
    "topics": words.TOPICS,
    "month": words.MONTHS,
    "weekday": words.WEEKDAYS,
}


@cache
def known(kind: str) -> tuple[str, ...]:
    """The states, capitals or leaders whom the lexicon knows."""
    lexicon = packaged("lexicon.json")
    states = [party for party in lexicon["parties"] if party["kind"] == "state"]
    if kind == "state":
        return tuple(party["name"] for party in states)
    if kind == "capital":
        return tuple(party["capital"] for party in states if party.get("capital"))
    return tuple(person["name"] for person in lexicon["people"])


class Filler:
    """Draws words, numbers, days and names."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def filled(self, wording: str, given: Mapping[str, str] = _NOTHING) -> str:
        """A wording with its slots filled, by what is given where it is, and a capital at its beginning."""
        told = self._put_in(wording, given)
        return told[0].upper() + told[1:]

    def _put_in(self, wording: str, given: Mapping[str, str]) -> str:
        return _SLOT.sub(lambda slot: given.get(slot[1]) or self.drawn(slot[1]), wording)

    def drawn(self, slot: str) -> str:
        """Something for a slot."""
        if slot in _COMPOUNDS and self.chance.random() < _COMPOUND_SHARE:
            return self._put_in(self.chance.choice(_COMPOUNDS[slot]), _NOTHING)
        if slot in _LISTS:
            return self.chance.choice(_LISTS[slot])
        if slot in ("state", "capital", "leader"):
            return self.chance.choice(known(slot))
        if slot in ("person", "surname", "town"):
            return self._name(slot)
        return self._number(slot) if slot in ("few", "small", "large", "percent") else self._time(slot)

    def _name(self, slot: str) -> str:
        if slot == "town":
            return self._syllables() + self.chance.choice(words.TOWN_ENDINGS)
        surname = self._syllables() + self.chance.choice(words.SURNAME_ENDINGS)
        return surname if slot == "surname" else f"{self.chance.choice(words.FIRST_NAMES)} {surname}"

    def _syllables(self) -> str:
        return self.chance.choice(words.SURNAME_BEGINNINGS) + self.chance.choice(words.SURNAME_MIDDLES)

    def _number(self, slot: str) -> str:
        if slot == "few":
            return self.chance.choice("two three four five six seven eight nine ten eleven twelve".split())
        if slot == "large":
            return f"{self.chance.randrange(1_000, 90_000):,}"
        return str(self.chance.randrange(13, 90))

    def _time(self, slot: str) -> str:
        year = self.chance.randrange(1950, 2024)
        if slot == "year":
            return str(year)
        month = self.chance.choice(words.MONTHS)
        if slot == "month_year":
            return f"{month} {year}"
        return self.day(year, month, self.chance.randrange(1, 29))

    def day(self, year: int, month: str, day: int) -> str:
        """A day as British or American papers write it."""
        return f"{day} {month} {year}" if self.chance.random() < 0.5 else f"{month} {day}, {year}"
