"""The sentence of a claim, parted where its span begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from treatycheck.model import Judged, Span
from treatycheck.render.plain import PlainView
from treatycheck.render.visible import one_line


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands before, in and after a claim's span; all is before where its sentence does not hold it."""

    before: str
    marked: str
    after: str


def passage_of(view: PlainView, judged: Judged) -> Passage:
    """The claim's sentence as it reads, its span marked."""
    return parted(view.text, view.span(judged.claim.sentence), view.span(judged.claim.span), judged.text)


def parted(plain: str, sentence: Span, span: Span, text: str) -> Passage:
    """A sentence of a plain text parted where the span begins and ends; `text` alone where it does not hold it."""
    if span.start == span.end or not sentence.contains(span):
        return Passage(one_line(text), "", "")
    edges = (sentence.start, span.start, span.end, sentence.end)
    before, marked, after = (plain[start:end] for start, end in pairwise(edges))
    return Passage(_keeping_edges(before), one_line(marked), _keeping_edges(after))


def _keeping_edges(text: str) -> str:
    """One line, with one space kept at each end that had white space."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()
