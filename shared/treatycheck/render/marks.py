"""A text cut where claims begin and end, so that overlapping spans can be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from treatycheck.model import Judged, Label, Span

_SEVERITY = {Label.REFUTED: 2, Label.NOT_ENOUGH_INFO: 1, Label.SUPPORTED: 0}


@dataclass(frozen=True, slots=True)
class Segment:
    """A range of the text and the claim that it is shown for, the gravest where several overlap."""

    span: Span
    judged: Judged | None


def gravest(claims: Sequence[Judged]) -> Judged | None:
    """A refuted claim before an undecided one before a supported one; else the first."""
    return max(claims, key=lambda judged: _SEVERITY[judged.verdict.label], default=None)


def segments(length: int, placed: Sequence[tuple[Span, Judged]]) -> Iterator[Segment]:
    """The whole text of this length in order, parted where the span of a claim starts or ends."""
    starting = defaultdict(list)
    for span, judged in placed:
        starting[span.start].append((span, judged))
    points = sorted({0, length} | {point for span, _ in placed for point in (span.start, span.end)})
    active: list[tuple[Span, Judged]] = []
    for start, end in pairwise(points):
        active = [item for item in [*active, *starting[start]] if item[0].end > start]
        yield Segment(Span(start, end), gravest([judged for _, judged in active]))
