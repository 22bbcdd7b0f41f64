"""When somebody's departure takes effect: "its exit takes effect on 30 June", "Japan's withdrawal became final"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.frames import Filled
from treatycheck.claims.values import party_of, value_of
from treatycheck.claims.view import View
from treatycheck.claims.words import DEPARTURES
from treatycheck.model import Claim, Mention
from treatycheck.relations import frame_by_id

_EFFECTS = (
    *((verb, "effect") for verb in ("takes", "took", "take", "taking")),
    *((verb, word) for verb in ("becomes", "became", "become", "is", "was") for word in ("effective", "final")),
)
_REACH, _NEAR = 12, 3


def fill_departures(view: View, plain: str) -> Iterator[Filled]:
    """The claims of days on which departures take effect, that of the treaty's own effect being another thing."""
    if view.said.isdisjoint(DEPARTURES):
        return
    for noun, word in enumerate(view.words):
        verb = _effect_behind(view, noun) if word in DEPARTURES else None
        date = _date_behind(view, verb + 1) if verb is not None else None
        treaty = _left(view, noun, verb) if verb is not None and date is not None else None
        if verb is None or date is None or treaty is None:
            continue
        party = _whose(view, noun)
        first = party.first if party is not None else noun
        claim = Claim(
            rule="withdrew/noun",
            relation="withdrew",
            treaty=treaty,
            value=value_of(date, plain),
            span=view.span(first, date.last),
            sentence=view.sentence.span,
            party=party_of(party, plain) if party is not None else None,
            predicate=view.span(noun, noun),
        )
        yield Filled(claim, first, date.last, noun, frame_by_id("withdrew/noun"), verb)


def _effect_behind(view: View, noun: int) -> int | None:
    """The first token of "takes effect" behind a noun, in its clause."""
    for index in range(noun + 1, min(view.length - 1, noun + _REACH)):
        if view.words[index] in {";", ":", "and", "but"}:
            return None
        if view.words[index : index + 2] in _EFFECTS:
            return index
    return None


def _date_behind(view: View, verb: int) -> Mention | None:
    return next((date for date in view.dates if 0 < date.first - verb <= _NEAR), None)


def _left(view: View, noun: int, verb: int) -> Mention | None:
    """The treaty named behind the noun, else the one that the text speaks of."""
    named = next((m for m in view.treaties if noun < m.first < verb and m.detail != "pronoun"), None)
    before = [m for m in view.treaties if m.last < noun and m.detail != "pronoun"]
    return named or (before[-1] if before else view.salient)


def _whose(view: View, noun: int) -> Mention | None:
    """The state in "Japan's withdrawal", "Russia's formal exit"."""
    owner = next((i for i in range(noun - 1, max(-1, noun - 1 - _NEAR), -1) if view.words[i] in {"'s", "'"}), None)
    return next((party for party in view.parties if party.last == owner - 1), None) if owner is not None else None
