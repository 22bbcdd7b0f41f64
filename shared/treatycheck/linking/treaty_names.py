"""Names, acronyms and shared names of the treaties, compiled once from the packaged data or a store's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from treatycheck.data import packaged
from treatycheck.facts.records import treaty_from_record
from treatycheck.facts.store import FactStore
from treatycheck.linking.screening import Need, Screen, need_of, screen_of
from treatycheck.mentions.gazetteer import Gazetteer, name_keys
from treatycheck.model import Treaty

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


@dataclass(frozen=True, slots=True)
class Name:
    """One name: whose it is, whether it must stand in these capitals, whether others bear it."""

    treaty: str
    text: str
    exact: bool
    shared: bool


_KEPT = 4


@dataclass(frozen=True, slots=True)
class TreatyNames:
    """All names as a gazetteer, and the treaties behind them."""

    gazetteer: Gazetteer[Name]
    treaties: dict[str, Treaty]
    fuzzy_names: tuple[str, ...]
    fuzzy_treaties: tuple[str, ...]
    short: Gazetteer[str]
    screen: Screen


_compiled: dict[str, TreatyNames] = {}


def is_acronym(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters) and " " not in text


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


@cache
def treaty_names() -> TreatyNames:
    """The compiled names of the packaged treaties."""
    return compile_names([treaty_from_record(record) for record in packaged("treaties.json")])


def names_of(store: FactStore) -> TreatyNames:
    """The names of a store's treaties, compiled once for each version of them. Raises StoreUnavailable."""
    version = store.reference().names
    if not version or version == packaged("version.json")["names"]:
        return treaty_names()
    if version not in _compiled:
        if len(_compiled) >= _KEPT:
            _compiled.clear()
        _compiled[version] = compile_names(list(store.treaties()))
    return _compiled[version]


def compile_names(treaties: list[Treaty]) -> TreatyNames:
    """Treaties to their names. A name that two treaties give is shared."""
    gazetteer: Gazetteer[Name] = Gazetteer()
    fuzzy: list[tuple[str, str]] = []
    short: Gazetteer[str] = Gazetteer()
    for treaty in treaties:
        for text in dict.fromkeys((treaty.name, treaty.official_title, *treaty.names)):
            gazetteer.add(text, Name(treaty.id, text, is_acronym(text), False))
            keys = name_keys(text)
            if (rest := short_form(text)) is not None:
                short.add(rest, treaty.id)
            if len(keys) > 1 and sum(map(len, keys)) > 12:
                fuzzy.append((" ".join(keys), treaty.id))
        for text in treaty.acronyms:
            gazetteer.add(text, Name(treaty.id, text, is_acronym(text), False))
        for text in treaty.shared_names:
            gazetteer.add(text, Name(treaty.id, text, is_acronym(text), True))
        for _, text in treaty.other_names:
            if len(name_keys(text)) > 1:
                gazetteer.add(text, Name(treaty.id, text, False, False))
    names, owners = tuple(name for name, _ in fuzzy), tuple(owner for _, owner in fuzzy)
    screen = screen_of(GENERIC | SINGULARS.keys(), (need for treaty in treaties for need in _needs(treaty)))
    return TreatyNames(gazetteer, {treaty.id: treaty for treaty in treaties}, names, owners, short, screen)


def _needs(treaty: Treaty) -> Iterator[Need]:
    """What a text must hold for one of a treaty's names to be found in it."""
    for text in (treaty.name, treaty.official_title, *treaty.names):
        yield _need(text)
        if (rest := short_form(text)) is not None:
            yield need_of(rest, upper=False, capital=False, bracket=True)
    for text in (*treaty.acronyms, *treaty.shared_names, *(text for _, text in treaty.other_names)):
        yield _need(text)


def _need(text: str) -> Need:
    key = text.replace(".", "").lower()
    upper = is_acronym(text) and (key in COMMON_WORDS or len(text) <= SHORT_ACRONYM)
    return need_of(text, upper=upper, capital=not upper, small=LINKS | DEEDS)
