"""Find the dates of a text, each as EDTF as exact as it is stated; none is guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, overload

from treatycheck.mentions.calendar_dates import month_day_at, read_calendar
from treatycheck.mentions.clock import Clock
from treatycheck.mentions.date_ranges import JOINTS, read_range
from treatycheck.mentions.date_starts import date_starts, may_be_relative
from treatycheck.mentions.datelines import dateline
from treatycheck.mentions.readings import Reading, lower_at, mention_of
from treatycheck.mentions.relative_dates import read_relative
from treatycheck.mentions.tense import looks_ahead
from treatycheck.mentions.years import read_year
from treatycheck.model import Mention, MentionKind, Sentence, Token
from treatycheck.values.calendar_words import MONTH_NUMBERS
from treatycheck.values.edtf import bounds

_OPENING = 6
# the longest date before what joins it to another has fewer words
_FURTHEST_JOINT = 16


class _Anchor(NamedTuple):
    """The date that a text last named, and the sentence that named it."""

    value: str | None = None
    sentence: int = -2


class _Teller:
    """Tells a clock what it asks about one place; `asked` says that it asked for an anchor that is not known."""

    def __init__(self, published: date | None, sentence: Sentence, last: _Anchor | None) -> None:
        self.published, self.sentence, self.last = published, sentence, last
        self.index = 0
        self.asked = False

    def anchor(self) -> str | None:
        if self.last is None:
            self.asked = True
            return None
        return self.last.value

    def narrated(self) -> bool:
        if self.index >= _OPENING or self.published is None:
            return False
        anchor = self.anchor()
        if self.last is None or self.sentence.index - self.last.sentence > 1:
            return False
        # a date that lies so far back is history
        span = bounds(anchor) if anchor else None
        return span is not None and span.latest.year < self.published.year - 1

    def future(self) -> bool:
        tokens = self.sentence.tokens
        return looks_ahead(tokens, self.index, _end_of_day(tokens, self.index))


class _Reader:
    """Reads the dates of a text's sentences where they are asked for.

    What is told by the date last named ("that year") takes reading back to it, and no further; each sentence is read
    at most twice.
    """

    def __init__(self, sentences: Sequence[Sentence], published: date | None) -> None:
        self._sentences, self._published = sentences, published
        self._found: dict[int, tuple[Mention, ...]] = {}
        self._behind: dict[int, _Anchor] = {}

    def read(self, index: int) -> tuple[Mention, ...]:
        """The dates of a sentence."""
        if index not in self._found and not self._read(index, None):
            self._read(index, self._before(index))
        return self._found[index]

    def _before(self, index: int) -> _Anchor:
        """The date last named before a sentence."""
        waiting: list[int] = []
        place = index - 1
        while place >= 0 and place not in self._behind:
            if place not in self._found and not self._read(place, None):
                waiting.append(place)
            if place not in self._behind:
                place -= 1
        anchor = self._behind.get(place, _Anchor())
        for later in reversed(waiting):
            self._read(later, anchor)
            anchor = self._behind[later]
        self._behind[index - 1] = anchor
        return anchor

    def _read(self, index: int, anchor: _Anchor | None) -> bool:
        """Reads a sentence behind an anchor that may not be known; False where one would have to be."""
        sentence = self._sentences[index]
        teller = _Teller(self._published, sentence, anchor)
        found: list[Mention] = []
        free_from = 0
        for start in date_starts(sentence.words):
            reading = _read_at(teller, start) if start >= free_from else None
            if teller.asked:
                return False
            if reading is not None:
                free_from = max(reading.end, start + 1)
            if reading is not None and reading.value:
                found.append(mention_of(MentionKind.DATE, sentence, reading))
                _remember(teller, reading)
        self._found[index] = tuple(found)
        if teller.last is not None:
            self._behind[index] = teller.last
        return True


def _read_at(teller: _Teller, index: int) -> Reading | None:
    tokens, words = teller.sentence.tokens, teller.sentence.words
    if not JOINTS.isdisjoint(words[index + 1 : index + _FURTHEST_JOINT]) and (reading := read_range(tokens, index)):
        return reading
    teller.index = index
    clock = Clock(teller.published, teller)
    if reading := read_calendar(tokens, index, clock):
        return reading
    if may_be_relative(words, index) and (reading := read_relative(tokens, index, clock)):
        return reading
    return read_year(tokens, index)


def _remember(teller: _Teller, reading: Reading) -> None:
    """A date with one year becomes the anchor of what follows; of an interval it is its end; none is "since 2014"."""
    value, tokens = reading.value.rpartition("/")[2], teller.sentence.tokens
    lasting = len(value) == len("2014") and lower_at(tokens, reading.first - 1) == "since"
    if "X" not in value and not lasting and lower_at(tokens, reading.first) not in ("today", "tonight"):
        teller.last = _Anchor(value, teller.sentence.index)


class Dates(Sequence[tuple[Mention, ...]]):
    """The dates of each sentence of a text, read when they are first asked for."""

    def __init__(
        self, sentences: Sequence[Sentence], published: date | None, published_from: date | None = None
    ) -> None:
        self._sentences = sentences
        self._head = dateline(sentences, published, published_from)
        if self._head:
            published, published_from = self._head.day, None
        self._latest = _Reader(sentences, published)
        self._earliest = _Reader(sentences, published_from) if published_from is not None else None

    def __len__(self) -> int:
        return len(self._sentences)

    @overload
    def __getitem__(self, index: int) -> tuple[Mention, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Mention, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Mention, ...] | Sequence[tuple[Mention, ...]]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        found = self._latest.read(index)
        if self._head and not index:
            found = tuple(mention for mention in found if mention.first >= self._head.end)
        if self._earliest is None or not found:
            return found
        others = set(self._earliest.read(index))
        return tuple(mention for mention in found if mention in others or _is_calendar(mention))


class Deferred(Sequence[Mention]):
    """Mentions that are looked for when the first of them is asked for."""

    def __init__(self, find: Callable[[], Sequence[Mention]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Sequence[Mention]:
        return self._find()

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._found)

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mention]: ...
    def __getitem__(self, index: int | slice) -> Mention | Sequence[Mention]:
        return self._found[index]


def find_dates(sentences: Sequence[Sentence], published: date | None, published_from: date | None = None) -> Dates:
    """The dates of each sentence. What is relative to a publication date that is not known is left out.

    Of a text that may be of any day from `published_from` to `published`, what is counted from it ("last May") is kept
    where both days give the same; a day or month without a year is taken for one before its last day. A report's own
    dateline is what its "today" is counted from.
    """
    return Dates(sentences, published, published_from)


def _is_calendar(mention: Mention) -> bool:
    """Whether a date is written with its month or its day, not counted from another: "2 March", no "last March"."""
    opening = mention.text.split(" ", 1)[0].lower()
    return opening[0].isdigit() or opening in MONTH_NUMBERS


def _end_of_day(tokens: Sequence[Token], index: int) -> int:
    """Where a month, with or without its day, or a single word ends."""
    found = month_day_at(tokens, index)
    return found.end if found else index + 1
