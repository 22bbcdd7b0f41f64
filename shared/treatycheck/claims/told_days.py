"""For which days a sentence tells a count: "as of 2024, 187 states …", "12 nations signed it in 1959"."""

from __future__ import annotations

from treatycheck.claims.view import View
from treatycheck.model import Mention

_LIMITING = frozenset({"by", "until", "till", "at"})


def days_told(view: View, *, past: bool) -> tuple[str, ...]:
    """The dates, EDTF, of a count: of one told in the past all that the sentence has, else those it is told "as of"."""
    dates = [date for date in view.dates if date not in view.name_years]
    return tuple(date.value for date in dates if past or _is_as_of(view, date))


def _is_as_of(view: View, date: Mention) -> bool:
    before = view.words[max(0, date.first - 3) : date.first]
    return before[-2:] == ("as", "of") or before[-1:] == ("as",) or bool(_LIMITING & set(before[-1:]))
