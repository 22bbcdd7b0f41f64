"""Sentences that tell facts of the reference, most of them as they are, some with another year or day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.wording.filling import Filler
from benchmarks.wording.treaty import NAMED, REFERRING, TOLD
from benchmarks.wording.words import MONTHS
from treatycheck.data import packaged
from treatycheck.data.records import packaged_records
from treatycheck.facts.records import treaty_from_record

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_YEARS = re.compile(r"P(\d+)Y")
_WRONG_SHARE = 0.15
# "named" and "referring" are wordings without a value: so many of ten sentences
_NAMED, _REFERRING = 2, 3
_LONGEST_VALUE = 120


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as a wording takes it: the treaty's id, value, and the party's name or nothing."""

    treaty: str
    value: str
    party: str


@cache
def facts_to_tell() -> dict[str, tuple[Told, ...]]:
    """By kind of wording, what can be told."""
    parties = {party["id"]: party["name"] for party in packaged("lexicon.json")["parties"]}
    told: dict[str, list[Told]] = {kind: [] for kind in TOLD}
    # treaty by treaty: the whole file would stay in the memory that is measured
    for records in packaged_records("facts.json").values():
        for record in records:
            party = parties.get(record.get("party", ""), "")
            kind = "party signed" if record["relation"] == "signed" and party else record["relation"]
            if kind in told and bool(party) == any("{party}" in wording for wording in TOLD[kind]):
                told[kind].append(Told(record["treaty"], record["values"][0], party))
    return {kind: tuple(held) for kind, held in told.items() if held}


@cache
def names_of_treaties() -> dict[str, tuple[str, ...]]:
    """By id, the names that texts use: acronyms and the official title among them."""
    treaties = map(treaty_from_record, packaged_records("treaties.json").values())
    return {
        treaty.id: tuple(dict.fromkeys((treaty.name, treaty.name, *treaty.names, *treaty.acronyms)))
        for treaty in treaties
    }


class Teller:
    """Sentences on treaties without end; a treaty, once named, is spoken of for some sentences."""

    def __init__(self, filler: Filler) -> None:
        self._filler = filler
        self._chance = filler.chance

    def sentences(self) -> Iterator[str]:
        """A sentence with a name, then now and then some with "it" or "the pact"."""
        while True:
            yield self.naming()
            while self._chance.randrange(10) < _REFERRING:
                yield self._filler.filled(self._chance.choice(REFERRING))

    def naming(self) -> str:
        """A sentence with a treaty's name, most often with a fact."""
        if self._chance.randrange(10) < _NAMED:
            names = self._chance.choice(list(names_of_treaties().values()))
            return self._filler.filled(self._chance.choice(NAMED), {"treaty": self._chance.choice(names)})
        kinds = facts_to_tell()
        kind = self._chance.choice(list(kinds))
        return self._told(self._chance.choice(TOLD[kind]), self._chance.choice(kinds[kind]))

    def _told(self, wording: str, told: Told) -> str:
        names: Sequence[str] = names_of_treaties().get(told.treaty, (told.treaty,))
        value, preposition = self._worded(told.value)
        given = {"value": value, "when": f"{preposition} {value}", "party": told.party}
        return self._filler.filled(wording, given | {"treaty": self._chance.choice(names)})

    def _worded(self, value: str) -> tuple[str, str]:
        """A value as texts write it, and the preposition before it."""
        if (years := _YEARS.fullmatch(value)) is not None:
            return f"{years[1]} years", "for"
        if (date := _DATE.fullmatch(value)) is None:
            return value[:_LONGEST_VALUE], "as"
        year = int(date[1]) + (self._chance.randrange(1, 6) if self._chance.random() < _WRONG_SHARE else 0)
        if date[2] is None:
            return str(year), "in"
        month = MONTHS[int(date[2]) - 1]
        return (f"{month} {year}", "in") if date[3] is None else (self._filler.day(year, month, int(date[3])), "on")
