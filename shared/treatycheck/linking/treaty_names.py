"""Names, acronyms and shared names of the treaties, as they were compiled from the packaged data or a store's."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatycheck.data import mapped, packaged
from treatycheck.data.tables import Tables, Texts
from treatycheck.facts.records import treaty_from_record
from treatycheck.facts.store import FactStore
from treatycheck.linking.misspelt_nouns import misspelt_nouns
from treatycheck.linking.screening import Screen
from treatycheck.linking.word_index import WordIndex
from treatycheck.mentions.flat_trie import FlatTrie
from treatycheck.model import Treaty

if TYPE_CHECKING:
    from treatycheck.linking.fuzzy_names import FuzzyNames

NOUNS = frozenset(
    "treaty treaties pact pacts accord accords agreement agreements convention conventions protocol protocols deal "
    "memorandum charter covenant statute declaration armistice compact settlement truce".split()
)
GENERIC = frozenset(
    "treaty pact accord accords agreement agreements convention "
    "conventions protocol deal memorandum charter covenant statute "
    "declaration armistice treaties compact settlement".split()
)
SINGULARS = {
    "treaties": "treaty",
    "pacts": "pact",
    "accords": "accord",
    "agreements": "agreement",
    "conventions": "convention",
    "protocols": "protocol",
    "covenants": "covenant",
}
LINKS = frozenset({"of", "on", "the", "and", "for", "in", "to", "against", "with", "concerning"})
# what is done by a treaty and gives it its name, in small letters, too: "the purchase of Alaska"
DEEDS = frozenset({"purchase", "peace", "cession"})
# acronyms that are words, too: only capitals tell them, or a noun behind them
COMMON_WORDS = frozenset({"start", "salt", "sort", "cites", "cat", "inf", "act", "pact", "open", "seato", "npt"})
SHORT_ACRONYM = 4
# bits of a compiled name
EXACT, SHARED = 1, 2
_KEPT, _KEPT_TREATIES = 4, 4096


class Name(NamedTuple):
    """One name: whose it is, whether it must stand in these capitals, whether others bear it."""

    treaty: str
    text: str
    exact: bool
    shared: bool


class Treaties(Mapping[str, Treaty]):
    """The treaties by id, each read when it is asked for; those that are asked for often are kept."""

    def __init__(self, ids: Texts, records: Texts) -> None:
        self._ids = ids
        self._records = records
        self._kept = lru_cache(_KEPT_TREATIES)(self._read)

    def __getitem__(self, treaty_id: str) -> Treaty:
        return self._kept(treaty_id)

    def __contains__(self, treaty_id: object) -> bool:
        return isinstance(treaty_id, str) and self._ids.place_of(treaty_id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def _read(self, treaty_id: str) -> Treaty:
        place = self._ids.place_of(treaty_id)
        if place is None:
            raise KeyError(treaty_id)
        return treaty_from_record(json.loads(self._records[place]))


class TreatyNames:
    """All names as a gazetteer, and the treaties behind them, in the tables that `compiling.py` wrote."""

    def __init__(self, tables: Tables) -> None:
        words = tables.texts("words").places()
        self._tables = tables
        self.ids = tables.texts("treaties.ids")
        self.treaties = Treaties(self.ids, tables.texts("treaties.records"))
        self._by_year, self._years = tables.numbers("treaties.by_year"), tables.numbers("treaties.years")
        self._phrases, self._bearers = tables.texts("contexts.words"), tables.numbers("contexts.counts")
        self.screen = Screen(tables, GENERIC | SINGULARS.keys() | misspelt_nouns().keys())
        self._owners, self._kinds = tables.numbers("names.owners"), tables.numbers("names.kinds")
        self._texts = tables.texts("names.texts")
        self.gazetteer = FlatTrie(tables, "names", words, self._name)
        owners_of_short = tables.numbers("short.owners")
        self.short = FlatTrie(tables, "short", words, lambda row: self.ids[owners_of_short[row]])

    def _name(self, row: int) -> Name:
        kind = self._kinds[row]
        return Name(self.ids[self._owners[row]], self._texts[row], bool(kind & EXACT), bool(kind & SHARED))

    def id_of(self, number: int) -> str:
        """The id of the treaty that the indexes give as a number."""
        return self.ids[self._by_year[number]]

    def of_year(self, year: int) -> tuple[int, int]:
        """The numbers of the treaties of a year: the first, and the one behind the last."""
        return bisect_left(self._years, year), bisect_right(self._years, year)

    @cached_property
    def fuzzy(self) -> FuzzyNames:
        """The names that may be misspelt."""
        # rapidfuzz is imported where a text needs it
        from treatycheck.linking.fuzzy_names import FuzzyNames

        return FuzzyNames(self._tables)

    @cached_property
    def described(self) -> WordIndex:
        """The content words of what treaties are called and are about."""
        return WordIndex(self._tables, "described")

    @cached_property
    def searched(self) -> WordIndex:
        """The words of all names, as a search is typed."""
        return WordIndex(self._tables, "searched")

    def bearers(self, phrase: str) -> int:
        """How many treaties have a phrase in their context."""
        place = self._phrases.place_of(phrase)
        return 0 if place is None else self._bearers[place]


_compiled: dict[str, TreatyNames] = {}


def is_acronym(text: str) -> bool:
    if " " in text:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


@lru_cache(maxsize=4096)
def short_form(name: str) -> str | None:
    """ "Lausanne" of "Treaty of Lausanne": what a name is without its noun, where it is one or two proper words."""
    words = [
        word
        for word in name.replace("Treaties", "Treaty").split()
        if word.lower() not in GENERIC | {"of", "the", "peace"}
    ]
    if len(words) == len(name.split()) or not 1 <= len(words) <= 2:
        return None
    proper = all(word[0].isupper() and not word.isupper() for word in words)
    return " ".join(words) if proper and not is_acronym(words[0]) else None


def own_names(treaty: Treaty) -> tuple[str, ...]:
    """The names of a treaty that are no acronyms, nor others' names, too."""
    return tuple(dict.fromkeys((treaty.name, treaty.official_title, *treaty.names)))


def short_names_of(treaty: Treaty) -> Iterator[str]:
    """Its names without their nouns."""
    return (rest for text in own_names(treaty) if (rest := short_form(text)) is not None)


@cache
def treaty_names() -> TreatyNames:
    """The compiled names of the packaged treaties."""
    return TreatyNames(Tables(mapped("names.bin")))


def names_of(store: FactStore) -> TreatyNames:
    """The names of a store's treaties, compiled once for each version of them. Raises StoreUnavailable."""
    version = store.reference().names
    if not version or version == packaged("version.json")["names"]:
        return treaty_names()
    if version not in _compiled:
        # only a table that differs from the package needs the compiler
        from treatycheck.linking.compiling import compile_names

        if len(_compiled) >= _KEPT:
            _compiled.clear()
        _compiled[version] = TreatyNames(Tables(compile_names(store.treaties())))
    return _compiled[version]
