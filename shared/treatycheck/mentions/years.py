"""Years, decades and centuries that stand alone, told from other numbers by what is around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatycheck.mentions.date_words import year_at
from treatycheck.mentions.readings import DASHES, HYPHENS, Reading, is_labelled, lower_at, text_at, touches
from treatycheck.mentions.unit_words import unit_after
from treatycheck.model import Token
from treatycheck.text.words import word_set

_LABELS = word_set(
    "no no. nos nos. number numbers resolution resolutions res. article articles art. arts. section sections sec. "
    "chapter annex page pages p. pp. paragraph para. paras. room flight decree law directive regulation unscr agenda "
    "model order bill hr chapter protocol-no line unit type route highway # $ € £ ¥ usd us$ eur"
)
_COMPARERS = word_set("than over nearly almost some least most exceed exceeding exceeded below above roughly")
_AFTER_NUMBERS = word_set("each percent % ° apiece hours gmt utc est bc b.c. bce b.c.e. total altogether per pm p.m.")
_SURE = word_set("in since until till during year circa early late mid ad a.d. spring summer autumn fall winter")
ABOUT = word_set("about around circa c. ca. approximately roughly")
_BEFORE_TO = word_set("back extended prior dated dating postponed delayed close")
_CLAUSE_OPENERS = word_set("the a an when at by after his her their")
PARTS = word_set("early mid late")
_YEAR_PREFIXES = word_set("post pre mid early late ante")
_DECADE = re.compile(r"([0-9]{3})0s?")
_TEENTHS = "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINAL_WORDS = {word: number for number, word in enumerate(_TEENTHS.split(), start=11)}
_PERIODS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def read_year(tokens: Sequence[Token], index: int) -> Reading | None:
    """The year, decade or century that begins at a token, "about" or "late" included."""
    word = lower_at(tokens, index)
    if word in ABOUT:
        return _read_about(tokens, index)
    if word in PARTS:
        return _read_part(tokens, index)
    return _decade_at(tokens, index) or _century_at(tokens, index) or _year_alone(tokens, index)


def _read_about(tokens: Sequence[Token], index: int) -> Reading | None:
    place = index + 1
    if lower_at(tokens, place) == "the" and lower_at(tokens, place + 1) == "year":
        place += 2
    if year_at(tokens, place) is None or not _is_year(tokens, place, about=True):
        return None
    return Reading(index, place + 1, f"{text_at(tokens, place)}~")


def _read_part(tokens: Sequence[Token], index: int) -> Reading | None:
    """ "late 1980s", "mid-1980s", "early 19th century" as the years of that part."""
    place = index + 2 if text_at(tokens, index + 1) in HYPHENS else index + 1
    whole = _decade_at(tokens, place) or _century_at(tokens, place)
    if whole is None:
        return None
    first, last = _PERIODS[tokens[index].lower]
    digits = whole.value.rstrip("X")
    if len(digits) == 3:
        return Reading(index, whole.end, f"{digits}{first}/{digits}{last}")
    return Reading(index, whole.end, f"{digits}{first}0/{digits}{last}9")


def _decade_at(tokens: Sequence[Token], index: int) -> Reading | None:
    match = _DECADE.fullmatch(text_at(tokens, index))
    if not match or not 100 <= int(match.group(1)) <= 210:
        return None
    plural = match.group().endswith("s")
    if not plural and lower_at(tokens, index + 1) != "'s":
        return None
    if not plural and lower_at(tokens, index - 1) not in ("the", "mid", "late", "early", "-"):
        return None
    digits = match.group(1)
    value = f"{digits[:2]}XX" if digits.endswith("0") and digits != "200" else f"{digits}X"
    return Reading(index, index + (1 if plural else 2), value)


def _century_at(tokens: Sequence[Token], index: int) -> Reading | None:
    word = lower_at(tokens, index)
    number = ORDINAL_WORDS.get(word)
    place = index + 1
    if number is None and word[:-2].isdigit() and word.isascii() and len(word) == 4 and word[-2:] in ("st", "th"):
        number = int(word[:-2])
    if text_at(tokens, place) in HYPHENS and touches(tokens, place):
        place += 1
    if word in ("twenty", "twenty-first") and lower_at(tokens, place) == "first":
        number, place = 21, place + 1
        place += text_at(tokens, place) in HYPHENS
    if number is None or not 11 <= number <= 21 or lower_at(tokens, place) not in ("century", "centuries"):
        return None
    return Reading(index, place + 1, f"{number - 1:02d}XX")


def _year_alone(tokens: Sequence[Token], index: int) -> Reading | None:
    word = text_at(tokens, index)
    if year_at(tokens, index) is not None:
        return Reading(index, index + 1, word) if _is_year(tokens, index) else None
    before = lower_at(tokens, index - 1)
    if len(word) == 3 and word.isascii() and word.isdigit() and before in ("in", "ad", "a.d."):
        following = text_at(tokens, index + 1)
        closes = not following[:1].isalnum() and following not in DASHES and following not in ("%", "°", "$")
        closes = closes or following.lower() in _CLAUSE_OPENERS
        return Reading(index, index + 1, f"0{word}") if (closes or before != "in") and word[0] != "0" else None
    return None


def _is_year(tokens: Sequence[Token], index: int, about: bool = False) -> bool:
    """Whether a number of four digits is a year, by the words around it."""
    if not _stands_free(tokens, index) or is_labelled(tokens, index, _LABELS):
        return False
    before, following = lower_at(tokens, index - 1), lower_at(tokens, index + 1)
    if following in _AFTER_NUMBERS or (before in _COMPARERS and not about):
        return False
    if before in _SURE:
        return not _counts_things(tokens, index + 1)
    if before == "to" and not _may_end_in_year(tokens, index):
        return False
    return unit_after(tokens, index + 1, known_only=True) is None and not _before_number(tokens, index)


def _counts_things(tokens: Sequence[Token], index: int) -> bool:
    """Whether even behind "in" the number counts what follows, unless that is states, which may act in a year."""
    unit = unit_after(tokens, index, known_only=True)
    return unit is not None and unit.value not in ("states", "nations", "countries", "parties", "members", "powers")


def _before_number(tokens: Sequence[Token], index: int) -> bool:
    """Whether a range such as "2000 to 1500 warheads" goes on to a number that is no year."""
    if lower_at(tokens, index + 1) not in DASHES | {"to", "and", "or"}:
        return False
    if not text_at(tokens, index + 2)[:1].isdigit():
        return False
    return unit_after(tokens, index + 3, known_only=True) is not None


def _may_end_in_year(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to 1987" is a date; what is cut or limited "to 1600" is not."""
    year = year_at(tokens, index) or 0
    verb = lower_at(tokens, index - 2)
    if verb in _BEFORE_TO or verb[:1].isdigit():
        return True
    return year >= 1800 and year % 100 != 0 and lower_at(tokens, index + 1) not in ("each", "and", "or")


def _stands_free(tokens: Sequence[Token], index: int) -> bool:
    """Whether no hyphen, slash or colon makes the number part of a name, a time or a sum."""
    if touches(tokens, index):
        before = text_at(tokens, index - 1)
        owner = lower_at(tokens, index - 2) if touches(tokens, index - 1) else ""
        if before in HYPHENS and owner and not owner[0].isdigit() and owner not in _YEAR_PREFIXES:
            return False
        if before in "/:.,_#$€£" and owner[:1].isalnum() and year_at(tokens, index - 2) is None and before != ",":
            return False
        if before in "#$€£°_=":
            return False
    following = text_at(tokens, index + 1)
    if touches(tokens, index + 1) and following in (":", "_", "°", "=", "$", "€") and touches(tokens, index + 2):
        return False
    return not (touches(tokens, index + 1) and following[:1].isalpha())
