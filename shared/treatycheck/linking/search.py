"""Treaties by what somebody types: words of a name in any order, begun, whole or misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process, utils

from treatycheck.linking.treaty_names import GENERIC, LINKS, TreatyNames
from treatycheck.linking.word_index import WordIndex
from treatycheck.model import Treaty

_WHOLE, _BEGUN, _MISSPELT = 100.0, 95.0, 80.0
# shorter words are another word with one letter changed, not a misspelling
_LEAST_LETTERS = 4
_LONGEST_QUERY, _MOST_WORDS = 200, 12


def found_treaties(names: TreatyNames, query: str) -> list[Treaty]:
    """The treaties that the query may mean, the likest first, those that are as like by id."""
    sought = utils.default_process(query[:_LONGEST_QUERY])
    likeness = [_like(word, names.searched) for word in _telling_words(sought)]
    scores = {treaty.id: _score(treaty, sought, likeness) for treaty in _holding_all(likeness, names)}
    found = [treaty_id for treaty_id, score in scores.items() if score]
    return [names.treaties[treaty_id] for treaty_id in sorted(found, key=lambda item: (-scores[item], item))]


def searched_words(treaty: Treaty) -> frozenset[str]:
    """The words of all that a treaty is called, in lower case without marks."""
    return frozenset(word for text in _texts(treaty) for word in text.split())


def _holding_all(likeness: Sequence[Mapping[str, float]], names: TreatyNames) -> Iterator[Treaty]:
    """The treaties that hold a word like each one sought."""
    holders = [{number for word in words for number in names.searched.holders(word)} for words in likeness]
    for number in set.intersection(*holders) if holders else ():
        yield names.treaties[names.id_of(number)]


def _score(treaty: Treaty, sought: str, likeness: Sequence[Mapping[str, float]]) -> float:
    """How like the query the likest of a treaty's names is, 0 where none has all words."""
    best = 0.0
    for text in _texts(treaty):
        words = text.split()
        told = [max((like.get(word, 0.0) for word in words), default=0.0) for like in likeness]
        if all(told):
            best = max(best, sum(told) / len(told) + fuzz.ratio(sought, text))
    return best


def _telling_words(sought: str) -> list[str]:
    """The words that a name must hold: "versailles" of "treaty of versailles"."""
    words = list(dict.fromkeys(sought.split()))[:_MOST_WORDS]
    return [word for word in words if word not in GENERIC | LINKS] or words


def _like(word: str, index: WordIndex) -> dict[str, float]:
    """The words of names that are the word, or one that it begins or misspells, each with how like it is."""
    likeness = {held: _WHOLE if held == word else _BEGUN for held in index.words if held.startswith(word)}
    if len(word) >= _LEAST_LETTERS:
        similar = process.extract_iter(word, index.words.keys(), scorer=fuzz.ratio, score_cutoff=_MISSPELT)
        for held, score, _ in similar:
            likeness.setdefault(held, score)
    return likeness


@lru_cache(maxsize=1024)
def _texts(treaty: Treaty) -> tuple[str, ...]:
    given = (treaty.id, treaty.name, treaty.official_title, *treaty.names, *treaty.acronyms, *treaty.shared_names)
    others = (name for _, name in treaty.other_names)
    return tuple(dict.fromkeys(utils.default_process(text) for text in (*given, *others)))
