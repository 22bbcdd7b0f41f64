"""Whether the words before a predicate deny it: "has not", "neither … nor", "fell short of the votes needed to"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from treatycheck.claims.clauses import after_last, past_interruption
from treatycheck.claims.controllers import REFUSALS
from treatycheck.claims.guard_words import BARRIER, holds, words_before
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, DETERMINER, RELATIVE, is_adverb
from treatycheck.model import Claim

_DENYING = REFUSALS | frozenset(
    "to failed refused refusing declining failing declined yet has despite being a ceased ceases cease stopped".split()
)
_NEEDED = frozenset({"needed", "required", "necessary"})
_MAJORITY = _NEEDED | {"majority", "margin", "votes", "vote", "support"}
_UNANIMOUS = ("without", "a", "vote")
_SHORT = frozenset({"failed", "fails", "failing", "fell", "short", "lacked", "lacks", "without", "not"})
_NOBODY = frozenset({"no", "none", "neither", "nothing"})
# without one of these no subject denies
_OF_NOBODY = _NOBODY | {"nobody", "nor", "not"}
_JOINED_TO_VERB = AUXILIARY | DETERMINER | _DENYING
_LISTING = frozenset({",", "and", "or", "nor", "the", "&", "of"})
_OUTSTANDING = frozenset({"still", "yet"})
_AT_LEAST = frozenset({("fewer",), ("less",), ("more",)})
_STEPS = frozenset("by in on at to between with the for of president mr mr. mrs mrs.".split())
_LONGEST_STEP = 3
_LONGEST_GROUP, _LONGEST_SUBJECT, _LONGEST_OBJECT = 6, 12, 16


def is_denied(view: View, start: int, verb: int, kind: str) -> bool:
    """Negation inside the group from `start` to the predicate at `verb`, directly before it, or in its subject."""
    words = view.words
    if kind == "noun":
        return holds(view, words_before(view, start, 2), "negation")
    if "sooner" in view.said and _is_soon(words_before(view, verb, _LONGEST_SUBJECT)):
        return False
    if not view.said.isdisjoint(_OUTSTANDING) and _is_still_to(words[start - 1 : verb]):
        return True
    if words[verb + 1 : verb + 2] == ("neither",) or (kind == "adjective" and "no" in words[start:verb]):
        return True
    start_of_verb, start = start, past_interruption(view, start)
    index = start
    while index > 0 and start - index < _LONGEST_GROUP and _joins_negation(view, words[index - 1]):
        index -= 1
    if holds(view, (*words[index:start], *words[start_of_verb : verb + 1]), "negation"):
        return True
    return _negative_subject(view, index) or (is_of_majority(view, start, verb) and _falls_short(view, start))


def _is_soon(before: Sequence[str]) -> bool:
    """ "No sooner had the treaty been signed than": it was, and soon something followed."""
    return any(pair == ("no", "sooner") for pair in pairwise(before))


def _is_still_to(group: Sequence[str]) -> bool:
    """ "has still to ratify", "are yet to ratify": they have not."""
    pairs = set(pairwise(group))
    still = not {"has", "have", "had"}.isdisjoint(group) and ("still", "to") in pairs
    return still or (not {"is", "are", "was", "were"}.isdisjoint(group) and ("yet", "to") in pairs)


def denies_value(view: View, claim: Claim) -> bool:
    """ "signed not by Rabin but by Peres", "not in Geneva": the act is asserted, the value denied."""
    if claim.value.span is None or "not" not in view.said:
        return False
    first = bisect_left(view.sentence.tokens, claim.value.span.start, key=lambda token: token.start)
    index = first - 1
    while index > 0 and first - index <= _LONGEST_STEP and view.words[index] in _STEPS:
        index -= 1
    return index >= 0 and view.words[index] == "not" and view.words[index - 1 : index] != ("if",)


def _joins_negation(view: View, word: str) -> bool:
    if word in BARRIER or word == "," or word in RELATIVE:
        return False
    return word in _JOINED_TO_VERB or is_adverb(word) or holds(view, (word,), "negation")


def _negative_subject(view: View, index: int) -> bool:
    """ "None of the nuclear states has signed", "neither India nor Pakistan has joined"."""
    if view.said.isdisjoint(_OF_NOBODY):
        return False
    before = words_before(view, index, _LONGEST_SUBJECT)
    if _none_of_list(view, index):
        return True
    tail = after_last(after_last(before, ","), "that")
    if (
        {"none", "neither", "nobody"} & set(tail)
        or (tail[:1] == ("no",) and tail[1:2] not in _AT_LEAST)
        or "not a single" in " ".join(tail)
    ):
        return True
    return "nor" in tail and "neither" in before


def _none_of_list(view: View, index: int) -> bool:
    """ "none of Chad, Mali and Niger has …": nothing but states and what joins them behind the word that denies."""
    group = view.mention_at(view.parties, index - 1)
    if group is not None and view.words[group.first] in _NOBODY:
        return True
    place = index - 1
    while place > 0 and (view.words[place] in _LISTING or view.mention_at(view.parties, place) is not None):
        place -= 1
    return view.words[place : place + 2] in {("none", "of"), ("neither", "of")}


def is_of_majority(view: View, start: int, verb: int) -> bool:
    """ "the two-thirds needed to ratify": an infinitive that says what votes are for."""
    if "to" not in view.words[start:verb]:
        return False
    before = view.words[max(0, start - 3) : start]
    return bool(set(before[-1:]) & _MAJORITY) and before != _UNANIMOUS


def _falls_short(view: View, start: int) -> bool:
    return bool(_SHORT & set(words_before(view, start, _LONGEST_OBJECT)))


def lacks_outcome(view: View, start: int, verb: int) -> bool:
    """ "the votes needed to ratify" alone: whether they were found is not said."""
    needed = is_of_majority(view, start, verb) and view.words[start - 1] in _NEEDED
    return needed and not _falls_short(view, start)
