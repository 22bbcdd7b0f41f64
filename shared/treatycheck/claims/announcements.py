"""Steps that are announced: "declared on Monday that it would leave" tells of a withdrawal on that Monday."""

from __future__ import annotations

from treatycheck.claims.dates import opens_clause
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY
from treatycheck.model import Mention

# acts whose announcement is a step of theirs
ANNOUNCED = frozenset({"withdrew", "suspended"})
_ANNOUNCING = frozenset(
    {"announced", "announces", "declared", "declares", "notified", "notifies", "informed", "informs"}
)
_SAYING = _ANNOUNCING | {"said", "says", "told", "tells", "confirmed", "notice"}
_REACH = 14
_CLAUSE_ENDS = AUXILIARY | {";", "but", "if", "and"}


def announcing_verb(view: View, group_first: int, saying: bool = False) -> int | None:
    """Index of the verb whose clause the words before a verb's group belong to, or None."""
    verbs = _SAYING if saying else _ANNOUNCING
    for index in range(group_first - 1, max(-1, group_first - _REACH), -1):
        word = view.words[index]
        if word in verbs:
            return index if "not" not in view.words[max(0, index - 2) : index] else None
        if word in _CLAUSE_ENDS:
            return None
    return None


def announced_date(view: View, group_first: int) -> Mention | None:
    """The day that stands with the verb that announces."""
    verb = announcing_verb(view, group_first, saying=True)
    if verb is None:
        return None
    for date in view.dates:
        gap = view.words[verb + 1 : date.first]
        if verb < date.first and date.last < group_first and len(gap) <= 3 and "that" not in gap:
            return date
    before = [date for date in reversed(view.dates) if date.last < verb]
    return next((date for date in before if date.last >= verb - 2 or opens_clause(view, date, verb)), None)
