"""A sentence with all that was found in it: what the roles are looked for in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar

from treatycheck.claims.dated_names import name_years
from treatycheck.claims.predicates import Predicate, find_predicates
from treatycheck.claims.text import Text
from treatycheck.mentions.durations import find_durations
from treatycheck.mentions.entities import find_entities
from treatycheck.mentions.pairs import find_pair
from treatycheck.mentions.quantities import find_quantities
from treatycheck.mentions.strangers import find_strangers
from treatycheck.model import Mention, MentionKind, Sentence, Span

T = TypeVar("T")
_UNTOLD: Any = object()
_FIRST = attrgetter("first")
# how many sentences back the people are looked for of whom "the two leaders" speaks
_PAIR_REACH = 3
_UNDOING = frozenset("withdrew withdraw withdrawn withdraws withdrawing revoked revoke rescinded nullified".split())


class View:
    """Tokens as folded words, mentions by kind in order, predicates, and dates in names with their treaties.

    All but the treaties is looked for when it is first asked for. `whole` is the text that the sentence stands in,
    `salient` the treaty that it is about, `background` those that it spoke of lately, the last one first.
    `state_before` is the state that the sentence before spoke of: an "it" that acts may stand for it. `said` are the
    words as a set, to tell soon what cannot be in them; `workings` is what was worked out of the sentence so far.
    """

    def __init__(
        self,
        whole: Text,
        sentence: Sentence,
        words: tuple[str, ...],
        treaties: tuple[Mention, ...],
        salient: Mention | None,
        background: tuple[Mention, ...],
        find_state_before: Callable[[], Mention | None],
    ) -> None:
        self.whole, self.sentence, self.words, self.treaties = whole, sentence, words, treaties
        self.salient, self.background = salient, background
        self._find_state_before = find_state_before
        self.said = frozenset(words)
        self.workings: dict[tuple[Hashable, ...], Any] = {}

    @cached_property
    def state_before(self) -> Mention | None:
        return self._find_state_before()

    @cached_property
    def told(self) -> tuple[Mention, ...]:
        """The dates that stand before an event which the sentence tells by another date."""
        return self.whole.told(self.sentence.index)

    @cached_property
    def dates(self) -> tuple[Mention, ...]:
        dates = self.whole.dates[self.sentence.index]
        return tuple(date for date in dates if not any(date.span.overlaps(other.span) for other in self.told))

    @cached_property
    def durations(self) -> tuple[Mention, ...]:
        return find_durations(self.sentence, (*self.dates, *self.told))

    @cached_property
    def quantities(self) -> tuple[Mention, ...]:
        return find_quantities(self.sentence, (*self.dates, *self.told, *self.durations))

    @cached_property
    def parties(self) -> tuple[Mention, ...]:
        return self._entities[MentionKind.PARTY]

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        known = (*self.treaties, *self.dates, *(mention for found in self._entities.values() for mention in found))
        index = self.sentence.index
        before = range(max(0, index - _PAIR_REACH), index)
        pair = find_pair(self.sentence, lambda: [(self.whole.sentences[at], self.whole.keys(at)) for at in before])
        people = (*self._entities[MentionKind.PERSON], *find_strangers(self.sentence, known), *pair)
        return tuple(sorted(people, key=lambda person: person.first))

    @cached_property
    def places(self) -> tuple[Mention, ...]:
        return self._entities[MentionKind.PLACE]

    @cached_property
    def predicates(self) -> tuple[Predicate, ...]:
        found = find_predicates(self.words, self._taken)
        return tuple(predicate for predicate in found if not self._is_no_event(predicate))

    @cached_property
    def name_years(self) -> Mapping[Mention, Mention]:
        return name_years(self.words, self.treaties, self.dates)

    @cached_property
    def _taken(self) -> list[bool]:
        """Which tokens belong to the name of a treaty, or stand for it."""
        taken = [False] * len(self.words)
        for mention in self.treaties:
            if mention.detail != "noun":
                taken[mention.first : mention.last + 1] = [True] * (mention.last + 1 - mention.first)
        return taken

    @cached_property
    def _entities(self) -> Mapping[MentionKind, tuple[Mention, ...]]:
        return find_entities(self.sentence, self.whole.keys(self.sentence.index), self._taken)

    def _is_no_event(self, predicate: Predicate) -> bool:
        """ "the end of 2012" is a part of the time; a signature that is withdrawn is not given."""
        if predicate.kind != "noun":
            return False
        first, place = predicate.first, predicate.last + 1
        if self.words[first] == "signature":
            return bool(_UNDOING & set(self.words[max(0, first - 2) : first]))
        return self.words[place : place + 1] == ("of",) and any(date.first == place + 1 for date in self.dates)

    def with_predicates(self, predicates: tuple[Predicate, ...]) -> View:
        """The same sentence with other predicates."""
        view = View.__new__(View)
        # what was found already is not looked for again
        vars(view).update(vars(self), predicates=predicates, workings={})
        return view

    def once(self, tell: Callable[..., T], *about: Hashable) -> T:
        """What a function tells of the sentence, and of a few words in it, worked out once."""
        key = (tell, *about)
        told: T = self.workings.get(key, _UNTOLD)
        if told is _UNTOLD:
            told = self.workings[key] = tell(self, *about)
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

    def predicates_between(self, first: int, end: int) -> Sequence[Predicate]:
        """The predicates that begin at the tokens from `first` to before `end`."""
        begin = bisect_left(self.predicates, first, key=_FIRST)
        return self.predicates[begin : bisect_left(self.predicates, end, begin, key=_FIRST)] if first < end else ()

    def has_verb_at(self, index: int) -> bool:
        """Whether a verb of a frame begins at a token."""
        return any(predicate.kind == "verb" for predicate in self.predicates_between(index, index + 1))

    def capitalised(self, index: int) -> bool:
        return self.sentence.tokens[index].text[0].isupper()


def within(mention: Mention, first: int, last: int) -> bool:
    return first <= mention.first and mention.last <= last


__all__ = ["MentionKind", "View", "within"]
