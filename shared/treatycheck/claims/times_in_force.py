"""Both ends of the time in which a treaty was in force: "in force from 1972 to 2002"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.date_spans import ends_of_range
from treatycheck.claims.frames import Filled
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.subjects import subject_treaty
from treatycheck.claims.values import value_of
from treatycheck.claims.verb_groups import VerbGroup, adjective_group
from treatycheck.claims.view import View
from treatycheck.model import Claim, Mention
from treatycheck.relations import Frame, construction_frame

_IN_FORCE = "entered_into_force/since"


def fill_times_in_force(view: View, plain: str) -> Iterator[Filled]:
    """A claim of the entry into force and one of the end for each stretch of time."""
    if not any("/" in date.value for date in view.dates):
        return
    for predicate in view.predicates:
        frame = next((frame for frame in predicate.frames if frame.id == _IN_FORCE), None)
        ends = ends_of_range(view, predicate) if frame else None
        if frame is None or ends is None:
            continue
        group = adjective_group(view, predicate)
        treaty = subject_treaty(view, predicate, group)
        if treaty is not None:
            yield _end(view, predicate, group, frame, treaty, ends[0], plain)
            yield _end(view, predicate, group, construction_frame("terminated"), treaty, ends[1], plain)


def _end(
    view: View, predicate: Predicate, group: VerbGroup, frame: Frame, treaty: Mention, date: Mention, plain: str
) -> Filled:
    first = predicate.first if frame.id == _IN_FORCE else predicate.last
    claim = Claim(
        rule=frame.id,
        relation=frame.relation,
        treaty=treaty,
        value=value_of(date, plain),
        span=view.span(first, date.last),
        sentence=view.sentence.span,
        predicate=view.span(predicate.first, predicate.last),
    )
    return Filled(claim, first, date.last, group.first, frame)
