"""Numbers in digits and words: read, printed plainly, written in the style of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {word: value for value, word in enumerate(_ONES.split())}
TENS: dict[str, int] = {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
# the words with which a number in words begins, but for "a dozen" and "half a million"
SPELLED = SMALL.keys() | TENS.keys()
GROUPS: dict[str, int] = {"dozen": 12, "score": 20}
SCALES: dict[str, int] = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?")
_PIECE = re.compile(r"[0-9][0-9,.]*|[^\W\d_]+|-")
_WORDS_UP_TO = 20


def parse_number(text: str) -> float | None:
    """A number in digits, words or both ("1.5 million") to its value; None where the text is more or less."""
    words = _PIECE.findall(text.lower())
    found = number_at(words, 0)
    return found[0] if found and found[1] == len(words) else None


def number_at(words: Sequence[str], start: int) -> tuple[float, int] | None:
    """The number that begins at a word, and the index behind it."""
    first = words[start] if start < len(words) else ""
    if first[:1].isdigit():
        return _digits_at(words, start)
    if first in ("a", "half") or first in SMALL or first in TENS:
        return _words_at(words, start)
    return None


def digits(word: str) -> float | None:
    """One token of digits to its value."""
    return float(word.replace(",", "")) if _DIGITS.fullmatch(word) else None


def print_number(value: float) -> str:
    """A value in plain digits, without thousands separators."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


def write_number(value: float, like: str) -> str:
    """A value written as `like` writes numbers: digits, digits with separators, words, or millions."""
    text = like.strip().lower()
    scale = next((word for word in ("trillion", "billion", "million") if word in text.split()), None)
    if scale and value >= SCALES[scale] and text[:1].isdigit():
        return f"{print_number(round(value / SCALES[scale], 3))} {scale}"
    if value != int(value) or value < 0:
        return print_number(value)
    if text and not any(character.isdigit() for character in text) and value < 100:
        return spell(int(value))
    grouped = "," in text or (value >= 10_000 and "." not in text) or not re.search(r"\d{4}", text)
    return f"{int(value):,}" if grouped else str(int(value))


def spell(value: int) -> str:
    """A number below a hundred in words."""
    if value < _WORDS_UP_TO:
        return _ONES.split()[value]
    tens, ones = divmod(value, 10)
    return _TENS.split()[tens - 2] + (f"-{_ONES.split()[ones]}" if ones else "")


def _digits_at(words: Sequence[str], start: int) -> tuple[float, int] | None:
    value = digits(words[start])
    if value is None:
        return None
    following = words[start + 1] if start + 1 < len(words) else ""
    if following in SCALES:
        return _scaled(value, SCALES[following]), start + 2
    if following == "hundred":
        return value * 100, start + 2
    return value, start + 1


def _scaled(value: float, scale: int) -> float:
    return float(round(value * scale, 3))


def _words_at(words: Sequence[str], start: int) -> tuple[float, int] | None:
    if words[start] == "half":
        return _half_at(words, start)
    if words[start] == "a":
        return _group_at(words, start)
    total, current, end = 0, 0, start
    while end < len(words):
        joint = end > start and words[end] in ("and", "-") and _goes_on(words, end)
        word = words[end + 1] if joint else words[end]
        if word in SMALL or word in TENS:
            amount = SMALL.get(word, TENS.get(word, 0))
            if not _fits(current, amount):
                break
            current += amount
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in ("dozen", "score") and 0 < current < 100:
            return float(current * GROUPS[word]), end + 1
        elif word in ("thousand", "million", "billion", "trillion") and 0 < current < 1000:
            total, current = total + current * SCALES[word], 0
        else:
            break
        end += 2 if joint else 1
    return float(total + current), end


def _goes_on(words: Sequence[str], joint: int) -> bool:
    """Whether a hyphen or "and" stands inside a number, as in "twenty-five" or "one hundred and fifty"."""
    before = words[joint - 1]
    following = words[joint + 1] if joint + 1 < len(words) else ""
    if words[joint] == "-":
        return (before in TENS and following in SMALL) or following in ("hundred", "thousand", "million")
    return before in ("hundred", "thousand") and (following in SMALL or following in TENS)


def _fits(current: int, amount: int) -> bool:
    """Whether a small number may follow in the same word number: "twenty" "five", but not "five" "six"."""
    rest = current % 100
    return (rest == 0 and amount < 100) or (rest in TENS.values() and 0 < amount < 10)


def _half_at(words: Sequence[str], start: int) -> tuple[float, int] | None:
    scale = words[start + 2] if list(words[start + 1 : start + 2]) == ["a"] and start + 2 < len(words) else ""
    if scale == "dozen":
        return 6.0, start + 3
    return (SCALES[scale] / 2, start + 3) if scale in ("million", "billion", "trillion") else None


def _group_at(words: Sequence[str], start: int) -> tuple[float, int] | None:
    group = words[start + 1] if start + 1 < len(words) else ""
    if group == "dozen":
        return 12.0, start + 2
    if group in ("hundred", "thousand", "million", "billion"):
        return float(SCALES.get(group, 100)), start + 2
    return None
