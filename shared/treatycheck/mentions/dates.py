"""Find the dates of a text, each as EDTF as exact as it is stated; none is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from treatycheck.mentions.anniversaries import ORDINALS
from treatycheck.mentions.calendar_dates import month_day_at, read_calendar
from treatycheck.mentions.clock import Clock
from treatycheck.mentions.date_ranges import read_range
from treatycheck.mentions.datelines import dateline
from treatycheck.mentions.readings import Reading, lower_at, mention_of
from treatycheck.mentions.relative_dates import read_relative
from treatycheck.mentions.tense import looks_ahead
from treatycheck.mentions.years import read_year
from treatycheck.model import Mention, MentionKind, Sentence, Token
from treatycheck.text.words import word_set
from treatycheck.values.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS
from treatycheck.values.edtf import bounds
from treatycheck.values.numbers import SMALL, TENS

_STARTERS = (
    word_set(
        "about around circa c. ca. approximately roughly early mid late from between the that a half quarter today "
        "tonight yesterday tomorrow this current last past previous next coming eleventh twelfth thirteenth "
        "new christmas fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
    )
    | ORDINALS.keys()
    | MONTH_NUMBERS.keys()
    | WEEKDAY_NUMBERS.keys()
    | SMALL.keys()
    | TENS.keys()
)
_OPENING = 6


class _Reader:
    """Goes through the sentences of a text and remembers the date last named."""

    def __init__(self, published: date | None) -> None:
        self.published = published
        self.anchor: str | None = None
        self.anchor_sentence = -2

    def read(self, sentence: Sentence) -> tuple[Mention, ...]:
        found: list[Mention] = []
        index = 0
        while index < len(sentence.tokens):
            reading = self._read_at(sentence, index)
            if reading is None:
                index += 1
                continue
            if reading.value:
                found.append(mention_of(MentionKind.DATE, sentence, reading))
                self._remember(sentence, reading)
            index = max(reading.end, index + 1)
        return tuple(found)

    def _read_at(self, sentence: Sentence, index: int) -> Reading | None:
        tokens = sentence.tokens
        if not _may_begin(tokens[index]):
            return None
        if reading := read_range(tokens, index):
            return reading
        clock = self._clock(sentence, index, looks_ahead(tokens, index, _end_of_day(tokens, index)))
        return read_calendar(tokens, index, clock) or read_relative(tokens, index, clock) or read_year(tokens, index)

    def _clock(self, sentence: Sentence, index: int, future: bool) -> Clock:
        narrated = index < _OPENING and sentence.index - self.anchor_sentence <= 1 and self._is_past()
        return Clock(self.published, self.anchor, narrated, future)

    def _is_past(self) -> bool:
        """Whether the date last named lies so far back that the text is telling history."""
        span = bounds(self.anchor) if self.anchor else None
        return span is not None and self.published is not None and span.latest.year < self.published.year - 1

    def _remember(self, sentence: Sentence, reading: Reading) -> None:
        """A date with one year becomes the anchor of what follows; of an interval it is its end."""
        value = reading.value.rpartition("/")[2]
        if "X" not in value and lower_at(sentence.tokens, reading.first) not in ("today", "tonight"):
            self.anchor, self.anchor_sentence = value, sentence.index


def find_dates(
    sentences: Sequence[Sentence], published: date | None, published_from: date | None = None
) -> tuple[tuple[Mention, ...], ...]:
    """The dates of each sentence. What is relative to a publication date that is not known is left out.

    Of a text that may be of any day from `published_from` to `published`, what is counted from it ("last May") is kept
    where both days give the same; a day or month without a year is taken for one before its last day. A report's own
    dateline is what its "today" is counted from.
    """
    head = dateline(sentences, published, published_from)
    if head:
        published, published_from = head.day, None
    reader = _Reader(published)
    found = tuple(reader.read(sentence) for sentence in sentences)
    if head:
        found = (tuple(mention for mention in found[0] if mention.first >= head.end), *found[1:])
    if published_from is None:
        return found
    earliest = _Reader(published_from)
    others = (set(earliest.read(sentence)) for sentence in sentences)
    return tuple(
        tuple(mention for mention in dates if mention in other or _is_calendar(mention))
        for dates, other in zip(found, others, strict=True)
    )


def _is_calendar(mention: Mention) -> bool:
    """Whether a date is written with its month or its day, not counted from another: "2 March", no "last March"."""
    opening = mention.text.split(" ", 1)[0].lower()
    return opening[0].isdigit() or opening in MONTH_NUMBERS


def _end_of_day(tokens: Sequence[Token], index: int) -> int:
    """Where a month, with or without its day, or a single word ends."""
    found = month_day_at(tokens, index)
    return found.end if found else index + 1


def _may_begin(token: Token) -> bool:
    return token.text[0].isdigit() or token.lower in _STARTERS
