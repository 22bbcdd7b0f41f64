"""The date of what amended a treaty: "was changed in a protocol signed on 3 July 1974", "by the protocol of 1974"."""

from __future__ import annotations

from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import PREPOSITION
from treatycheck.model import Mention

_BY = frozenset({"by", "in", "through", "with"})
_TEXTS = frozenset("protocol agreement amendment amendments treaty annex accord deal convention".split())
_MADE = frozenset("signed concluded agreed adopted dated done reached negotiated struck of from in".split())
_LONGEST_NOUN, _NEAR = 5, 3


def date_of_amendment(view: View, predicate: Predicate) -> Mention | None:
    """The date of the protocol or agreement that stands behind a verb of amending; None where there is none."""
    start = predicate.last + 1
    if view.words[start : start + 1] == () or view.words[start] not in _BY:
        return None
    reach = range(start + 1, min(view.length, start + 1 + _LONGEST_NOUN))
    noun = next((index for index in reach if view.words[index] in _TEXTS | PREPOSITION), None)
    if noun is None or view.words[noun] not in _TEXTS:
        return None
    made = noun + 1 + (view.words[noun + 1 : noun + 2] == (",",))
    if view.words[made : made + 1] == () or view.words[made] not in _MADE:
        return None
    return next((date for date in view.dates if 0 < date.first - made <= _NEAR), None)
