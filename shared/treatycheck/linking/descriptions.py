"""Treaties that a text describes instead of naming them: "the treaty of peace between Egypt and Israel".

The words around a common noun are weighed by how few treaties share them (inverse document frequency); the treaty
whose titles hold nearly all of that weight is meant, where no other comes near, or one whose name says it in full.
Where a year stands beside the noun, the treaties of that year are the choice, and some of the weight is enough.
It is a guess: what is claimed of a treaty so found counts only where the facts bear it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from treatycheck.linking.treaty_names import GENERIC, TreatyNames
from treatycheck.model import Sentence, Token, Treaty
from treatycheck.text.likeness import content_words

DESCRIPTION = "description"
_LONGEST_TAIL, _LONGEST_HEAD = 20, 4
_LEAST_SHARE, _LEAST_LEAD, _LEAST_WEIGHT = 0.75, 0.15, 5.0
# rare words that more treaties hold tell none
_MOST_HOLDERS = 256
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


def words_of(treaty: Treaty) -> frozenset[str]:
    """The content words of all that a treaty is called and is about."""
    return content_words(" ".join((treaty.name, treaty.official_title, treaty.subject, *treaty.names)))


def _topic_of(treaty: Treaty) -> frozenset[str]:
    """What a treaty is about; its full title also says how it was made."""
    return content_words(f"{treaty.name} {treaty.subject}")


def _weight(word: str, names: TreatyNames) -> float:
    """How much a word tells: the fewer treaties hold it the more, one that none holds as one that a single one does."""
    return log(len(names.ids) / max(1, names.described.count(word)))


def described_treaty(tokens: Sequence[Token], noun: int, names: TreatyNames) -> tuple[str, int] | None:
    """The treaty that the words around a common noun describe, and the index of their last token."""
    last = _tail_end(tokens, noun)
    words = content_words(" ".join(_described_by(tokens, noun, last))) - _NOUNS
    weights = {word: _weight(word, names) for word in words}
    whole = sum(weights.values())
    if whole < _LEAST_WEIGHT:
        return None
    scores = {number: _share(number, weights, whole, names) for number in _candidates(weights, whole, names)}
    best = max(scores.values(), default=0.0)
    if best < _LEAST_SHARE:
        return None
    near = [names.id_of(number) for number, score in scores.items() if best - score < _LEAST_LEAD]
    if len(words) == 1:
        near = [treaty for treaty in near if words <= _topic_of(names.treaties[treaty])]
    if len(near) > 1:
        near = [treaty for treaty in near if content_words(names.treaties[treaty].name) - _NOUNS <= words]
    return (near[0], last) if len(near) == 1 else None


def _candidates(weights: Mapping[str, float], whole: float, names: TreatyNames) -> set[int]:
    """The treaties that hold one of the rarest words, without all of which none comes near; none where they are many.

    So a word that a hundred thousand treaties hold costs no more than one that a few do.
    """
    found: set[int] = set()
    rest, held = whole, 0
    for word in sorted(weights, key=lambda word: (-weights[word], word)):
        if rest < (_LEAST_SHARE - _LEAST_LEAD) * whole:
            break
        rest -= weights[word]
        held += names.described.count(word)
        if held > _MOST_HOLDERS:
            return set()
        found.update(names.described.holders(word))
    return found


def _share(number: int, weights: Mapping[str, float], whole: float, names: TreatyNames) -> float:
    """The share of the weight of all words that a treaty holds."""
    return sum(weight / whole for word, weight in weights.items() if names.described.holds(word, number))


def described_of_year(tokens: Sequence[Token], noun: int, year: int, names: TreatyNames) -> str | None:
    """The treaty of a year that the words of a noun's phrase and clause describe: "a 1987 treaty that bans …"."""
    words = content_words(" ".join(_clause_around(tokens, noun))) - _NOUNS
    low, high = names.of_year(year)
    shared: dict[int, list[float]] = {}
    for word in words if low < high else ():
        for number in names.described.holders_between(word, low, high):
            shared.setdefault(number, []).append(_weight(word, names))
    ranked = sorted(((sum(weights), -number) for number, weights in shared.items()), reverse=True)
    if not ranked or ranked[0][0] < _LEAST_OF_YEAR or len(shared[-ranked[0][1]]) < _LEAST_WORDS:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD_OF_YEAR:
        return None
    return names.id_of(-ranked[0][1])


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
