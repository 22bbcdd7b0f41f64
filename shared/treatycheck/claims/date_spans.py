"""Dates that bound a time, since when and till when something held, and dates in a row."""

from __future__ import annotations

from treatycheck.claims.dates import CLAUSE_OPENERS, attached_date
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import BE
from treatycheck.model import Mention, Value, ValueType
from treatycheck.relations import Frame

_HELD = frozenset({("in", "force"), ("in", "effect"), ("operative",)})
_AT_TIME = frozenset({"in", "on", "during", "throughout", "at", "by"})
_JOINTS = frozenset({"to", "until", "till", "through", "-", "\u2013", "\u2014"})
_NEAR_RANGE = 3


def opens_since(view: View, date: Mention) -> bool:
    """ "since 1992", "as of 1 May", "from 1 May", which opens a clause: the day from which something holds."""
    before = view.words[max(0, date.first - 2) : date.first]
    if before[-1:] == ("from",):
        return date.first < 2 or before[0] in CLAUSE_OPENERS | {"and", "as"}
    return before[-1:] == ("since",) or before == ("as", "of")


def time_of_force(view: View, predicate: Predicate, frame: Frame, group_first: int) -> Mention | None:
    """The date in "was in force in 1990": a time at which a treaty was in force, not since when."""
    of_force = frame.relation == "entered_into_force" or frame.without_value == "in_force"
    words = view.words[predicate.first : predicate.last + 1]
    if not of_force or words not in _HELD or not BE & set(view.words[group_first : predicate.first]):
        return None
    date = attached_date(view, predicate, group_first)
    if date is None or date.detail:
        return None
    before = view.words[date.first - 1] if date.first else ""
    if date.first < predicate.first:
        return date if before not in {"since", "from", "of"} else None
    close = date.first - predicate.last <= _NEAR_RANGE
    return date if close and view.words[predicate.last + 1] in _AT_TIME else None


def deadline(view: View, value: Value, first: int) -> str | None:
    """The stage "by" of a date at a token behind "by": the latest day on which something may have happened."""
    return "by" if value.type is ValueType.DATE and first and view.words[first - 1] == "by" else None


def ends_of_range(view: View, predicate: Predicate) -> tuple[Mention, Mention] | None:
    """The two dates of "from 1972 to 2002" right behind a predicate, where both are written out."""
    date = next((date for date in view.dates if 0 < date.first - predicate.last <= _NEAR_RANGE), None)
    if date is None or date.value.count("/") != 1 or "X" in date.value:
        return None
    joint = _JOINTS | {"and"} if view.words[date.first - 1] == "between" else _JOINTS
    joints = [index for index in range(date.first, date.last) if view.words[index] in joint]
    if len(joints) != 1 or len(view.words[date.last]) < len("1987"):
        return None
    comma = view.words[joints[0] - 1] == ","
    start, end = date.value.split("/")
    return _part(view, date, date.first, joints[0] - 1 - comma, start), _part(view, date, joints[0] + 1, date.last, end)


def _part(view: View, date: Mention, first: int, last: int, value: str) -> Mention:
    tokens = view.sentence.tokens[first : last + 1]
    text = " ".join(token.text for token in tokens)
    return date._replace(span=view.span(first, last), first=first, last=last, value=value, text=text)


def listed_dates(view: View, position: int) -> list[Mention]:
    """The dates joined by commas and "and" from one on: "in 1987 and 1991"."""
    listed = [view.dates[position]]
    for date in view.dates[position + 1 :]:
        if not set(view.words[listed[-1].last + 1 : date.first]) <= {",", "and", "in", "on"}:
            break
        listed.append(date)
    return listed
