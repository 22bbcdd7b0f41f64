"""The date that fills a frame, by the kind of its words and what it tells."""

from __future__ import annotations

from treatycheck.claims.amending import date_of_amendment
from treatycheck.claims.announcements import ANNOUNCED, announced_date
from treatycheck.claims.date_spans import ends_of_range, opens_since, time_of_force
from treatycheck.claims.dates import attached_date
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.mentions.told_dates import ELAPSED
from treatycheck.model import Mention
from treatycheck.relations import Frame

# how close behind an adjective its date stands
_CLOSE = 3
_LASTING = frozenset({"extended", "opened_for_signature"})
_UNTIL = frozenset({"until", "through", "till", "to"})


def date_for(view: View, predicate: Predicate, frame: Frame, group_first: int) -> Mention | None:
    """The date of a frame's event; None where none stands near, or it tells something else."""
    mention = attached_date(view, predicate, group_first)
    if mention is None and frame.relation == "amended_by":
        mention = date_of_amendment(view, predicate)
    if mention is None and frame.relation in ANNOUNCED and frame.kind == "verb":
        mention = announced_date(view, group_first)
    if mention is None or (frame.kind == "adjective" and not _begins(view, predicate, mention)):
        return None
    if frame.kind == "adjective" and _is_still(view, predicate, mention):
        return None
    if mention is time_of_force(view, predicate, frame, group_first):
        return None
    return None if is_end(view, frame, mention) else mention


def _is_still(view: View, predicate: Predicate, date: Mention) -> bool:
    """ "is still in force a century later": a day on which something holds, not since when."""
    return view.words[date.last] == "later" and "still" in view.words[max(0, predicate.first - 2) : predicate.first]


def is_end(view: View, frame: Frame, date: Mention) -> bool:
    """ "extended until 2026", "open for signature until 1951": a date till which something lasts."""
    if frame.relation == "ratified" and view.words[date.first - 1 : date.first] == ("to",):
        return True
    return frame.relation in _LASTING and date.first > 0 and view.words[date.first - 1] in _UNTIL


def _begins(view: View, predicate: Predicate, mention: Mention) -> bool:
    """Whether what an adjective tells holds from the date on, and not between two dates."""
    return _is_since(view, predicate, mention) and not ends_of_range(view, predicate)


def _is_since(view: View, predicate: Predicate, mention: Mention) -> bool:
    """ "in force since 1988", "(in force 1988)", "a party to the treaty since 1992"."""
    return mention.detail == ELAPSED or 0 < mention.first - predicate.last <= _CLOSE or opens_since(view, mention)


def date_right_behind(view: View, treaty: Mention, verb_date_last: int) -> Mention | None:
    """ "suspended trade in 2019, and the treaty in 2025": a treaty's own date, where that of the verb stands before it.

    `verb_date_last` is the last token of the verb's date.
    """
    if treaty.detail or treaty not in view.treaties or verb_date_last > treaty.first:
        return None
    listed = {"and", ","} & set(view.words[verb_date_last : treaty.first])
    own = (date for date in view.dates if date.first == treaty.last + 2 and view.words[treaty.last + 1] == "in")
    return next(own, None) if listed else None
