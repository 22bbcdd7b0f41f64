"""Treaties by what somebody types: words of a name in any order, begun, whole or misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process, utils

from treatycheck.linking.treaty_names import GENERIC, LINKS, TreatyNames
from treatycheck.model import Treaty

_WHOLE, _BEGUN, _MISSPELT = 100.0, 95.0, 80.0
# shorter words are another word with one letter changed, not a misspelling
_LEAST_LETTERS = 4
_LONGEST_QUERY, _MOST_WORDS = 200, 12


@dataclass(frozen=True, slots=True)
class Index:
    """All names in lower case without marks, whose they are, and which of them hold a word."""

    owners: tuple[str, ...]
    names: tuple[str, ...]
    holders: Mapping[str, tuple[int, ...]]


def found_treaties(names: TreatyNames, query: str) -> list[Treaty]:
    """The treaties that the query may mean, the likest first, those that are as like by id."""
    sought = utils.default_process(query[:_LONGEST_QUERY])
    index = _index_of(tuple(names.treaties.values()))
    telling = _telling_words(sought)
    likeness = [_names_with(word, index) for word in telling]
    scores: dict[str, float] = {}
    for place in set.intersection(*map(set, likeness)) if likeness else ():
        by_words = sum(found[place] for found in likeness) / len(likeness)
        score = by_words + fuzz.ratio(sought, index.names[place])
        scores[index.owners[place]] = max(scores.get(index.owners[place], 0.0), score)
    return [names.treaties[found] for found in sorted(scores, key=lambda found: (-scores[found], found))]


def _telling_words(sought: str) -> list[str]:
    """The words that a name must hold: "versailles" of "treaty of versailles"."""
    words = list(dict.fromkeys(sought.split()))[:_MOST_WORDS]
    return [word for word in words if word not in GENERIC | LINKS] or words


def _names_with(word: str, index: Index) -> dict[int, float]:
    """The names that hold the word, or one that it begins or misspells, each with how like the word is."""
    likeness = {held: _WHOLE if held == word else _BEGUN for held in index.holders if held.startswith(word)}
    if len(word) >= _LEAST_LETTERS:
        similar = process.extract_iter(word, index.holders.keys(), scorer=fuzz.ratio, score_cutoff=_MISSPELT)
        for held, score, _ in similar:
            likeness.setdefault(held, score)
    found: dict[int, float] = {}
    for held, score in likeness.items():
        for place in index.holders[held]:
            found[place] = max(found.get(place, 0.0), score)
    return found


@lru_cache(maxsize=2)
def _index_of(treaties: tuple[Treaty, ...]) -> Index:
    pairs = [(treaty.id, text) for treaty in treaties for text in _texts(treaty)]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, (_, text) in enumerate(pairs):
        for word in dict.fromkeys(text.split()):
            holders[word].append(place)
    places = {word: tuple(held) for word, held in holders.items()}
    return Index(tuple(owner for owner, _ in pairs), tuple(text for _, text in pairs), places)


def _texts(treaty: Treaty) -> list[str]:
    given = (treaty.id, treaty.name, treaty.official_title, *treaty.names, *treaty.acronyms, *treaty.shared_names)
    others = (name for _, name in treaty.other_names)
    return list(dict.fromkeys(utils.default_process(text) for text in (*given, *others)))
