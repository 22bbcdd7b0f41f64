"""References to treaties that the text never names: told by their words, or by their year and their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.linking.descriptions import DESCRIPTION, described_of_year, described_treaty, words_of
from treatycheck.linking.misspellings import treaty_mention
from treatycheck.linking.treaty_names import GENERIC, TreatyNames
from treatycheck.model import MatchMethod, Mention, Sentence
from treatycheck.text.likeness import content_words
from treatycheck.values.edtf import year_of

MODIFIERS_END = frozenset("of in on at to by with under for and or , ; ( ) was is has".split())
_LONGEST_PHRASE, _DATE_REACH = 7, 18
_LONGEST_TAIL, _LEAST_TAIL, _SAME_SHARE = 10, 2, 0.5
_TAIL_ENDS = frozenset(", ; : . ( ) was is were are has had have will in on by since after before".split())
_TELLING = frozenset(
    "on against banning prohibiting limiting outlawing establishing creating setting founding governing concerning "
    "regarding about between".split()
)
_CONTENT_VERBS = frozenset(
    "sets set establishes established creates created founds founded founding governs governed bans banned ended ends "
    "gave gives divided divides".split()
)


def described_reference(sentence: Sentence, index: int, end: int, names: TreatyNames) -> Mention | None:
    """ "the treaty of peace between Egypt and Israel", "the tobacco convention"."""
    found = described_treaty(sentence.tokens, end, names)
    if found is None:
        return None
    treaty, last = found
    mention = treaty_mention(sentence.tokens, index, last + 1, treaty, MatchMethod.CONTEXT, 0.6)
    return mention._replace(detail=DESCRIPTION)


def reference_of_year(
    sentence: Sentence, index: int, covered: set[int], dates: Sequence[Mention], names: TreatyNames
) -> Mention | None:
    """ "a 1987 treaty that bans …", "In 1947 they signed the peace treaty with …": told by its year and its words."""
    tokens = sentence.tokens
    end = index if tokens[index].lower in GENERIC else _noun_of(sentence, index, covered)
    if end is None:
        return None
    for date in _dates_beside(sentence, index, end, dates):
        year = year_of(date.value)
        treaty = described_of_year(tokens, end, year, names) if year is not None else None
        if treaty is not None:
            mention = treaty_mention(tokens, index, end + 1, treaty, MatchMethod.CONTEXT, 0.6)
            return mention._replace(detail=DESCRIPTION)
    return None


def _noun_of(sentence: Sentence, index: int, covered: set[int]) -> int | None:
    """The noun such as "treaty" that the determiner at a token opens, over lower-case modifiers and years."""
    for end in range(index + 1, min(index + _LONGEST_PHRASE, len(sentence.tokens))):
        word = sentence.tokens[end].lower
        if end in covered or word in MODIFIERS_END - {"of"}:
            return None
        if word in GENERIC:
            return end
    return None


def _dates_beside(sentence: Sentence, index: int, end: int, dates: Sequence[Mention]) -> Iterator[Mention]:
    """The dates inside a noun phrase, then those behind it in its clause, then one that opens the sentence."""
    yield from (date for date in dates if index <= date.first <= end)
    for date in dates:
        between = {token.lower for token in sentence.tokens[end + 1 : date.first]}
        if end < date.first <= end + _DATE_REACH and not between & (GENERIC | {";", ":"}):
            yield date
    yield from (date for date in dates if date.last < index and date.first <= 2)


def is_told_apart(sentence: Sentence, noun: int, target: Mention, names: TreatyNames) -> bool:
    """ "the agreement that sets up a bank", "the accord on fisheries": a treaty of its own, told by what it is about.

    It may still be the target, where half of what follows is in the target's names or subject.
    """
    tail = _telling_tail(sentence, noun)
    if len(tail) < _LEAST_TAIL or not target.value:
        return False
    told = content_words(" ".join(tail))
    return len(told & words_of(names.treaties[target.value])) < _SAME_SHARE * len(told)


def _telling_tail(sentence: Sentence, noun: int) -> list[str]:
    tokens = sentence.tokens
    words = [token.lower for token in tokens[noun + 1 : noun + 2 + _LONGEST_TAIL]]
    opener = words[:1]
    founding = opener == ["that"] and set(words[1:2]) & _CONTENT_VERBS
    if not founding and not set(opener) & _TELLING:
        return []
    end = next((index for index, word in enumerate(words) if word in _TAIL_ENDS), len(words))
    return [word for word in words[1:end] if word.isalpha()]
