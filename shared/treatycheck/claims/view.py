"""A sentence with all that was found in it: what the roles are looked for in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from treatycheck.claims.predicates import Predicate
from treatycheck.model import Mention, MentionKind, Sentence, Span


class View(NamedTuple):
    """Tokens as folded words, mentions by kind in order, predicates, and dates in names with their treaties.

    `salient` is the treaty that the text is about, `background` those that it spoke of lately, the last one first.
    `told` are the dates that stand before an event which the sentence tells by another date. `state_before` is the
    state that the sentence before spoke of: an "it" that acts may stand for it.
    """

    sentence: Sentence
    words: tuple[str, ...]
    treaties: tuple[Mention, ...]
    dates: tuple[Mention, ...]
    durations: tuple[Mention, ...]
    quantities: tuple[Mention, ...]
    parties: tuple[Mention, ...]
    people: tuple[Mention, ...]
    places: tuple[Mention, ...]
    predicates: tuple[Predicate, ...]
    name_years: Mapping[Mention, Mention]
    salient: Mention | None = None
    background: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()
    state_before: Mention | None = None

    @property
    def length(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The code points of the tokens `first` to `last`, both included."""
        tokens = self.sentence.tokens
        return Span(tokens[first].start, tokens[last].end)

    def text(self, first: int, last: int, plain: str) -> str:
        span = self.span(first, last)
        return plain[span.start : span.end]

    def is_question(self) -> bool:
        return any(word == "?" for word in self.words[-3:])

    def mention_at(self, mentions: Sequence[Mention], index: int) -> Mention | None:
        """The mention that covers a token."""
        for mention in mentions:
            if mention.first <= index <= mention.last:
                return mention
        return None

    def capitalised(self, index: int) -> bool:
        return self.sentence.tokens[index].text[0].isupper()


def within(mention: Mention, first: int, last: int) -> bool:
    return first <= mention.first and mention.last <= last


__all__ = ["MentionKind", "View", "within"]
