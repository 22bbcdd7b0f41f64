"""For which days a sentence tells a count: "as of 2024, 187 states …", "12 nations signed it in 1959"."""

from __future__ import annotations

from treatycheck.claims.view import View
from treatycheck.model import Mention

_LIMITING = frozenset({"by", "until", "till", "at"})


def days_told(view: View, *, past: bool) -> tuple[str, ...]:
    """The dates, EDTF, of a count: of one told in the past all that the sentence has, else those it is told "as of"."""
    dates = [date for date in view.dates if date not in view.name_years]
    return tuple(date.value for date in dates if past or _is_as_of(view, date) or _is_followed_by_count(view, date))


def _is_followed_by_count(view: View, date: Mention) -> bool:
    """ "entered into force on 29 April 1997 with 87 parties": a count that comes with a dated event."""
    behind = view.words[date.last + 1 : date.last + 3]
    return behind[:1] == ("with",) and bool(behind[1:2]) and any(q.first == date.last + 2 for q in view.quantities)


def _is_as_of(view: View, date: Mention) -> bool:
    before = view.words[max(0, date.first - 3) : date.first]
    return before[-2:] == ("as", "of") or before[-1:] == ("as",) or bool(_LIMITING & set(before[-1:]))
