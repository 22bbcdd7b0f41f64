"""Values that stand behind a predicate: places, durations, other treaties."""

from __future__ import annotations

from treatycheck.claims.objects import objects
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.saying import verbs_of_saying
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, RELATIVE
from treatycheck.model import Mention

_BEFORE_PLACE = frozenset("the nearby capital city of , town french austrian czech palace castle south lawn".split())
_LONGEST_SUBJECT, _LONGEST_WHERE = 12, 7
_AT = frozenset({"in", "at", "on"})


def place_behind(view: View, predicate: Predicate) -> Mention | None:
    """The place behind "in", "at" or "on" that the predicate reaches."""
    for mention in view.places:
        if mention.first <= predicate.last or mention.first - predicate.last > 24:
            continue
        before = mention.first - 1
        while before > predicate.last and view.words[before] in _BEFORE_PLACE:
            before -= 1
        if view.words[before] not in _AT or view.mention_at(view.treaties, mention.first):
            continue
        if _barred(view, predicate, mention):
            return None
        return mention
    return None


def place_before(view: View, group_first: int) -> Mention | None:
    """The place that opens the clause: "In Geneva, they signed …", "met in Geneva to sign …"."""
    for mention in reversed(view.places):
        if mention.last >= group_first or mention.first == 0:
            continue
        between = view.words[mention.last + 1 : group_first]
        if between[:2] == (",", "where") and len(between) < _LONGEST_WHERE:
            return mention
        if view.mention_at(view.treaties, mention.first) or view.words[mention.first - 1] not in _AT:
            continue
        if set(between) <= {"to", "and", ",", "on"} or (not between and view.words[group_first] == "to"):
            return mention
        opens = "," not in view.words[: mention.first] and between[:1] == (",",)
        plain = not set(between) & (RELATIVE | AUXILIARY | {";"}) and len(between) <= _LONGEST_SUBJECT
        return mention if opens and plain and not verbs_of_saying() & set(between) else None
    return None


def _barred(view: View, predicate: Predicate, mention: Mention) -> bool:
    for index in range(predicate.last + 1, mention.first):
        if view.words[index] in RELATIVE | {";"} | AUXILIARY - {"'s"}:
            return True
        if any(other.first == index and other.kind in {"verb", "noun"} for other in view.predicates):
            return True
    return False


def duration_behind(view: View, predicate: Predicate) -> Mention | None:
    """The duration behind "for", "by", "until" or directly behind the predicate."""
    for mention in view.durations:
        if predicate.last < mention.first <= predicate.last + 12 and not _barred(view, predicate, mention):
            return mention
    return None


def treaty_complement(
    view: View, predicate: Predicate, group: VerbGroup, subjects: tuple[Mention, ...]
) -> Mention | None:
    """The other treaty: "replaced X", "was superseded by X", "as the successor to X"."""
    start = predicate.last
    if group.passive and predicate.kind == "verb":
        start = next(
            (
                i
                for i in range(predicate.last + 1, min(predicate.last + 8, view.length))
                if view.words[i] in {"by", "with"}
            ),
            -1,
        )
        if start < 0:
            return None
    for mention in objects(view, start):
        if mention not in subjects:
            return mention
    return None
