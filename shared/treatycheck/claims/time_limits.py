"""Lengths of time that a treaty sets: a notice, a deadline, the wait till it takes effect, a term."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.count_words import nearest_treaty, number_claim, takes_effect
from treatycheck.claims.frames import Filled
from treatycheck.claims.view import View
from treatycheck.model import Mention
from treatycheck.values.ordinals import ordinal_at

_PASSED = frozenset("ago later earlier before old after since last past previous lasted talks negotiations".split())
_GIVING = frozenset(
    "give gives gave given giving allow allows allowed allowing grant grants granted require requires required leaves "
    "leave left".split()
)
_SETTING = frozenset("for within of than least most over to under up has have had having set sets every".split())
_RULING = frozenset(
    "require requires required requiring must need needs needed demand demands demanded allow allows allowed permit "
    "permits permitted may can shall provides provided stipulates stipulated oblige obliges obliged lets clause "
    "article rule rules period".split()
)
_LEAVING = ("withdr", "leav", "denounc", "denunc", "terminat", "quit", "exit")
_NOTICE = ("notice", "notif")
_DESTROY = {"destroy": "destruction", "eliminate": "destruction", "scrap": "destruction", "clear": "clearance"}
_OF_STATE = frozenset({"it", "that", "each", "them", "state", "individual", "new"})
_INSTRUMENTS = frozenset("ratification instrument accession deposit state country nation member party to".split())
_CLAUSE, _NEAR = 14, 7


def fill_times(view: View, plain: str) -> Iterator[Filled]:
    """Claims of a length of time that is plainly set: for leaving, for taking effect, for destroying something."""
    for mention in view.durations:
        treaty = nearest_treaty(view, mention.first)
        told = _of_notice(view, mention) or _of_effect(view, mention) or _of_deed(view, mention) if treaty else None
        if treaty and told and mention.value.startswith("P"):
            first, last, topic = told
            yield number_claim(view, mention, treaty, "limit", (first, last), plain, stage=topic)


def _of_notice(view: View, mention: Mention) -> tuple[int, int, str] | None:
    """ "requires six months' notice", "withdraw a year after notifying the others": not the notice that one gave."""
    if not _RULING & set(view.words) or not any(word.startswith(_LEAVING) for word in view.words):
        return None
    behind = view.words[mention.last + 1 : mention.last + _NEAR]
    near = next((index for index, word in enumerate(behind) if word.startswith(_NOTICE)), None)
    if near is not None and (near < 3 or behind[0] in {"after", "from"}):
        return mention.first, mention.last + 1 + near, "notice"
    before = view.words[max(0, mention.first - 2) : mention.first]
    if before and before[0].startswith(_NOTICE) and before[-1] == "of":
        return mention.first - 2, mention.last, "notice"
    return None


def _of_effect(view: View, mention: Mention) -> tuple[int, int, str] | None:
    """ "took effect 90 days after the fiftieth ratification": the wait that follows the last one that was needed."""
    effect = takes_effect(view)
    if effect is None or view.words[mention.last + 1 : mention.last + 2] not in {("after",), ("from",), ("following",)}:
        return None
    if _OF_STATE & set(view.words[effect : mention.first]):
        return None
    for index in range(mention.last + 2, min(view.length, mention.last + 2 + _NEAR)):
        read = ordinal_at(view.words, index)
        if read and read[0] > 1 and _INSTRUMENTS & set(view.words[read[1] : read[1] + 3]):
            return min(effect, mention.first), read[1], "effect"
    return None


def _of_deed(view: View, mention: Mention) -> tuple[int, int, str] | None:
    """ "must destroy its stocks within four years", "had three years to eliminate them"."""
    behind = view.words[mention.last + 1 : mention.last + 3]
    if behind[:1] == ("to",) and behind[1:] and behind[1] in _DESTROY:
        return mention.first, mention.last + 2, _DESTROY[behind[1]]
    if view.words[mention.first - 1 : mention.first] not in {("within",), ("in",)}:
        return None
    for index in range(mention.first - 2, max(0, mention.first - _CLAUSE), -1):
        word = view.words[index]
        if word in {";", ".", ","} or word in _DESTROY.values():
            return None
        if word in _DESTROY and view.words[index - 1] in {"to", "must", "shall"}:
            return index, mention.last, _DESTROY[word]
    return None


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
