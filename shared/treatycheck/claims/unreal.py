"""What did not come true: beliefs that are wrong, conditions that failed, plans, and requests to join."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.saying import verbs_of_saying
from treatycheck.claims.view import View
from treatycheck.claims.words import BE, MODAL, is_adverb

# what a text calls wrong, or only lays at others' door
_MISTAKEN = frozenset(
    "wrongly mistakenly falsely erroneously misconception misconceptions myth mistaken contrary".split()
)
_BELIEVING = frozenset(
    "believe believed believes think thinks thought claim claimed claims reads hear assume assumed".split()
)
_BELIEVERS = frozenset(
    "people many commonly often widely popularly textbooks historians some usually sometimes one".split()
)
_MENDING = frozenset({"fact", "actually", "reality", "historians", "truth"})
_LOOSELY = frozenset({"often", "sometimes", "usually", "commonly"})
_WOULD = frozenset({"would", "could", "might"})
_NEARLY = frozenset({"nearly", "almost"})
_APPLYING = frozenset("applied applies apply applying asked asks asking application".split())
_LONGEST_OPENING = 16
_LONGEST_MENDING, _LONGEST_SUBJECT, _LONGEST_STEP = 4, 8, 4


def is_belief(view: View, matrix: Sequence[str], start: int) -> bool:
    """Whether the words that govern the clause of a predicate at `start` call it wrong, or the text mends it."""
    told = set(matrix)
    return bool(_MISTAKEN & told or (_BELIEVING & told and _BELIEVERS & told)) or _is_mended(view, told, start)


def _is_mended(view: View, told: set[str], start: int) -> bool:
    """ "once said that …; in fact it was later", "it is often said that …, but …": what the text itself corrects."""
    behind = view.words[start:]
    mark = behind.index(";") if ";" in behind else len(behind)
    mended = bool(_MENDING & set(behind[mark : mark + _LONGEST_MENDING]))
    saying = bool(told & (verbs_of_saying() | _BELIEVING))
    mended = mended or ("but" in behind and not _LOOSELY.isdisjoint(told))
    return saying and (mended or {"earlier", "version"} <= told or {"wrong", "say"} <= told)


def is_unreal(view: View, start: int, verb: int) -> bool:
    """ "was nearly signed", "Had India not left, the treaty would …": what did not come true, without "if"."""
    if not _NEARLY.isdisjoint(view.words[start:verb]):
        return True
    if "had" not in view.said or _WOULD.isdisjoint(view.said):
        return False
    reach = range(verb, max(-1, start - _LONGEST_SUBJECT), -1)
    return any(view.words[index] == "had" and _opens_condition(view, index, start, verb) for index in reach)


def _opens_condition(view: View, had: int, start: int, verb: int) -> bool:
    """Whether "had" stands before its subject at the head of a clause."""
    opened = had == 0 or view.words[had - 1] in {",", ";", "and", "\u2014"}
    inverted = had < start or (had + 1 < verb and not is_adverb(view.words[had + 1]))
    return opened and inverted and view.words[had + 1] not in BE


def came_true(view: View, start: int, group: Sequence[str]) -> bool:
    """ "It took two years before the treaty could take effect in 1993": what could happen then, and did."""
    opened = "before" in view.words[max(0, start - _LONGEST_OPENING) : start]
    return opened and "could" in group and sum(word in MODAL for word in view.words) == 1


def is_planned(group: Sequence[str]) -> bool:
    """ "was to be signed in Sochi": where it was planned."""
    return bool({"was", "were"} & set(group)) and "to" in group and "be" in group


def only_asks(view: View, start: int, kind: str) -> bool:
    """ "signed its accession to the pact", "applied to join it": steps that make no party of a state yet."""
    before = view.words[max(0, start - _LONGEST_STEP) : start + 1]
    if kind == "noun":
        return bool({"signed", "signs", "sign", "signing"} & set(before))
    return bool(_APPLYING & set(before)) and "to" in before
