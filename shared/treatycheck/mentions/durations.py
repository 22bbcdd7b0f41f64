"""Find durations: "15-year", "for five years", "half a century", "of unlimited duration"."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.mentions.readings import HYPHENS, Reading, lower_at, mention_of, text_at, touches
from treatycheck.model import Mention, MentionKind, Sentence, Token
from treatycheck.text.words import word_set
from treatycheck.values.durations import INDEFINITE, Duration
from treatycheck.values.numbers import SMALL, TENS, number_at

UNITS = {
    **dict.fromkeys(("year", "years", "yr", "yrs"), ("years", 1)),
    **dict.fromkeys(("decade", "decades"), ("years", 10)),
    **dict.fromkeys(("century", "centuries"), ("years", 100)),
    **dict.fromkeys(("month", "months"), ("months", 1)),
    **dict.fromkeys(("week", "weeks"), ("weeks", 1)),
    **dict.fromkeys(("day", "days"), ("days", 1)),
}
_BETWEEN = word_set("additional calendar consecutive extra full further long more successive whole")
_BEFORE_ONE = word_set("for within after in over another than nearly almost about least just only further additional")
_INDEFINITE = (("unlimited", "duration"), ("indefinite", "duration"), ("in", "perpetuity"), ("unlimited", "period"))
_INDEFINITE_WORDS = word_set("unlimited indefinite indefinitely perpetuity") | {INDEFINITE}
_SHARES = {"half": 2, "quarter": 4, "quarters": 4}
_MOST = 9999
_LOOK_AHEAD = 8


def find_durations(sentence: Sentence, taken: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """The durations of a sentence, ISO 8601 or "indefinite", except where another mention is."""
    if UNITS.keys().isdisjoint(sentence.words) and _INDEFINITE_WORDS.isdisjoint(sentence.words):
        return ()
    found: list[Mention] = []
    blocked = {index for mention in taken for index in range(mention.first, mention.last + 1)}
    index = 0
    while index < len(sentence.tokens):
        reading = None if index in blocked else _read(sentence.tokens, index)
        if reading and not blocked.intersection(range(reading.first, reading.end)):
            found.append(mention_of(MentionKind.DURATION, sentence, reading))
            index = reading.end
        else:
            index += 1
    return tuple(found)


def read_duration(tokens: Sequence[Token], index: int) -> Reading | None:
    """The length of time that begins at a token, whatever it is said of."""
    first = _read_one(tokens, index)
    if first is None:
        return _read_part_of_century(tokens, index)
    end, duration = first
    place = end + 1 if lower_at(tokens, end) in ("and", ",") else end
    second = _read_one(tokens, place) if place > end and duration.years else None
    if second and second[1].months and not duration.months:
        end, duration = second[0], Duration(duration.years, second[1].months)
    return Reading(index, end, str(duration))


def _read(tokens: Sequence[Token], index: int) -> Reading | None:
    words = (lower_at(tokens, index), lower_at(tokens, index + 1))
    if words in _INDEFINITE:
        return Reading(index, index + 2, INDEFINITE)
    if words[0] in ("indefinitely", INDEFINITE):
        return Reading(index, index + 1, INDEFINITE)
    if not could_begin(words[0]):
        return None
    reading = read_duration(tokens, index)
    if reading is None or _is_age(tokens, reading.end) or _belongs_before(tokens, index):
        return None
    once = words[0] in ("a", "an", "one", "decade", "century") and reading.value in ("P1Y", "P1M", "P1W", "P1D", "P10Y")
    hyphened = any(text_at(tokens, place) in HYPHENS for place in range(index + 1, reading.end + 1))
    if once and not hyphened and lower_at(tokens, index - 1) not in _BEFORE_ONE:
        return None
    return reading


def could_begin(word: str) -> bool:
    """Whether a length of time may begin with a word."""
    return word[:1].isdigit() or word in SMALL or word in TENS or word in ("a", "half", "quarter", "decade", "century")


def _read_one(tokens: Sequence[Token], index: int) -> tuple[int, Duration] | None:
    """A number and its unit of time, with what may stand between them."""
    amount = _amount_at(tokens, index)
    if amount is None:
        return None
    number, place = amount
    half = _half_behind(tokens, place)
    place += half
    if text_at(tokens, place) in HYPHENS and touches(tokens, place):
        place += 1
    if lower_at(tokens, place) in _BETWEEN:
        place += 1
    unit = UNITS.get(lower_at(tokens, place))
    if unit is None or not 0 < number * unit[1] <= _MOST or (number != int(number) and unit[0] != "years"):
        return None
    months = round((number + (0.5 if half else 0)) * unit[1] * 12) if unit[0] == "years" else 0
    if months:
        return place + 1, Duration(months // 12, months % 12)
    return place + 1, Duration(**{unit[0]: int(number)})


def _amount_at(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    word = lower_at(tokens, index)
    if word in ("a", "one") and lower_at(tokens, index + 1) in UNITS:
        return 1.0, index + 1
    if word in ("decade", "century"):
        long = text_at(tokens, index + 1) in HYPHENS and lower_at(tokens, index + 2) == "long"
        return (1.0, index) if long else None
    found = number_at([token.lower for token in tokens[index : index + _LOOK_AHEAD]], 0)
    return (found[0], index + found[1]) if found else None


def _half_behind(tokens: Sequence[Token], index: int) -> int:
    """How many tokens "and a half" takes here, hyphens included."""
    words = [lower_at(tokens, place) for place in range(index, index + 6)]
    if words[:3] == ["and", "a", "half"]:
        return 3
    return 6 if words == ["-", "and", "-", "a", "-", "half"] else 0


def _read_part_of_century(tokens: Sequence[Token], index: int) -> Reading | None:
    """ "half a century", "a half-century", "a quarter century", "three-quarters of a century", "half a decade"."""
    place = index + 1 if lower_at(tokens, index) == "a" else index
    times = 1
    if lower_at(tokens, place) == "three" and "quarters" in (lower_at(tokens, place + 1), lower_at(tokens, place + 2)):
        times, place = 3, place + 1 + (text_at(tokens, place + 1) in HYPHENS)
    share = _SHARES.get(lower_at(tokens, place))
    if share is None:
        return None
    place += 1
    while lower_at(tokens, place) in ("of", "a", "-") and place < index + 6:
        place += 1
    unit = UNITS.get(lower_at(tokens, place))
    if unit is None or unit[0] != "years" or unit[1] % share:
        return Reading(index, place + 1, "P6M") if unit == ("years", 1) and share == 2 else None
    return Reading(index, place + 1, f"P{times * unit[1] // share}Y")


def _is_age(tokens: Sequence[Token], end: int) -> bool:
    following = lower_at(tokens, end + 1) if text_at(tokens, end) in HYPHENS else lower_at(tokens, end)
    return following in ("old", "ago")


def _belongs_before(tokens: Sequence[Token], index: int) -> bool:
    """Whether the number hangs on a word or number before it, as in "SS-20 days" or "1.5-2 years"."""
    joined = touches(tokens, index) and text_at(tokens, index - 1) in HYPHENS | {"/", ":", "$"}
    return joined and touches(tokens, index - 1)
