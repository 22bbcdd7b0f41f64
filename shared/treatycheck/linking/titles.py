"""Where a name in capitals may begin and end: "the Protocol to the Convention on Certain Weapons of 1980"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from treatycheck.linking.misspelt_nouns import misspelt_links
from treatycheck.linking.treaty_names import GENERIC, LINKS
from treatycheck.model import Mention, Token
from treatycheck.values.calendar_words import MONTH_NUMBERS

OPENERS = frozenset(
    "if when while although though because after before since once until as whether under by for with from both each "
    "our their his her no any all another however and but so yet he she it they we i".split()
)
# what stands in titles in small letters
_SMALL = LINKS | frozenset("between relating from by as its their other or at regarding respecting a an".split())
# a name may go on behind these, or another thing begin
_STOPS = _SMALL.difference(LINKS, {"between"}) | {","}
MARKS = frozenset({"-", ",", "'s", "'"})
# a name goes so many words beyond its noun
_LONGEST, _MOST_OPENINGS = 14, 4


@cache
def _leads() -> frozenset[str]:
    """What may stand before "the" in a title."""
    return frozenset((*_SMALL, *GENERIC, *misspelt_links()))


def title_runs(tokens: Sequence[Token], noun: int) -> Iterator[tuple[int, int]]:
    """Where a name around a noun may begin and end, the longest first: all of its capitals, those from an owner, an
    article or a figure on, those as far as a small word, those up to the noun, those from it."""
    start, end = noun, noun + 1
    while start > 0 and noun - start < _LONGEST and (_in_title(tokens, start - 1) or _joins(tokens, start - 1)):
        start -= 1
    while end < len(tokens) and end - noun < _LONGEST and (_in_title(tokens, end) or _joins(tokens, end)):
        end += 1
    start, end = _trimmed(tokens, start, noun, end)
    openings: list[int] = []
    for index in range(start, noun):
        word = tokens[index]
        if word.lower in {"'s", "the", ","} or word.text[0].isdigit():
            openings.append(index + 1)
    stop = next((index for index in range(noun + 1, end) if tokens[index].lower in _STOPS), end)
    runs = [(opening, end) for opening in (start, *openings[-_MOST_OPENINGS:])] + [
        (start, stop),
        (start, noun + 1),
        (noun, end),
        (noun, stop),
    ]
    for run in dict.fromkeys(_trimmed(tokens, first, noun, last) for first, last in runs):
        if run[1] - run[0] > 1:
            yield run


def _trimmed(tokens: Sequence[Token], start: int, noun: int, end: int) -> tuple[int, int]:
    """A run without the small words and marks at its ends."""

    def is_small(index: int) -> bool:
        text = tokens[index].text
        return (text.islower() and tokens[index].lower in _SMALL) or not text[0].isalnum()

    while start < noun and (is_small(start) or (start == 0 and tokens[start].lower in OPENERS | {"the"})):
        start += 1
    while end > noun + 1 and is_small(end - 1):
        end -= 1
    return start, end


def _in_title(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word may belong to a name in capitals: "Protocol IV to the Convention on Certain Weapons"."""
    token = tokens[index]
    before = tokens[index - 1] if index else token
    if token.lower == "the":
        return before.text[0].isupper() or before.lower in _leads()
    if token.text.islower():
        return token.lower in _SMALL or token.lower in MARKS or token.lower in misspelt_links()
    letters = token.text.replace(".", "")
    capital = token.text[0].isupper() and letters.isalpha() and token.lower not in {"in", "on", *MONTH_NUMBERS}
    behind = tokens[index + 1] if index + 1 < len(tokens) else token
    dated = before.lower == "in" or behind.lower in MONTH_NUMBERS
    figure = token.text.isdigit() and len(token.text) <= 4 and not dated
    return capital or figure or token.text in MARKS - {","}


def may_go_on(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether beside a name, small words left out, stands what may belong to a longer one."""
    before, behind = mention.first - 1, mention.last + 1
    while before >= 0 and tokens[before].lower in _SMALL:
        before -= 1
    while behind < len(tokens) and tokens[behind].lower in _SMALL:
        behind += 1
    if before >= 0 and (_in_title(tokens, before) or _joins(tokens, before)):
        return True
    return behind < len(tokens) and (_in_title(tokens, behind) or _joins(tokens, behind))


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """The comma in "Covenant on Economic, Social and Cultural Rights", "Friendship, and Cooperation"."""
    if tokens[index].text != "," or not 0 < index < len(tokens) - 1:
        return False
    behind = tokens[index + 1]
    return tokens[index - 1].text[0].isupper() and (behind.text[0].isupper() or behind.lower in LINKS)
