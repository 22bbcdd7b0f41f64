"""A source to its views: the sentences that speak of a treaty, with all that was found in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from treatycheck.claims.dated_names import name_years
from treatycheck.claims.governing import free_states, state_of
from treatycheck.claims.text import Text
from treatycheck.claims.view import View
from treatycheck.interruption import Check, never
from treatycheck.linking.descriptions import speaks_of_treaty
from treatycheck.linking.discourse import Discourse
from treatycheck.linking.misspellings import nouns_in_capitals
from treatycheck.linking.namesakes import without_counterparts
from treatycheck.linking.references import resolve_references
from treatycheck.linking.resolve import resolve_mention, spoken_for_by_context
from treatycheck.linking.short_names import short_names, words_of_short_names
from treatycheck.linking.treaties import find_treaties
from treatycheck.linking.treaty_names import TreatyNames
from treatycheck.mentions.dates import Deferred
from treatycheck.model import Mention, Sentence, Treaty
from treatycheck.text.source import Source


def read_views(
    source: Source,
    published: date | None,
    names: TreatyNames,
    published_from: date | None = None,
    check: Check = never,
) -> list[View]:
    """The sentences that speak of a treaty, with all that is found in them.

    Only those are looked at that may name one, stand near one that does, or go on about what the text is about.
    """
    telling = names.screen.telling(source.plain)
    if telling is None:
        return []
    telling.add(telling.spellings.capitalised(nouns_in_capitals()))
    text = Text(source, published, published_from)
    named: dict[int, tuple[Mention, ...]] = {}
    for index in text.sentences.where(telling.holds):
        check()
        named[index] = find_treaties(text.sentences[index], text.keys(index), names)
    if not any(named.values()) and not any(speaks_of_treaty(text.sentences[index]) for index in named):
        return []
    whole = frozenset(mention.value for mentions in named.values() for mention in mentions if mention.value)
    telling.add(words_of_short_names(whole, names, telling.spellings))
    places = sorted({*text.sentences.where(telling.holds), *(index - 1 for index in named if index and named[index])})
    return _Reader(text, names, named, whole, source.plain).views(places, check)


class _Reader:
    """Goes through a text, and remembers what it has spoken of."""

    def __init__(
        self,
        text: Text,
        names: TreatyNames,
        named: Mapping[int, tuple[Mention, ...]],
        whole: frozenset[str],
        plain: str,
    ) -> None:
        self._text, self._names, self._named, self._whole = text, names, named, whole
        shared = {item for mentions in named.values() for mention in mentions for item in mention.candidates}
        self._spoken_for = spoken_for_by_context(shared, names.treaties, names.bearers, plain.lower()) if shared else {}
        ahead = tuple(mention for mentions in named.values() for mention in mentions if mention.value)
        self._discourse = Discourse(names, ahead)
        self._views: list[View] = []
        self._states: dict[int, Mention | None] = {}

    def views(self, places: Sequence[int], check: Check) -> list[View]:
        """The views of the sentences at some places, and of those that go on about what was spoken of there."""
        telling = frozenset(places)
        for position in self._course(places):
            check()
            sentence = self._text.sentences[position]
            dates = Deferred(partial(self._text.dates.__getitem__, position))
            salient = self._discourse.salient(sentence)
            named = self._named_at(position, dates) if position in telling else ()
            treaties = resolve_references(sentence, named, dates, self._discourse)
            background = self._discourse.background(sentence) or self._named.get(position + 1, ())[:1]
            if treaties or background:
                words, before = self._text.words(position), partial(self._state_before, len(self._views))
                self._views.append(View(self._text, sentence, words, treaties, salient, background, before))
            self._discourse.remember(sentence, treaties)
        return self._views

    def _course(self, places: Sequence[int]) -> Iterator[int]:
        position, last = 0, len(self._text.sentences)
        while position < last:
            if position >= self._discourse.horizon:
                following = bisect_left(places, position)
                if following == len(places):
                    return
                position = places[following]
            yield position
            position += 1

    def _named_at(self, position: int, dates: Sequence[Mention]) -> tuple[Mention, ...]:
        """The treaties that a sentence names, shared names resolved as far as years, words and neighbours tell."""
        sentence, found = self._text.sentences[position], self._named.get(position, ())
        if self._whole:
            found = short_names(sentence, self._text.keys(position), found, self._whole, self._names)
        if any(mention.candidates for mention in found):
            found = self._resolved(sentence, found, dates)
        return _told_apart(sentence, found, dates, self._names.treaties) if found else found

    def _resolved(
        self, sentence: Sentence, found: tuple[Mention, ...], dates: Sequence[Mention]
    ) -> tuple[Mention, ...]:
        years = {treaty: date for date, treaty in name_years(sentence.words, found, tuple(dates)).items()}
        treaties, published = self._names.treaties, self._text.published
        resolved = (
            mention
            if not mention.candidates
            else resolve_mention(mention, years.get(mention), treaties, self._whole, self._spoken_for, published)
            for mention in found
        )
        return tuple(_told_or_unknown(mention) for mention in resolved)

    def _state_before(self, place: int) -> Mention | None:
        """The state that the sentences right before a view speak of."""
        index = self._views[place].sentence.index
        run: list[View] = []
        for back in range(1, place + 1):
            view = self._views[place - back]
            if view.sentence.index != index - back or view.sentence.index in self._states:
                break
            run.append(view)
            if free_states(view):
                break
        for view in reversed(run):
            before = self._states.get(view.sentence.index - 1)
            self._states[view.sentence.index] = state_of(view, before)
        return self._states.get(index - 1)


def _told_apart(
    sentence: Sentence, found: tuple[Mention, ...], dates: Sequence[Mention], treaties: Mapping[str, Treaty]
) -> tuple[Mention, ...]:
    words = sentence.words
    if "that" not in words:
        return found
    return without_counterparts(words, found, name_years(words, found, tuple(dates)), dates, treaties)


def _told_or_unknown(mention: Mention) -> Mention:
    """ "a nuclear deal" in small letters that the text does not explain is some treaty, not one of those so called."""
    if mention.value or not mention.candidates or any(letter.isupper() for letter in mention.text):
        return mention
    return mention._replace(candidates=())
