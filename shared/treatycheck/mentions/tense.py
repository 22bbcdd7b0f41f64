"""Whether a date without a year lies ahead, by the verbs of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.mentions.readings import lower_at
from treatycheck.model import Token
from treatycheck.text.words import word_set

_AHEAD = word_set(
    "will shall 'll next upcoming scheduled due expected slated plans planned planning set "
    "enters comes goes expires opens begins starts ends lapses runs becomes takes"
)
_MODAL = word_set("will shall 'll")
_PAST = word_set(
    "was were had did took came went became began met left quit made gave fell said told won held brought drew "
    "rose sent"
)
_NO_PAST = word_set("need indeed united armed so-called based related proposed combined")
_BEFORE_PARTICIPLE = word_set("be been being to get formally officially")
_EDGES = frozenset({",", ";", ":", "\u2014", "\u2013", "(", "."})
_BEFORE_DATE = word_set("on in by from since until from the of as but and early late mid this come")
_REACH, _AHEAD_REACH = 12, 14


def looks_ahead(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether the clause of a date at the tokens `index` to `end` speaks of what is to come."""
    if _is_day_named(tokens, end):
        return any(lower_at(tokens, place) in _MODAL for place in range(end, end + _AHEAD_REACH))
    before = _verb_before(tokens, index)
    if before is not None:
        return before
    return _opens_clause(tokens, index) and _verb_behind(tokens, end)


def _verb_before(tokens: Sequence[Token], index: int) -> bool | None:
    """The tense of the nearest word before a date that tells one."""
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        word = lower_at(tokens, place)
        if word == ";":
            return None
        if word in _AHEAD:
            return True
        if _is_past(word) and lower_at(tokens, place - 1) not in _BEFORE_PARTICIPLE:
            return False
    return None


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NO_PAST)


def _is_day_named(tokens: Sequence[Token], end: int) -> bool:
    """ "1 July as the date on which it will", "1 July is the day that"."""
    words = [lower_at(tokens, place) for place in range(end, end + 4)]
    return words[0] in ("as", "is", ",") and bool({"date", "day"} & set(words[1:]))


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    place = index - 1
    while place >= 0 and lower_at(tokens, place) in _BEFORE_DATE:
        place -= 1
    return place < 0 or lower_at(tokens, place) in _EDGES


def _verb_behind(tokens: Sequence[Token], end: int) -> bool:
    """Whether the first verb behind a date that opens its clause is in the future."""
    for place in range(end, min(len(tokens), end + _AHEAD_REACH)):
        word = lower_at(tokens, place)
        if word in _MODAL or word in _AHEAD:
            return True
        if word in ("is", "are") and lower_at(tokens, place + 1) in ("to", "due", "set"):
            return True
        if word == ";" or word in ("has", "have", "is", "are") or _is_past(word):
            return False
    return False
