"""What every sentence of a text is looked up by, each read once and only where it is asked for."""

from __future__ import annotations

from datetime import date

from treatycheck.mentions.dates import Dates, find_dates
from treatycheck.mentions.gazetteer import word_key
from treatycheck.mentions.told_dates import told_dates
from treatycheck.model import Mention
from treatycheck.text.sentences import Sentences, split_sentences
from treatycheck.text.source import Source


class Text:
    """The sentences of a text, the keys of their words, and their dates."""

    def __init__(self, source: Source, published: date | None, published_from: date | None) -> None:
        self.sentences: Sentences = split_sentences(source)
        self.dates: Dates = find_dates(self.sentences, published, published_from)
        self.published = published
        self._keys: dict[int, tuple[str, ...]] = {}

    def words(self, index: int) -> tuple[str, ...]:
        """The folded words of a sentence; the month of May keeps its capital, so that it is not taken for the verb."""
        words = self.sentences[index].words
        if "may" not in words:
            return words
        dates = (*self.dates[index], *self.told(index))
        months = {place for date in dates for place in range(date.first, date.last + 1)}
        return tuple("May" if word == "may" and place in months else word for place, word in enumerate(words))

    def told(self, index: int) -> tuple[Mention, ...]:
        """The dates of a sentence that stand before an event which it tells by another date."""
        return told_dates(self.sentences[index], self.dates[index], self.published)

    def keys(self, index: int) -> tuple[str, ...]:
        """The words of a sentence in the form that names are looked up by."""
        if index not in self._keys:
            self._keys[index] = tuple(map(word_key, self.sentences[index].tokens))
        return self._keys[index]
