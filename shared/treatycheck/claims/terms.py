"""Terms told in passing: "the 15-year pact", "a ten-year treaty"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.count_words import nearest_treaty
from treatycheck.claims.frames import Filled
from treatycheck.claims.values import value_of
from treatycheck.claims.view import View
from treatycheck.mentions.readings import HYPHENS
from treatycheck.model import Claim, Mention
from treatycheck.relations import construction_frame

_KINDS = frozenset({"a", "an", "initial", "first", "fixed", "set"})


def fill_terms(view: View, plain: str) -> Iterator[Filled]:
    """A claim of the term for each length of time that is part of what a treaty is called."""
    frame = construction_frame("duration")
    for length in view.durations:
        if not HYPHENS & set(view.words[length.first : length.last + 1]):
            continue
        treaty = next((mention for mention in view.treaties if _qualifies(length, mention)), None)
        if treaty is None:
            continue
        claim = Claim(
            rule=frame.id,
            relation=frame.relation,
            treaty=treaty,
            value=value_of(length, plain),
            span=view.span(length.first, treaty.last),
            sentence=view.sentence.span,
            implicit=True,
        )
        yield Filled(claim, length.first, treaty.last, length.first, frame)


def fill_told_terms(view: View, plain: str) -> Iterator[Filled]:
    """ "the three allied themselves by it, for a term of ten years": a term told behind what was agreed."""
    frame = construction_frame("duration")
    for length in view.durations:
        first = length.first - 2
        while first > 0 and view.words[first - 1] in _KINDS:
            first -= 1
        if view.words[first : length.first][-2:] != ("term", "of") or view.words[first - 1 : first] != ("for",):
            continue
        treaty = nearest_treaty(view, length.first)
        if treaty is not None and treaty.last < length.first:
            claim = Claim(
                rule=frame.id,
                relation=frame.relation,
                treaty=treaty,
                value=value_of(length, plain),
                span=view.span(first - 1, length.last),
                sentence=view.sentence.span,
            )
            yield Filled(claim, first - 1, length.last, first - 1, frame)


def _qualifies(length: Mention, treaty: Mention) -> bool:
    inside = treaty.detail == "noun" and treaty.first <= length.first and length.last < treaty.last
    return treaty.detail != "pronoun" and (inside or length.last + 1 == treaty.first)
