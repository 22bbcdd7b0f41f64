"""What happened to another treaty on the same day, the verb left out: "…, as did the Euratom Treaty"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.frames import Filled
from treatycheck.claims.view import View
from treatycheck.model import Mention, ValueType

_ALIKE = frozenset({"as", "so"})
_VERBS = frozenset({"did", "was", "were", "has", "had", "does", "is"})


def fill_alike_treaties(view: View, framed: Sequence[Filled]) -> Iterator[Filled]:
    """For each "as did" before a treaty, the dated event before it, told of that treaty."""
    for treaty in view.treaties:
        opening = _opening(view, treaty)
        if opening is None:
            continue
        dated = [filled for filled in framed if filled.last < opening and _is_event(filled)]
        if dated and not _acts_between(view, dated[-1].last + 1, opening):
            model = dated[-1]
            claim = model.claim._replace(treaty=treaty, span=view.span(model.first, treaty.last))
            yield model._replace(claim=claim, last=treaty.last)


def _opening(view: View, treaty: Mention) -> int | None:
    """Index of the "as" of "as did the" before a treaty that ends its clause."""
    place = treaty.first - (view.words[treaty.first - 1 : treaty.first] == ("the",))
    told = place >= 2 and view.words[place - 2] in _ALIKE and view.words[place - 1] in _VERBS
    behind = view.words[treaty.last + 1 : treaty.last + 2]
    return place - 2 if told and (not behind or not behind[0].isalpha()) else None


def _is_event(filled: Filled) -> bool:
    return filled.claim.value.type is ValueType.DATE and filled.claim.party is None and filled.frame.kind == "verb"


def _acts_between(view: View, start: int, end: int) -> bool:
    return any(predicate.kind == "verb" for predicate in view.predicates_between(start, end))
