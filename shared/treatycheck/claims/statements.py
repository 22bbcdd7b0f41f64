"""Stretches of a sentence as statements of what a treaty contains, and what tells against one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.candidates import candidate_treaties
from treatycheck.claims.chunks import chunks
from treatycheck.claims.frames import Filled
from treatycheck.claims.stretches import text_value
from treatycheck.claims.view import View
from treatycheck.mentions.meaning import meaning
from treatycheck.model import Claim, Mention, Span, Value
from treatycheck.relations import Frame, construction_frame

_OF_CONTENTS = frozenset({"prohibits", "limit", "first"})
_FOUNDING = frozenset(
    "create creates created creating establish establishes established establishing found founded".split()
)
_ENDING = frozenset("end ends ended ending stop stops stopped stopping".split())
_WARS = frozenset("war wars conflict hostilities fighting revolution".split())
# what a treaty lays down by creating it; to create a body or a state is no content of it
_LAID_DOWN = frozenset(
    "zone zones border borders boundary boundaries limit limits right rights principle principles rule rules standard "
    "standards system regime as freedom protection ratio ban status area areas line control controls obligations "
    "market citizenship quota quotas tariff tariffs duty".split()
)
# without one of these no stretch tells it
_UNDOING_OR_FOUNDING = _ENDING | _FOUNDING
# fewer telling words than these share too little with any fact, as they are judged
_LEAST_ROOTS = 3
_MOST_TREATIES = 2


def bare_statements(view: View, firm: Sequence[Claim], plain: str) -> Iterator[Filled]:
    """What a treaty bans or requires, said in words that no listed verb opens."""
    frame = construction_frame("prohibits")
    for first, last in chunks(view):
        if is_told(view.span(first, last), firm) or tells_no_contents(view, first, last + 1):
            continue
        value = text_value(view, first, last, plain)
        if len(meaning(value.text)) < _LEAST_ROOTS:
            continue
        for treaty in candidate_treaties(view, first)[:_MOST_TREATIES]:
            yield _stated(view, frame, treaty, (first, last), value)


def is_told(span: Span, firm: Sequence[Claim]) -> bool:
    """Whether a stretch is taken by a firm claim of contents, or holds the verb of another event."""
    return any(
        claim.span.overlaps(span)
        if claim.relation in _OF_CONTENTS
        else claim.predicate is not None and span.contains(claim.predicate) and not claim.implicit
        for claim in firm
    )


def tells_no_contents(view: View, first: int, end: int) -> bool:
    """Whether a stretch tells that a war ended or that a body was founded."""
    if view.said.isdisjoint(_UNDOING_OR_FOUNDING):
        return False
    said = set(view.words[first:end])
    return bool((said & _ENDING and said & _WARS) or (said & _FOUNDING and not said & _LAID_DOWN))


def begins_founding(view: View, index: int) -> bool:
    return view.words[index] in _FOUNDING


def statement(view: View, frame: Frame, treaty: Mention, first: int, last: int, plain: str) -> Filled:
    """The tokens `first` to `last` as a tentative claim of what a treaty contains."""
    return _stated(view, frame, treaty, (first, last), text_value(view, first, last, plain))


def _stated(view: View, frame: Frame, treaty: Mention, bounds: tuple[int, int], value: Value) -> Filled:
    first, last = bounds
    span = value.span or view.span(first, last)
    claim = Claim(frame.id, "prohibits", treaty, value, span, view.sentence.span, tentative=True)
    return Filled(claim, first, last, first, frame)
