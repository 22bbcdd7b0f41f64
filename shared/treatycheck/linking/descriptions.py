"""Treaties that a text describes instead of naming them: "the treaty of peace between Egypt and Israel".

The words around a common noun are weighed by how few treaties share them (inverse document frequency); the treaty
whose titles hold nearly all of that weight is meant, where no other comes near, or one whose name says it in full.
Where a year stands beside the noun, the treaties of that year are the choice, and some of the weight is enough.
It is a guess: what is claimed of a treaty so found counts only where the facts bear it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from treatycheck.linking.treaty_names import GENERIC, TreatyNames
from treatycheck.model import Sentence, Token, Treaty
from treatycheck.text.likeness import content_words

DESCRIPTION = "description"
_LONGEST_TAIL, _LONGEST_HEAD = 20, 4
_LEAST_SHARE, _LEAST_LEAD, _LEAST_WEIGHT = 0.75, 0.15, 5.0
_LONGEST_CLAUSE, _LEAST_WORDS, _LEAST_OF_YEAR, _LEAD_OF_YEAR = 24, 2, 5.0, 2.0
_CLAUSE_ENDS = frozenset(". ; : ? !".split())
_TAIL_ENDS = frozenset(
    ", ; : . ( ) \u2014 \u2013 which that who whose where when while was is are were has had have will would may "
    "signed concluded reached agreed adopted ratified made struck but while in at as by after before since".split()
)
_HEAD_ENDS = frozenset("the a an this its their his her our 's and or of in on to".split())
_NOUNS = content_words(" ".join(GENERIC))
_TAIL_OPENERS = frozenset(
    "of on for against between with establishing creating setting banning prohibiting limiting concerning regarding to "
    "outlawing governing about restricting".split()
)


@dataclass(frozen=True, slots=True)
class _Index:
    """The weights of words, the treaties whose titles hold them, and how many treaties there are."""

    weights: Mapping[str, float]
    treaties: Mapping[str, tuple[str, ...]]
    count: int


_KEPT = 4
_indexes: dict[int, tuple[TreatyNames, _Index]] = {}


def words_of(treaty: Treaty) -> frozenset[str]:
    """The content words of all that a treaty is called and is about."""
    return content_words(" ".join((treaty.name, treaty.official_title, treaty.subject, *treaty.names)))


def _topic_of(treaty: Treaty) -> frozenset[str]:
    """What a treaty is about; its full title also says how it was made."""
    return content_words(f"{treaty.name} {treaty.subject}")


def _index_of(names: TreatyNames) -> _Index:
    if id(names) not in _indexes:
        if len(_indexes) >= _KEPT:
            _indexes.clear()
        words = {treaty.id: words_of(treaty) for treaty in names.treaties.values()}
        counts = Counter(word for own in words.values() for word in own)
        holders: dict[str, list[str]] = {}
        for treaty, own in words.items():
            for word in own:
                holders.setdefault(word, []).append(treaty)
        weights = {word: log(len(words) / count) for word, count in counts.items()}
        index = _Index(weights, {word: tuple(held) for word, held in holders.items()}, len(words))
        _indexes[id(names)] = (names, index)
    return _indexes[id(names)][1]


def described_treaty(tokens: Sequence[Token], noun: int, names: TreatyNames) -> tuple[str, int] | None:
    """The treaty that the words around a common noun describe, and the index of their last token."""
    last = _tail_end(tokens, noun)
    words = content_words(" ".join(_described_by(tokens, noun, last))) - _NOUNS
    index = _index_of(names)
    unknown = log(index.count)
    whole = sum(index.weights.get(word, unknown) for word in words)
    if whole < _LEAST_WEIGHT:
        return None
    scores: dict[str, float] = {}
    for word in words:
        for treaty in index.treaties.get(word, ()):
            scores[treaty] = scores.get(treaty, 0.0) + index.weights[word] / whole
    best = max(scores.values(), default=0.0)
    if best < _LEAST_SHARE:
        return None
    near = [treaty for treaty, score in scores.items() if best - score < _LEAST_LEAD]
    if len(words) == 1:
        near = [treaty for treaty in near if words <= _topic_of(names.treaties[treaty])]
    if len(near) > 1:
        near = [treaty for treaty in near if content_words(names.treaties[treaty].name) - _NOUNS <= words]
    return (near[0], last) if len(near) == 1 else None


def described_of_year(tokens: Sequence[Token], noun: int, year: int, names: TreatyNames) -> str | None:
    """The treaty of a year that the words of a noun's phrase and clause describe: "a 1987 treaty that bans …"."""
    words = content_words(" ".join(_clause_around(tokens, noun))) - _NOUNS
    index = _index_of(names)
    shared: dict[str, list[float]] = {}
    for word in words:
        for treaty in index.treaties.get(word, ()):
            if names.treaties[treaty].year == year:
                shared.setdefault(treaty, []).append(index.weights[word])
    ranked = sorted(
        ((treaty, sum(weights)) for treaty, weights in shared.items()), key=lambda item: (-item[1], item[0])
    )
    if not ranked or ranked[0][1] < _LEAST_OF_YEAR or len(shared[ranked[0][0]]) < _LEAST_WORDS:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD_OF_YEAR:
        return None
    return ranked[0][0]


def _clause_around(tokens: Sequence[Token], noun: int) -> Iterator[str]:
    """The words of a noun's clause, as far as no other such noun stands in between."""
    for reach in (
        reversed(tokens[max(0, noun - _LONGEST_CLAUSE) : noun]),
        tokens[noun + 1 : noun + 1 + _LONGEST_CLAUSE],
    ):
        for token in reach:
            if token.text in _CLAUSE_ENDS or token.lower in GENERIC:
                break
            yield token.lower


def speaks_of_treaty(sentence: Sentence) -> bool:
    """Whether a sentence holds a noun such as "treaty", whose words may describe one."""
    return any(token.lower in GENERIC for token in sentence.tokens)


def _tail_end(tokens: Sequence[Token], noun: int) -> int:
    if noun + 1 >= len(tokens) or tokens[noun + 1].lower not in _TAIL_OPENERS:
        return noun
    index = noun + 1
    while index + 1 < len(tokens) and index - noun < _LONGEST_TAIL and tokens[index + 1].lower not in _TAIL_ENDS:
        index += 1
    return index


def _described_by(tokens: Sequence[Token], noun: int, last: int) -> Iterator[str]:
    for index in range(noun - 1, max(-1, noun - 1 - _LONGEST_HEAD), -1):
        if tokens[index].lower in _HEAD_ENDS or not tokens[index].text[0].isalnum():
            break
        yield tokens[index].lower
    for token in tokens[noun + 1 : last + 1]:
        yield token.lower
