"""Where in a sentence a date may begin, told from a word and the one behind it.

Most words that could open a date ("the", "a", "one", "last") hardly ever do; what is left out here would have been read
in vain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from treatycheck.mentions.anniversaries import ORDINALS
from treatycheck.mentions.durations import UNITS
from treatycheck.mentions.readings import HYPHENS
from treatycheck.mentions.relative_dates import BY_ANCHOR
from treatycheck.mentions.years import ABOUT, ORDINAL_WORDS, PARTS
from treatycheck.text.words import word_set
from treatycheck.values.calendar_words import CALENDAR
from treatycheck.values.numbers import SMALL, TENS

_NAMED_DAYS = word_set("new christmas")
# behind the first word, "0" stands for any figure
_BEHIND_POINTERS = CALENDAR | word_set("past year month week decade morning afternoon evening night day")
_BEHIND_PARTS = ORDINAL_WORDS.keys() | word_set("0 twenty twenty-first")
_BEHIND_ORDINALS = word_set("anniversary century centuries first") | HYPHENS
_POINTS = CALENDAR | _NAMED_DAYS | ABOUT | PARTS | _BEHIND_PARTS
_BEHIND: Mapping[str, Set[str]] = {
    "the": BY_ANCHOR.keys(),
    "that": CALENDAR | word_set("same very past year month day"),
    **dict.fromkeys("this current last past previous next coming".split(), _BEHIND_POINTERS),
    **dict.fromkeys(ABOUT, word_set("0 the")),
    **dict.fromkeys(PARTS, _BEHIND_PARTS | HYPHENS),
    **dict.fromkeys((*ORDINALS, *ORDINAL_WORDS, "twenty-first"), _BEHIND_ORDINALS),
    "from": _POINTS,
    "between": _POINTS | {"the"},
    "new": {"year"},
    "christmas": word_set("day eve"),
}
_ALWAYS = CALENDAR | word_set("today tonight yesterday tomorrow")
_COUNTING = SMALL.keys() | TENS.keys() | word_set("a half quarter")
_BEHIND_DAYS = CALENDAR | HYPHENS | word_set("of and / anniversary century centuries")
_ENDINGS = word_set("st nd rd th")
_YEAR, _DAY = 4, 2


def date_starts(words: Sequence[str]) -> list[int]:
    """The indexes of the words at which a date may begin."""
    timed = not UNITS.keys().isdisjoint(words)
    last = len(words) - 1
    return [
        index
        for index, word in enumerate(words)
        if word in _ALWAYS
        or (word in _BEHIND and index < last and _fits(words[index + 1], _BEHIND[word]))
        or (timed and word in _COUNTING)
        or (word[:1].isdigit() and _figure_may_begin(word, words[index + 1] if index < last else "", timed))
    ]


def may_be_relative(words: Sequence[str], index: int) -> bool:
    """Whether a date that begins at a word may be told by another one: a figure needs a unit of time for it."""
    if not words[index][:1].isdigit():
        return True
    return words[index + 1 : index + 2] == ("anniversary",) or not UNITS.keys().isdisjoint(words)


def _fits(following: str, allowed: Set[str]) -> bool:
    return following in allowed or (following[:1].isdigit() and "0" in allowed)


def _figure_may_begin(word: str, following: str, timed: bool) -> bool:
    """Whether a figure may be a year, or a day or length of time by what is behind it."""
    if timed or (len(word) >= _YEAR and "," not in word):
        return True
    if len(word) <= _DAY or word[-_DAY:] in _ENDINGS:
        return following in _BEHIND_DAYS
    return "," not in word
