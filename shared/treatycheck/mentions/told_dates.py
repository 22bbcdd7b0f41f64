"""Dates of events told by their distance from another one: "in force today, two years after it was adopted"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from treatycheck.mentions.durations import UNITS, could_begin, read_duration
from treatycheck.mentions.readings import DASHES, Reading, lower_at, mention_of, text_at
from treatycheck.mentions.shifts import day_away, days_span, month_away, years_span
from treatycheck.model import Mention, MentionKind, Sentence, Token
from treatycheck.text.words import word_set
from treatycheck.values.calendar_words import WEEKDAY_NUMBERS
from treatycheck.values.durations import Duration, parse_duration
from treatycheck.values.edtf import is_approximate

TOLD, ELAPSED = "told", "elapsed"
_SIGNS = {"after": -1, "since": -1, "before": 1}
_TELLING = frozenset({*_SIGNS, "for"})
_SINGLE = {
    "day": Duration(days=1),
    "week": Duration(weeks=1),
    "month": Duration(months=1),
    "year": Duration(years=1),
    "decade": Duration(years=10),
}
_VAGUE = {"days": (1, 14), "weeks": (7, 60), "months": (31, 340)}
_HEDGES = word_set("about around almost nearly over roughly some approximately more than barely under less")
_BESIDE = _HEDGES | DASHES | word_set(", ( exactly just only and precisely a full mere not quite")
DEICTIC = WEEKDAY_NUMBERS.keys() | word_set("today yesterday tonight tomorrow this last early late")
_BREAKS = frozenset({";", ":", "|", "that", "which", "who", "whose"})
_LASTING = word_set("for within during throughout every until")
_PERFECT = word_set("has have been")
_NO_EVENT = word_set("that this which then")
_LASTED = word_set("has have 's 've")
_NOT_LASTED = word_set("will would shall to not n't never")
_OPENING, _CLAUSE, _PROMISE = 3, 12, 7
_PROMISING = word_set("said announced promised declared")
_TO_THE_DAY = ("to", "the", "day")
_PASSED = word_set("have has had passed elapsed gone by now it is been will be today")
_COUNTING = _PASSED | word_set("was marks marked exactly just ,")


class _Offset(NamedTuple):
    """A length of time and its "after", "before" or "since", at the tokens `first` to `end`."""

    first: int
    end: int
    sign: int
    length: Duration | None
    vague: tuple[int, int] | None = None
    exact: bool = False
    rounded: bool = False


def told_dates(sentence: Sentence, dates: Sequence[Mention], published: date | None) -> tuple[Mention, ...]:
    """The dates of events that a sentence tells by another date of it; each mention stands before its event."""
    tokens = sentence.tokens
    if UNITS.keys().isdisjoint(sentence.words) or _TELLING.isdisjoint(sentence.words):
        return ()
    told: list[Mention] = []
    index, anchor, end = 0, "", -1
    while index < len(tokens):
        if (elapsed := _elapsed_at(tokens, index, published)) and not _meets(elapsed, dates):
            told.append(mention_of(MentionKind.DATE, sentence, elapsed)._replace(detail=ELAPSED))
            index = elapsed.end
            continue
        offset = _offset_at(tokens, index)
        if offset is None:
            index += 1
            continue
        others = [mention for mention in dates if mention.last < offset.first or mention.first >= offset.end]
        others = [mention for mention in others if not _is_announced(tokens, mention)]
        chained = end >= 0 and _is_chained(tokens, others, end, offset.first)
        anchor = anchor if chained else _anchor(tokens, others, offset, published)
        value = _value(anchor, offset, exact=offset.exact or _counts_to_the_day(tokens, others, offset))
        if value:
            mention = mention_of(MentionKind.DATE, sentence, Reading(offset.first, offset.end, value))
            told.append(mention._replace(detail=TOLD))
            end = offset.end
        index = offset.end
    return tuple(told)


def _is_announced(tokens: Sequence[Token], date: Mention) -> bool:
    """ "a day after Russia left, America said it would suspend it on 7 December": no day on which it spoke."""
    before = {token.lower for token in tokens[max(0, date.first - _PROMISE) : date.first]}
    return bool(_PROMISING & before) and "would" in before


def _meets(reading: Reading, dates: Sequence[Mention]) -> bool:
    return any(mention.first < reading.end and reading.first <= mention.last for mention in dates)


def _elapsed_at(tokens: Sequence[Token], index: int, published: date | None) -> Reading | None:
    """ "22 years" in "has been in force for 22 years": since about so long before publication."""
    place = index - 1
    while lower_at(tokens, place) in _HEDGES | {"the", "past", "last"}:
        place -= 1
    if published is None or lower_at(tokens, place) != "for" or not could_begin(lower_at(tokens, index)):
        return None
    length = read_duration(tokens, index)
    duration = parse_duration(length.value) if length else None
    clause = {token.lower for token in tokens[max(0, place - _CLAUSE) : place]}
    if length is None or duration is None or not duration.years or not clause & _LASTED or clause & _NOT_LASTED:
        return None
    rounded = place < index - 1 or duration.years % 5 == 0
    value = years_span(published.isoformat(), -1, duration, exact=False, rounded=rounded)
    return Reading(index, length.end, value) if value else None


def _offset_at(tokens: Sequence[Token], index: int) -> _Offset | None:
    word = lower_at(tokens, index)
    counted = could_begin(lower_at(tokens, index - 1))
    if word in _VAGUE and not counted and lower_at(tokens, index + 1) in ("after", "before"):
        return _Offset(index, index + 2, _SIGNS[lower_at(tokens, index + 1)], None, _VAGUE[word])
    if word == "the" and lower_at(tokens, index + 1) in _SINGLE:
        return _ending(tokens, index, index + 2, _SINGLE[lower_at(tokens, index + 1)])
    length = read_duration(tokens, index) if could_begin(word) or word == "three" else None
    duration = parse_duration(length.value) if length else None
    return _ending(tokens, index, length.end, duration) if length and duration else None


def _ending(tokens: Sequence[Token], first: int, place: int, length: Duration) -> _Offset | None:
    """The offset whose length of time ends before `place`, where "after" or its like follows."""
    exact = tuple(lower_at(tokens, place + step) for step in range(3)) == _TO_THE_DAY
    place += 3 if exact else 0
    while lower_at(tokens, place) in _PASSED:
        place += 1
    sign = _SIGNS.get(lower_at(tokens, place))
    if sign is None or not text_at(tokens, place + 1)[:1].isalpha() or lower_at(tokens, place + 1) in _NO_EVENT:
        return None
    if lower_at(tokens, first - 1) in _LASTING or lower_at(tokens, first - 2) in _LASTING:
        return None
    if lower_at(tokens, first - 1) == "and" and lower_at(tokens, first - 2) in UNITS:
        # "thirty years and eighteen days after"
        return None
    hedged = bool(_HEDGES & {lower_at(tokens, first - 1), lower_at(tokens, first - 2)})
    return _Offset(first, place + 1, sign, length, None, exact, hedged or length.years >= 10)


def _is_chained(tokens: Sequence[Token], dates: Sequence[Mention], last: int, first: int) -> bool:
    """Whether a second offset is joined to the first one: "two years after … and ninety days after …"."""
    between = [token.lower for token in tokens[last:first]]
    joined = bool(between) and (between[-1] in ("and", ",") or between[-2:-1] == ["and"])
    return joined and not any(last <= mention.first < first for mention in dates)


def _anchor(tokens: Sequence[Token], dates: Sequence[Mention], offset: _Offset, published: date | None) -> str:
    """The date that the offset is counted from, "" where it is not plain."""
    edge = _comma_behind(tokens, offset.end)
    if any(offset.end <= mention.first < edge for mention in dates):
        return ""
    before = [mention for mention in dates if mention.last < offset.first]
    if before:
        return before[-1].value if _counts_from(tokens, before, offset.first) else ""
    ahead = next((mention for mention in dates if mention.first > edge), None)
    if ahead is not None:
        opens = offset.first < _OPENING or lower_at(tokens, offset.first - 1) in (",", "and")
        between = {token.lower for token in tokens[edge + 1 : ahead.first]}
        return ahead.value if opens and not between & (_BREAKS | {","}) else ""
    return published.isoformat() if published and _is_told_now(tokens, offset) else ""


def _is_told_now(tokens: Sequence[Token], offset: _Offset) -> bool:
    """Whether the time is counted to the day of the text: "has left it, a year after", "it is ten years since"."""
    if lower_at(tokens, offset.end - 1) == "since":
        return True
    return any(token.lower in _PERFECT for token in tokens[: offset.first])


def _counts_to_the_day(tokens: Sequence[Token], dates: Sequence[Mention], offset: _Offset) -> bool:
    """ "Tomorrow it will be ten years since": counted from that very day."""
    if lower_at(tokens, offset.end - 1) != "since":
        return False
    day = next((mention for mention in reversed(dates) if mention.last < offset.first), None)
    gap = {token.lower for token in tokens[day.last + 1 : offset.first]} if day else set()
    return day is not None and bool(gap) and len(day.value) == len("1987-12-08") and gap <= _COUNTING


def _comma_behind(tokens: Sequence[Token], start: int) -> int:
    return next((index for index in range(start, len(tokens)) if tokens[index].text in (",", ";")), len(tokens))


def _counts_from(tokens: Sequence[Token], before: Sequence[Mention], first: int) -> bool:
    """Whether the last date before an offset is that of the clause that the offset belongs to."""
    day = before[-1]
    gap = {token.lower for token in tokens[day.last + 1 : first]}
    if lower_at(tokens, day.first - 1) in ("of", "the", "(") and len(day.value) <= len("1987"):
        return False
    if gap <= _BESIDE | _COUNTING:
        return True
    deictic = any(token.lower in DEICTIC for token in tokens[day.first : day.last + 1])
    fronted = day.first < 2
    return (deictic or fronted) and not gap & _BREAKS and len(before) == 1


def _value(anchor: str, offset: _Offset, *, exact: bool) -> str:
    """The date so far from the anchor, as exact as the length of time and the anchor let it be."""
    if not anchor or "X" in anchor or "/" in anchor or is_approximate(anchor):
        return ""
    if offset.length is None:
        return days_span(anchor, offset.sign, offset.vague) if offset.vague else ""
    length = offset.length
    if length.years:
        return years_span(anchor, offset.sign, length, exact=exact, rounded=offset.rounded)
    if length.months:
        return month_away(anchor, offset.sign * length.months, exact=exact)
    return day_away(anchor, offset.sign * (7 * length.weeks + length.days))
