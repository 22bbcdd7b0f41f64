""" "The two leaders", "both men": the two people of whom the sentences before spoke last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatycheck.mentions.entities import find_entities
from treatycheck.mentions.strangers import PAIR
from treatycheck.model import Mention, MentionKind, Sentence, Span

_PEOPLE = frozenset("leaders presidents men statesmen premiers chancellors ministers heads rulers chiefs".split())
_LONGEST_PHRASE = 3


def find_pair(
    sentence: Sentence, earlier: Callable[[], Sequence[tuple[Sentence, Sequence[str]]]]
) -> tuple[Mention, ...]:
    """The mention of a pair in a sentence, its value their names joined by "; ", from the sentences before it."""
    phrase = _phrase(sentence.words)
    names = _last_two(earlier()) if phrase else ()
    if phrase is None or len(names) != 2:
        return ()
    first, last = phrase
    tokens = sentence.tokens
    text = " ".join(token.text for token in tokens[first : last + 1])
    span = Span(tokens[first].start, tokens[last].end)
    return (Mention(MentionKind.PERSON, span, first, last, "; ".join(names), text, detail=PAIR),)


def _phrase(words: Sequence[str]) -> tuple[int, int] | None:
    if _PEOPLE.isdisjoint(words):
        return None
    for index, word in enumerate(words):
        if word == "both" or (word == "two" and index and words[index - 1] in {"the", "these"}):
            for last in range(index + 1, min(index + 1 + _LONGEST_PHRASE, len(words))):
                if words[last] in _PEOPLE:
                    return index - (word == "two"), last
    return None


def _last_two(earlier: Sequence[tuple[Sentence, Sequence[str]]]) -> tuple[str, ...]:
    """The names of the people of the nearest sentences that together speak of two or more."""
    names: list[str] = []
    for sentence, keys in reversed(earlier):
        found = find_entities(sentence, keys, [False] * len(keys))[MentionKind.PERSON]
        names = [*dict.fromkeys(mention.value for mention in found if mention.value not in names), *names]
        if len(names) >= 2:
            break
    return tuple(names)
