"""Treaties of the same short name on another subject: "the Vienna Convention on Road Traffic"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatycheck.linking.descriptions import words_of
from treatycheck.linking.misspellings import is_of_a_place
from treatycheck.linking.treaty_names import GENERIC, Name, TreatyNames
from treatycheck.model import Mention, Token, Treaty
from treatycheck.text.likeness import content_words
from treatycheck.values.calendar_words import CALENDAR
from treatycheck.values.edtf import year_of

_TOPIC_MARKS = frozenset({"on", "concerning", "regarding"})
_TAIL_ENDS = frozenset(
    ", ; : . ( ) \u2014 \u2013 is was were are has had have will would may which that who signed in at by".split()
)
_LONGEST_NAME, _LONGEST_DATE, _LONGEST_TAIL, _LEAST_WORDS = 3, 5, 7, 2


def is_namesake(tokens: Sequence[Token], start: int, end: int, found: Sequence[Name], names: TreatyNames) -> bool:
    """Whether the words behind a place's name and its noun tell a subject that no treaty so called is about.

    In capitals they are a title, most words of which must fit; else one is enough.
    """
    called = [token.lower for token in tokens[start:end]]
    of_place = end - start <= _LONGEST_NAME and called[-1] in GENERIC and is_of_a_place(" ".join(called))
    if not of_place and called[:3] != ["optional", "protocol", "to"]:
        return False
    topic = list(_topic(tokens, end))
    told = content_words(" ".join(token.lower for token in topic))
    if len(told) < _LEAST_WORDS:
        return False
    title = topic[0].text[0].isupper()
    shared = max(len(told & _about(names.treaties[name.treaty])) for name in found)
    return shared * 2 <= len(told) if title else not shared


def _about(treaty: Treaty) -> frozenset[str]:
    return words_of(treaty) | content_words(" ".join(treaty.context))


def _topic(tokens: Sequence[Token], end: int) -> Iterator[Token]:
    """The words behind "on", a date before it passed over."""
    index = end
    if index < len(tokens) and tokens[index].lower == "of":
        while index < min(len(tokens), end + _LONGEST_DATE) and tokens[index].lower not in _TOPIC_MARKS:
            index += 1
    if index >= len(tokens) or tokens[index].lower not in _TOPIC_MARKS:
        return
    for token in tokens[index + 1 : index + 1 + _LONGEST_TAIL]:
        if token.lower in _TAIL_ENDS | CALENDAR or token.text[0].isdigit():
            return
        yield token


def without_counterparts(
    words: Sequence[str],
    found: Sequence[Mention],
    years: Mapping[Mention, Mention],
    dates: Sequence[Mention],
    treaties: Mapping[str, Treaty],
) -> tuple[Mention, ...]:
    """ "the Geneva Protocol of 1924 failed, that of 1925 did not": the known one is the other, this one unknown.

    `years` holds the dates of names with the treaties so called.
    """
    others = {year_of(date.value) for date in dates if words[date.first - 2 : date.first] == ("that", "of")}
    told = {treaty: year_of(date.value) for date, treaty in years.items()} if others else {}

    def is_other(mention: Mention) -> bool:
        known = treaties.get(mention.value)
        return known is not None and told.get(mention, known.year) != known.year and known.year in others

    return tuple(mention._replace(value="", candidates=()) if is_other(mention) else mention for mention in found)
