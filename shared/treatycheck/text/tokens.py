"""Plain text to words, numbers and marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import partial

from treatycheck.model import Token
from treatycheck.text.abbreviations import BEFORE_NUMBERS, MONTHS, OTHERS, TITLES

APOSTROPHES = "'\u2019\u02bc"
HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
SMALL_DIGITS = "²³¹⁰-⁹₀-₉¼-¾⅐-⅞"
LETTER = rf"[^\W\d_{SMALL_DIGITS}]"
_PART = rf"(?:{LETTER}|[\d\u0300-\u036f\u064b-\u065f{HIDDEN}])"
_UNITS = "B|C|F|GW|K|M|MT|MW|Mt|am|bn|cm|ft|k|kg|km|kms|kt|kts|lb|lbs|m|mi|mm|mn|mph|mt|nm|nmi|percent|pm|t|tn|yr|yrs"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# a space is taken along, and what most tokens are comes first: that makes one pass five times as fast
_TOKEN = re.compile(
    rf"""
    \s?(
      [A-Za-z]++(?=[\s,;:!?()"-])                                 # a plain word
    | [0-9]++(?=[\s;:!?()]|,(?![0-9]))                            # a plain number
    | [.,;:!?()"%$/-]
    | \#39;[sS]?                                                  # what some feeds leave of an apostrophe
    | (?<=[\w.])[{APOSTROPHES}][sS](?!{_PART})                    # possessive
    | (?:[A-Za-z]\.){{2,}}                                        # U.S., p.m.
    | (?:{_any_of(TITLES | MONTHS | OTHERS)})\.
    | (?:{_any_of(BEFORE_NUMBERS)})\.(?=\s?[\dIVX])
    | v\.(?=\s[A-Z])
    | [0-9]+(?:st|nd|rd|th|s)(?!{_PART})                          # 8th, 1990s
    | [0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?![0-9])          # 1,550
    | (?>[0-9]+(?:\.[0-9]+){{0,3}})(?=(?:{_UNITS})?(?!{_PART}))   # 5.5, 300kg
    | (?:{LETTER}|\d){_PART}*(?:[{APOSTROPHES}](?![sS](?!{_PART})){LETTER}{_PART}*)*
    | [^\s{HIDDEN}]
    )
    """,
    re.VERBOSE,
)
# no word of a name is longer; putting a run of accents in order takes the square of its length
_LONGEST_ORDERED = 300
_PLAIN_APOSTROPHE = {ord(mark): "'" for mark in APOSTROPHES} | {ord(mark): None for mark in HIDDEN}
# a token without the checks of its constructor's arguments
_token = partial(tuple.__new__, Token)


def tokenize(plain: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of the plain text between two offsets, in order."""
    stop = len(plain) if end is None else end
    texts = _TOKEN.findall(plain, start, stop)
    tokens: list[Token] = []
    place = start
    for text, lower in zip(texts, _folded(texts), strict=True):
        # only white space and hidden marks lie between tokens, so the next one is where its text is next
        begin = plain.index(text, place)
        place = begin + len(text)
        tokens.append(_token((text, lower, begin, place)))
    return tuple(tokens)


def _folded(texts: list[str]) -> list[str]:
    """Tokens folded, at once where they are plain: none holds a line's end."""
    joined = "\n".join(texts)
    if joined.isascii() and "#" not in joined:
        return joined.lower().split("\n") if texts else []
    return [fold(text) for text in texts]


def fold(text: str) -> str:
    """Words to the form that they are compared in: lower case, plain apostrophes, accents kept."""
    if text.isascii():
        return text.lower() if not text.startswith("#39;") else "'" + text[4:].lower()
    lower = text.translate(_PLAIN_APOSTROPHE).lower()
    return unicodedata.normalize("NFC", lower) if len(lower) <= _LONGEST_ORDERED else lower


def without_accents(text: str) -> str:
    """The letters and marks of a text, decomposed, without the accents on them."""
    starts = range(0, len(text), _LONGEST_ORDERED)
    pieces = [unicodedata.normalize("NFKD", text[start : start + _LONGEST_ORDERED]) for start in starts]
    return "".join(sign for piece in pieces for sign in piece if not unicodedata.combining(sign))


def fold_all(text: str) -> tuple[str, ...]:
    """A phrase to the folded words that its tokens have."""
    return tuple(token.lower for token in tokenize(text))
