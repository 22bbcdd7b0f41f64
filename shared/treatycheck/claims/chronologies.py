"""Lines of a chronology: "1968 – Non-Proliferation Treaty"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.frames import Filled
from treatycheck.claims.values import value_of
from treatycheck.claims.view import View
from treatycheck.model import CHRONOLOGY, Claim, Mention
from treatycheck.relations import construction_frame

_MARKS = frozenset({":", "\u2013", "\u2014", "-", "|"})
_BULLETS = frozenset({"-", "*", "\u2022", "\u2013"})
_OPENINGS = {(), *((bullet,) for bullet in _BULLETS)}
_ENDS = frozenset({",", ";", ".", "(", ")"})


def fill_chronologies(view: View, plain: str) -> Iterator[Filled]:
    """The claim of a line that holds a year and a treaty's name and tells no event."""
    if view.said.isdisjoint(_MARKS):
        return
    date = next(iter(view.dates), None)
    if date is None or len(date.value) != len("1968") or view.words[: date.first] not in _OPENINGS:
        return
    treaty = _named_behind(view, date)
    if treaty is None or any(predicate.kind in {"verb", "adjective"} for predicate in view.predicates):
        return
    claim = Claim(
        rule="signed/name-year",
        relation="signed",
        treaty=treaty,
        value=value_of(date, plain),
        span=view.span(date.first, treaty.last),
        sentence=view.sentence.span,
        stage=CHRONOLOGY,
        implicit=True,
    )
    yield Filled(claim, date.first, treaty.last, date.first, construction_frame("signed"))


def _named_behind(view: View, date: Mention) -> Mention | None:
    """The treaty whose name stands between the year's mark and the end of the line's first part."""
    mark = date.last + 1
    if date in view.name_years or _MARKS.isdisjoint(view.words[mark : mark + 1]):
        return None
    start = mark + 1 + (view.words[mark + 1 : mark + 2] == ("the",))
    treaty = next((mention for mention in view.treaties if mention.first == start and not mention.detail), None)
    if treaty is None:
        return None
    behind = view.words[treaty.last + 1 : treaty.last + 2]
    return treaty if not behind or behind[0] in _ENDS else None
