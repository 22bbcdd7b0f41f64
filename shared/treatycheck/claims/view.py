"""A sentence with all that was found in it: what the roles are looked for in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from treatycheck.claims.predicates import Predicate
from treatycheck.model import Mention, MentionKind, Sentence, Span

T = TypeVar("T")


class View(NamedTuple):
    """Tokens as folded words, mentions by kind in order, predicates, and dates in names with their treaties.

    `salient` is the treaty that the text is about, `background` those that it spoke of lately, the last one first.
    `told` are the dates that stand before an event which the sentence tells by another date. `state_before` is the
    state that the sentence before spoke of: an "it" that acts may stand for it. `said` are the words as a set, to tell
    soon what cannot be in them; `workings` is what was worked out of the sentence so far.
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
    said: frozenset[str]
    workings: dict[tuple[Hashable, ...], Any]
    salient: Mention | None = None
    background: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()
    state_before: Mention | None = None

    def once(self, tell: Callable[..., T], *about: Hashable) -> T:
        """What a function tells of the sentence, and of a few words in it, worked out once."""
        key = (tell, *about)
        if key not in self.workings:
            self.workings[key] = tell(self, *about)
        told: T = self.workings[key]
        return told

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
        return "?" in self.words[-3:]

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
