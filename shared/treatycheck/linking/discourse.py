"""The treaties that a text has spoken of so far, and the one that it is about."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from treatycheck.linking.treaty_names import TreatyNames
from treatycheck.model import Mention, Sentence

MOST_SENTENCES_BACK = 4
SUBORDINATORS = frozenset("when after before since although while as once until though".split())
_RIVAL_SENTENCES = 3
_MOST_BACKGROUND = 2
# a treaty named so often, and so many times as often as the next one, is what a text is about
_LEAST_NAMED, _FAR_MORE = 3, 2
# what a text names first is what it is about where that is one name in so many or more; else it speaks of many
_SHARE_OF_TOPIC = 5
_PREPOSITIONS = frozenset("of under in to from with on for about as by against".split())


class Discourse:
    """The treaties that the text has spoken of so far, the last one last, with their sentences.

    `ahead` are all that the text names anywhere.
    """

    def __init__(self, names: TreatyNames, ahead: tuple[Mention, ...] = ()) -> None:
        self.names = names
        self.ahead = ahead
        self.history: list[tuple[int, Mention]] = []

    @property
    def horizon(self) -> int:
        """Before which sentence one may still speak of a treaty that it does not name; the last one's where none is
        spoken of throughout."""
        if not self.history:
            return 0
        return sys.maxsize if self.topic is not None else self.history[-1][0] + _RIVAL_SENTENCES + 1

    def salient(self, sentence: Sentence, most_back: int = MOST_SENTENCES_BACK) -> Mention | None:
        """The treaty that the text is about where a sentence begins."""
        recent = [(index, mention) for index, mention in self.history if sentence.index - index <= most_back]
        if not recent:
            return None
        newest = recent[-1][0]
        group = [mention for index, mention in recent if index == newest]
        if len({mention.value for mention in group}) == 1:
            return group[-1]
        return group[0]

    def _subject(self, sentence: Sentence, mentions: Sequence[Mention]) -> Mention:
        """Of several treaties in a sentence the one that stands behind no preposition."""
        main_clause = _main_clause(sentence)
        for mention in mentions:
            before = {token.lower for token in sentence.tokens[max(0, mention.first - 2) : mention.first]}
            if mention.first >= main_clause and not before & _PREPOSITIONS:
                return mention
        return mentions[0]

    def rivals(self, sentence: Sentence, found: Sequence[Mention], target: Mention) -> tuple[str, ...]:
        """Other treaties that a reference might as well stand for: named lately, or before it here."""
        recent = [mention for at, mention in self.history if sentence.index - at <= _RIVAL_SENTENCES]
        values = [mention.value for mention in (*found, *reversed(recent)) if mention.value]
        return tuple(dict.fromkeys(value for value in values if value != target.value))

    @cached_property
    def topic(self) -> Mention | None:
        """The treaty that the whole text is about: the one most named, which is also the first or by far the most."""
        counts = Counter(mention.value for mention in self.ahead)
        if not counts:
            return None
        (value, most), *others = counts.most_common(2)
        first = self.ahead[0]
        if counts[first.value] == most and most * _SHARE_OF_TOPIC >= len(self.ahead):
            return first
        plain = most >= _LEAST_NAMED and all(most >= _FAR_MORE * count for _, count in others)
        return next(mention for mention in self.ahead if mention.value == value) if plain else None

    @cached_property
    def named(self) -> frozenset[str]:
        """All treaties that the text names anywhere."""
        return frozenset(mention.value for mention in self.ahead)

    @cached_property
    def _last_of_years(self) -> dict[str, Mention]:
        return {str(self.names.treaties[mention.value].year): mention for mention in self.ahead if mention.value}

    def last_of_year(self, year: str) -> Mention | None:
        """The last one of all that the text names anywhere that is of a year."""
        return self._last_of_years.get(year)

    def background(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The treaties of the sentences just before, each once, the last one first; then what the text is about."""
        recent = [mention for at, mention in reversed(self.history) if sentence.index - at <= _RIVAL_SENTENCES]
        if self.topic is not None and self.history:
            recent.append(self.topic)
        chosen: dict[str, Mention] = {}
        for mention in recent:
            if mention.value:
                chosen.setdefault(mention.value, mention)
        return tuple(chosen.values())[:_MOST_BACKGROUND]

    def remember(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        ordered = sorted(mentions, key=lambda mention: mention.first)
        if ordered:
            subject = self._subject(sentence, ordered)
            ordered.remove(subject)
            self.history.extend((sentence.index, mention) for mention in (subject, *ordered))
        del self.history[:-24]


def _main_clause(sentence: Sentence) -> int:
    """Index of the token where the main clause begins, behind an opening subordinate clause."""
    tokens = sentence.tokens
    if not tokens or tokens[0].lower not in SUBORDINATORS | {"if", "unless", "whether"}:
        return 0
    return next((index for index, token in enumerate(tokens) if token.text == ","), 0)
