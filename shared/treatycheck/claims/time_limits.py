"""Lengths of time that a treaty sets: a notice, a deadline, a term; kept only where the facts bear them out."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.count_words import number_claim
from treatycheck.claims.frames import Filled
from treatycheck.claims.view import View
from treatycheck.model import Mention

_PASSED = frozenset("ago later earlier before old after since last past previous lasted talks negotiations".split())
_GIVING = frozenset(
    "give gives gave given giving allow allows allowed allowing grant grants granted require requires required leaves "
    "leave left".split()
)
_SETTING = frozenset("for within of than least most over to under up has have had having set sets every".split())


def tentative_times(view: View, treaty: Mention, plain: str) -> Iterator[Filled]:
    """Each length of time that may be a term, a notice or a deadline, and not what passed between two events."""
    for mention in view.durations:
        if _may_be_set(view, mention):
            yield number_claim(view, mention, treaty, "limit", (mention.first, mention.last), plain)


def _may_be_set(view: View, mention: Mention) -> bool:
    before = view.words[max(0, mention.first - 2) : mention.first]
    behind = view.words[mention.last + 1 : mention.last + 4]
    if _PASSED & set(before) or behind == ("to", "the", "day"):
        return False
    if _PASSED & set(behind[:1]) and "notice" not in behind:
        return False
    hyphened = "-" in view.words[mention.first : mention.last + 1]
    return hyphened or "notice" in behind or bool(_SETTING & set(before[-1:]) or _GIVING & set(before))
