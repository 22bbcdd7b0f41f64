"""Keeps out what is not asserted, and marks what is denied or reported."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from treatycheck.claims.announcements import ANNOUNCED, announcing_verb
from treatycheck.claims.clauses import after_last, past_interruption
from treatycheck.claims.frames import Filled
from treatycheck.claims.guard_words import BARRIER, holds, words_before
from treatycheck.claims.negation import denies_value, is_denied, lacks_outcome
from treatycheck.claims.saying import verbs_of_saying
from treatycheck.claims.unreal import came_true, is_belief, is_planned, is_unreal, only_asks
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, BE, PREPOSITION, is_adverb
from treatycheck.model import Claim, Mention, ValueType

_SCHEDULED = frozenset({"was", "is", "were", "are", "due", "set", "scheduled", "slated", "'s"})
_LONGEST_NOUN = 10
_REACH = {"possibility": 6, "prediction": 6, "intention": 9, "condition": 16}

_DUTIES = frozenset("must should need needs ought can could would will".split())
_LONGEST_DUTY, _LONGEST_CLAUSE, _LONGEST_MATRIX = 14, 16, 3
_CONJECTURES = frozenset(
    "may might could possible conceivable perhaps possibly maybe doubtful uncertain unlikely".split()
)
_EDGES = BARRIER | {","}
_LONGEST_BODY, _NEAR_CONTRAST = 3, 5
_CONTRASTS = frozenset({"though", "although", "but", "while"})
# values of which another one is right where they are denied
_DENIABLE = frozenset({ValueType.DATE, ValueType.PLACE, ValueType.PEOPLE, ValueType.PARTIES})
_NAME_ENDS = AUXILIARY | PREPOSITION


def guard(view: View, filled: Filled) -> tuple[Claim | None, str | None]:
    """The claim as it stands behind the guards, or None with the id of the guard that dropped it."""
    if view.is_question():
        return None, "question"
    claim = filled.claim
    if _is_told_apart(view, claim.treaty) or _speaks_of_own(view, claim.treaty, filled.group_first):
        return None, "other_treaty"
    negated = False
    if not claim.implicit or claim.tentative:
        dropped, denied = _ruling(view, filled)
        if dropped is not None:
            return None, dropped
        negated = denied and not _until(view, filled)
        if denies_value(view, claim):
            if claim.value.type not in _DENIABLE:
                return None, "negation"
            negated = not negated
    speaker = _speaker(view, filled)
    if not negated and speaker is None:
        return claim, None
    return claim._replace(negated=claim.negated != negated, attributed_to=speaker), None


def _ruling(view: View, filled: Filled) -> tuple[str | None, bool]:
    """The guard that drops a claim, and whether its words are denied."""
    frame = filled.frame
    if frame.relation == "party" and _names_body(view, filled):
        return "body", False
    if frame.id == "signed/agreed" and _agrees_on_amount(view, _verb_of(view, filled)):
        return "other_treaty", False
    if frame.relation == "signed" and _is_dated_otherwise(view):
        return "other_date", False
    verb = _verb_of(view, filled)
    last = filled.last if frame.kind == "noun" else verb
    place = _Place(filled.group_first, verb, last, frame.kind, frame.relation, frame.scheduled, filled.claim.relation)
    return view.once(_ruling_at, place)


class _Place(NamedTuple):
    """What the guards go by: where a predicate and its group stand, up to `last` for a noun, and what it tells."""

    start: int
    verb: int
    last: int
    kind: str
    relation: str
    scheduled: bool
    told: str


def _ruling_at(view: View, place: _Place) -> tuple[str | None, bool]:
    dropped = _dropped_at(view, place)
    return dropped, dropped is None and is_denied(view, place.start, place.verb, place.kind)


def _dropped_at(view: View, place: _Place) -> str | None:
    words, start, predicate = view.words, place.start, place.verb
    group = words[start:predicate]
    doubtful = holds(view, group, "possibility") and not came_true(view, start, group)
    if doubtful or (place.kind != "construction" and is_unreal(view, start, predicate)):
        return "possibility"
    if place.relation == "signed_in" and is_planned(group):
        return "prediction"
    if holds(view, group, "prediction") and not place.scheduled and not _is_announced(view, start, place.told):
        return "prediction"
    if matrix := _matrix(view, start):
        if _CONJECTURES & set(matrix[-_LONGEST_MATRIX:]):
            return "possibility"
        if is_belief(view, matrix, start):
            return "belief"
    if holds(view, after_last(words_before(view, start, _REACH["condition"]), ","), "condition") or _is_inverted(
        view, group
    ):
        return "condition"
    if place.relation == "acceded" and only_asks(view, start, place.kind):
        return "intention"
    if place.kind == "noun":
        return _noun_dropped_by(view, start, place.last, place.scheduled)
    if words[predicate].endswith("ing") and holds(view, words_before(view, start, 14), "possibility"):
        return "possibility"
    if lacks_outcome(view, start, predicate):
        return "possibility"
    if "to" in group or words[predicate].endswith("ing"):
        return _infinitive_dropped_by(view, start, place.scheduled, place.relation)
    return None


def _names_body(view: View, filled: Filled) -> bool:
    """ "a member of the NPT review group", "part of the NPT talks"."""
    treaty = filled.claim.treaty
    behind = view.words[treaty.last + 1 : treaty.last + 1 + _LONGEST_BODY]
    ends = (index for index, word in enumerate(behind) if not word.isalpha() or word in _NAME_ENDS)
    until = next(ends, len(behind))
    return treaty.first > filled.group_first and holds(view, behind[:until], "body")


def _is_told_apart(view: View, treaty: Mention) -> bool:
    """ "not to be confused with the treaty of 1921": another one than what the sentence is about."""
    before = view.words[max(0, treaty.first - 3) : treaty.first]
    return ("confused", "with") in pairwise(before) or ("mistaken", "for") in pairwise(before)


def _speaks_of_own(view: View, treaty: Mention, start: int) -> bool:
    """ "The Council's convention is old, the UN's own was signed in 2025": a noun left out, another treaty."""
    between = view.words[treaty.last + 1 : start + 1] if "own" in view.said else ()
    return any(word == "own" and behind in AUXILIARY for word, behind in pairwise(between))


def _agrees_on_amount(view: View, verb: int) -> bool:
    """ "agreed on 2,400 launchers each, which the treaty would lower": a number, not the treaty."""
    index = verb + 1 + (view.words[verb + 1 : verb + 2] == ("on",))
    return any(number.first == index for number in view.quantities)


def _is_dated_otherwise(view: View) -> bool:
    """ "signed on the 3rd, though it is dated the 2nd": the text itself tells that its day is another one."""
    if "dated" not in view.said:
        return False
    before = view.words[max(0, view.words.index("dated") - _NEAR_CONTRAST) : view.words.index("dated")]
    return not _CONTRASTS.isdisjoint(before)


def _matrix(view: View, start: int) -> Sequence[str]:
    """The words that govern the clause of a predicate: "it is possible" of "it is possible that it was signed"."""
    if "that" not in view.said:
        return ()
    before = words_before(view, start, _LONGEST_CLAUSE)
    return before[: len(before) - len(after_last(before, "that")) - 1] if "that" in before else ()


def _is_announced(view: View, start: int, relation: str) -> bool:
    """ "announced that it would leave": the announcement is a step of its own."""
    return relation in ANNOUNCED and announcing_verb(view, start) is not None


def _is_inverted(view: View, group: Sequence[str]) -> bool:
    """ "Were India ever to sign …": a condition without "if"."""
    return view.words[0] == "were" and "to" in group


def _noun_dropped_by(view: View, start: int, last: int, scheduled: bool) -> str | None:
    before = words_before(view, start, 7)
    behind = view.words[last + 1 : last + 3]
    if holds(view, before, "intention") or _is_wished(view, start + 1):
        return "intention"
    if _is_means_to_come(view, start):
        return "possibility"
    if holds(view, before, "possibility"):
        return "possibility"
    if holds(view, before, "prediction") and not scheduled:
        return "prediction"
    if any(word in {"would", "could", "might", "may"} for word in (*behind, *before)):
        return "possibility"
    return None


def _is_means_to_come(view: View, start: int) -> bool:
    """ "We must end the race by signing a treaty this year": how something is to be done."""
    by = next((index for index in range(start, max(-1, start - 3), -1) if view.words[index - 1] == "by"), None)
    return by is not None and bool(_DUTIES & set(words_before(view, by, _LONGEST_DUTY)))


def _is_wished(view: View, start: int) -> bool:
    """ "an extension of the treaty was proposed": a passive that tells a wish, behind a noun."""
    for index in range(start, min(start + _LONGEST_NOUN, view.length - 1)):
        if view.words[index] in _EDGES:
            return False
        if view.words[index] in BE:
            place = index + 1 + is_adverb(view.words[index + 1])
            return holds(view, view.words[place : place + 1], "intention")
    return False


def _infinitive_dropped_by(view: View, start: int, scheduled: bool, relation: str) -> str | None:
    """What a treaty aims or agrees to ban, it bans; other infinitives behind such words are no events."""
    before = _after_aims(words_before(view, past_interruption(view, start), 6))
    if scheduled and before and before[-1] in _SCHEDULED:
        return None
    if holds(view, before, "prediction") and not scheduled:
        return "prediction"
    if holds(view, before, "intention") and relation != "prohibits":
        return "intention"
    if holds(view, before, "possibility"):
        return "possibility"
    return None


def _after_aims(words: Sequence[str]) -> Sequence[str]:
    """ "a pact aimed at curbing emissions": what it is for, not what somebody wants."""
    aims = [index for index in range(1, len(words)) if words[index - 1] == "aimed" and words[index] == "at"]
    return words[aims[-1] + 1 :] if aims else words


def _until(view: View, filled: Filled) -> bool:
    """ "did not take effect until 1994" says when it did."""
    span = filled.claim.value.span
    return span is not None and any(
        view.words[date.first - 1] in {"until", "till", "before"}
        for date in view.dates
        if date.first and date.span.start == span.start
    )


def _verb_of(view: View, filled: Filled) -> int:
    if filled.verb is not None:
        return filled.verb
    begin = bisect_left(view.predicates, filled.group_first, key=lambda predicate: predicate.first)
    for index in range(begin, len(view.predicates)):
        if filled.frame in view.predicates[index].frames:
            return view.predicates[index].first
    return filled.group_first


def _speaker(view: View, filled: Filled) -> str | None:
    """Who says it, where a verb of saying stands in the sentence outside the claim."""
    for index in view.once(_saying):
        if filled.first <= index <= filled.last:
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


def _saying(view: View) -> tuple[int, ...]:
    """The places of the verbs of saying."""
    verbs = verbs_of_saying()
    return tuple(index for index, word in enumerate(view.words) if word in verbs)


def _capitalised_before(view: View, index: int) -> str | None:
    end = index
    start = end
    while start > 0 and view.sentence.tokens[start - 1].text[0].isupper():
        start -= 1
    return " ".join(token.text for token in view.sentence.tokens[start:end]) if start < end else None
