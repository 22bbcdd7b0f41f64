"""Parts of clauses: asides, verbs between two words, treaties inside other phrases."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, DETERMINER, PASTS, PLAIN_AUXILIARY, PREPOSITION, RELATIVE, SUBORDINATOR
from treatycheck.model import Mention

CLAUSE_MARKS = frozenset({";", ":", "|"})
_TIME_OPENERS = frozenset({"after", "before", "until", "till", "once", "when", "whenever", "while"})
_TIMES = frozenset({"after", "before", "since", "until"})
_FINITE = PASTS | AUXILIARY - {"be", "been", "being"}
_LONGEST_SUBJECT, _LONGEST_ASIDE = 6, 9
_BEFORE_DAYS = frozenset({"on", "in", "late", "early"})
UNITS_OF_TIME = frozenset("years months weeks days hours year month week day decade decades century".split())
NOUN_OF_TEXT = frozenset(
    "text terms provisions version copies document instrument treaty agreement pact accord".split()
)
_SUBJECT_ENDS = CLAUSE_MARKS | {",", "and", "but"} | AUXILIARY


def actor_ending_at(view: View, index: int) -> Mention | None:
    """The person or party whose mention ends at a token."""
    for mention in (*view.people, *view.parties):
        if mention.last == index:
            return mention
    return None


def without_asides(words: list[str]) -> list[str]:
    """Leaves out parentheses, and a part between two commas that reaches both ends."""
    kept: list[str] = []
    depth = 0
    for word in words:
        if word in {"(", "["}:
            depth += 1
        elif word in {")", "]"} and depth:
            depth -= 1
        elif not depth:
            kept.append(word)
    if kept and kept[0] in {",", "\u2014", "\u2013"} and kept[-1] in {",", "\u2014", "\u2013"}:
        return []
    if len(kept) > 1 and kept[0] == "," and kept[-1] in RELATIVE and kept[-2] == ",":
        return []
    return kept


def after_last(words: Sequence[str], mark: str) -> Sequence[str]:
    """The words behind the last of a mark or word, all where there is none."""
    return words[len(words) - words[::-1].index(mark) :] if mark in words else words


def past_interruption(view: View, start: int) -> int:
    """Where an infinitive that stands at `start` would stand without the date or the aside before its "to".

    "refused on Wednesday to sign", "failed, by three votes, to ratify".
    """
    if view.words[start : start + 1] != ("to",):
        return start
    if start > 1 and view.words[start - 1] == ",":
        reach = range(start - 2, max(0, start - 2 - _LONGEST_ASIDE), -1)
        return next((index for index in reach if view.words[index] == ","), start)
    date = next((date for date in view.dates if date.last == start - 1), None)
    if date is None or date.first == 0:
        return start
    return date.first - (view.words[date.first - 1] in _BEFORE_DAYS)


def has_verb(view: View, first: int, end: int) -> bool:
    if any(word in PLAIN_AUXILIARY for word in view.words[first:end]):
        return True
    return any(other.kind == "verb" for other in view.predicates_between(first, end))


def in_time_clause(view: View, group_first: int) -> bool:
    """ "after it lapsed", "until the treaty takes effect": a clause that tells when, not what holds."""
    for index in range(group_first - 1, max(-1, group_first - 1 - _LONGEST_SUBJECT), -1):
        if view.words[index] in _TIME_OPENERS:
            return True
        if view.words[index] in _SUBJECT_ENDS:
            return False
    return False


def _opens_clause_of(view: View, index: int, mention: Mention) -> bool:
    """ "It came to light after the treaty was signed": whether a clause is whole before a token, and a verb follows."""
    before, behind = view.words[:index], view.words[mention.last + 1 : mention.last + 2]
    return RELATIVE.isdisjoint(before) and not _FINITE.isdisjoint(before) and not AUXILIARY.isdisjoint(behind)


def inside_phrase(view: View, mention: Mention) -> bool:
    """Whether a treaty stands behind a preposition, as in "the failure of the treaty"."""
    index = mention.first - 1
    steps = 0
    while index >= 0 and steps < 6 and view.words[index] not in PREPOSITION:
        word = view.words[index]
        if (
            word in {",", "and", "or", ";", "that", "which"}
            or word in AUXILIARY
            or view.mention_at(view.treaties, index)
        ):
            return False
        if word in DETERMINER and index and view.words[index - 1] not in PREPOSITION:
            return False
        index -= 1
        steps += 1
    if index < 0 or view.words[index] not in PREPOSITION:
        return False
    preposition = view.words[index]
    if any(date.last == index for date in view.told) or (
        index and preposition in _TIMES and view.words[index - 1] in UNITS_OF_TIME
    ):
        return False
    if preposition in SUBORDINATOR and preposition not in {"since", "until", "before", "after", "as"}:
        return False
    if preposition in _TIMES and _opens_clause_of(view, index, mention):
        return False
    if preposition in {"after", "before", "since", "until", "as", "with", "despite"} and (
        index == 0 or view.words[index - 1] in {",", "(", "later"} or not view.words[index - 1].isalpha()
    ):
        return False
    return not (preposition == "of" and index and view.words[index - 1] in NOUN_OF_TEXT)
