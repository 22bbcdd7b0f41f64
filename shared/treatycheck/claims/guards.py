"""Keeps out what is not asserted, and marks what is denied or reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from treatycheck.claims.clauses import after_last
from treatycheck.claims.frames import Filled
from treatycheck.claims.saying import verbs_of_saying
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, DETERMINER, RELATIVE, is_adverb
from treatycheck.data import packaged
from treatycheck.model import Claim
from treatycheck.text.tokens import fold_all

_BARRIER = frozenset({";", ":", "|", ".", "but", "who", "which"})
_SCHEDULED = frozenset({"was", "is", "were", "are", "due", "set", "scheduled", "slated", "'s"})
_DENYING = frozenset("to failed refused declined yet has despite being a ceased ceases cease stopped".split())
_REACH = {"negation": 6, "possibility": 6, "prediction": 6, "intention": 9, "condition": 16}


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        record["id"]: tuple(sorted((fold_all(word) for word in record["words"]), key=len, reverse=True))
        for record in packaged("guards.json")
    }


def _holds(words: Sequence[str], guard: str) -> bool:
    """Whether one of a guard's phrases stands among the words."""
    joined = set(words)
    for phrase in _phrases()[guard]:
        if phrase[0] not in joined:
            continue
        size = len(phrase)
        if any(tuple(words[index : index + size]) == phrase for index in range(len(words) - size + 1)):
            return True
    return guard == "negation" and any(word.endswith("n't") for word in words)


def _before(view: View, end: int, reach: int) -> tuple[str, ...]:
    """The words before a token, back to the edge of its clause."""
    index = end
    while index > 0 and end - index < reach and view.words[index - 1] not in _BARRIER:
        index -= 1
    return view.words[index:end]


def guard(view: View, filled: Filled) -> tuple[Claim | None, str | None]:
    """The claim as it stands behind the guards, or None with the id of the guard that dropped it."""
    if view.is_question():
        return None, "question"
    presupposed = filled.claim.implicit and not filled.claim.tentative
    dropped = None if presupposed else _dropped_by(view, filled)
    if dropped:
        return None, dropped
    claim = filled.claim
    negated = _is_negated(view, filled) and not _until(view, filled)
    return replace(claim, negated=claim.negated != negated, attributed_to=_speaker(view, filled)), None


def _dropped_by(view: View, filled: Filled) -> str | None:
    words = view.words
    start, predicate = filled.group_first, _verb_of(view, filled)
    group = words[start:predicate]
    if _holds(group, "possibility"):
        return "possibility"
    if _holds(group, "prediction") and not filled.frame.scheduled:
        return "prediction"
    if _holds(after_last(_before(view, start, _REACH["condition"]), ","), "condition") or _is_inverted(view, group):
        return "condition"
    if filled.frame.kind == "noun":
        return _noun_dropped_by(view, filled)
    if words[predicate].endswith("ing") and _holds(_before(view, start, 14), "possibility"):
        return "possibility"
    if "to" in group or words[predicate].endswith("ing"):
        return _infinitive_dropped_by(view, start, filled.frame.scheduled, filled.frame.relation)
    return None


def _is_inverted(view: View, group: Sequence[str]) -> bool:
    """ "Were India ever to sign …": a condition without "if"."""
    return view.words[0] == "were" and "to" in group


def _noun_dropped_by(view: View, filled: Filled) -> str | None:
    before = _before(view, filled.group_first, 7)
    behind = view.words[filled.last + 1 : filled.last + 3]
    if _holds(before, "intention"):
        return "intention"
    if _holds(before, "possibility"):
        return "possibility"
    if _holds(before, "prediction") and not filled.frame.scheduled:
        return "prediction"
    if any(word in {"would", "could", "might", "may"} for word in (*behind, *before)):
        return "possibility"
    return None


def _infinitive_dropped_by(view: View, start: int, scheduled: bool, relation: str) -> str | None:
    """What a treaty aims or agrees to ban, it bans; other infinitives behind such words are no events."""
    before = _before(view, start, 6)
    if scheduled and before and before[-1] in _SCHEDULED:
        return None
    if _holds(before, "prediction") and not scheduled:
        return "prediction"
    if _holds(before, "intention") and relation != "prohibits":
        return "intention"
    if _holds(before, "possibility"):
        return "possibility"
    return None


def _is_negated(view: View, filled: Filled) -> bool:
    """Negation inside the verb's group or directly before it."""
    if filled.frame.kind == "noun":
        return _holds(_before(view, filled.group_first, 2), "negation")
    verb = _verb_of(view, filled)
    if view.words[verb + 1 : verb + 2] == ("neither",):
        return True
    start = filled.group_first
    index = start
    while index > 0 and start - index < _REACH["negation"]:
        word = view.words[index - 1]
        if word in _BARRIER or word == "," or word in RELATIVE:
            break
        if not (
            word in AUXILIARY
            or is_adverb(word)
            or word in DETERMINER
            or _holds((word,), "negation")
            or word
            in {
                "to",
                "failed",
                "refused",
                "declined",
                "yet",
                "has",
                "despite",
                "being",
                "a",
                "ceased",
                "ceases",
                "cease",
                "stopped",
            }
        ):
            break
        index -= 1
    if _holds(view.words[index : verb + 1], "negation"):
        return True
    return _negative_subject(view, index)


def _until(view: View, filled: Filled) -> bool:
    """ "did not take effect until 1994" says when it did."""
    span = filled.claim.value.span
    return span is not None and any(
        view.words[date.first - 1] in {"until", "till", "before"}
        for date in view.dates
        if date.first and date.span.start == span.start
    )


def _verb_of(view: View, filled: Filled) -> int:
    for predicate in view.predicates:
        if predicate.first >= filled.group_first and filled.frame in predicate.frames:
            return predicate.first
    return filled.group_first


def _negative_subject(view: View, index: int) -> bool:
    """ "None of the nuclear states has signed", "neither India nor Pakistan has joined"."""
    tail = after_last(after_last(_before(view, index, 12), ","), "that")
    return bool({"none", "neither", "nobody"} & set(tail)) or tail[:1] == ("no",) or "not a single" in " ".join(tail)


def _speaker(view: View, filled: Filled) -> str | None:
    """Who says it, where a verb of saying stands in the sentence outside the claim."""
    verbs = verbs_of_saying()
    for index, word in enumerate(view.words):
        if word not in verbs or filled.first <= index <= filled.last:
            continue
        near = sorted(
            (mention for mention in (*view.people, *view.parties) if abs(mention.first - index) <= 8),
            key=lambda mention: abs(mention.last - index),
        )
        outside = [mention for mention in near if not filled.first <= mention.first <= filled.last]
        if outside:
            return outside[0].text
        named = _capitalised_before(view, index)
        if named:
            return named
    return None


def _capitalised_before(view: View, index: int) -> str | None:
    end = index
    start = end
    while start > 0 and view.sentence.tokens[start - 1].text[0].isupper():
        start -= 1
    return " ".join(token.text for token in view.sentence.tokens[start:end]) if start < end else None
