"""Totals told as such: "brings the number of parties to 187", "the count of ratifications has reached forty"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.count_words import (
    JOIN_WORDS,
    MEMBERS,
    SIGN_WORDS,
    SIGNERS,
    nearest_treaty,
    number_claim,
    takes_effect,
)
from treatycheck.claims.frames import Filled
from treatycheck.claims.told_days import days_told
from treatycheck.claims.view import View
from treatycheck.model import Mention, MentionKind

_TOTALS = frozenset("number total tally count membership".split())
_REACH_WORDS = frozenset("to at reached is hit stood stands was now".split())
_LASTING = frozenset({"is", "stands", "now"})
_BY = frozenset("only just already about over more than nearly almost".split())
_STATES = frozenset("states countries nations governments states-parties".split())
_CAUSING = frozenset(
    "so thus thereby caused causing triggering triggered bringing allowing enabling enough sufficient letting".split()
)
_NOT_ENOUGH = frozenset("not short fewer yet more needed required".split())
_REACH = 14


def fill_totals(view: View, plain: str) -> Iterator[Filled]:
    """Claims of a total of parties or signatories that stands before its number."""
    for mention in view.quantities:
        if mention.kind is not MentionKind.NUMBER:
            continue
        begin = _total_before(view, mention)
        relation = _relation(view, begin, mention) if begin is not None else None
        treaty = nearest_treaty(view, mention.first) if relation else None
        if begin is not None and relation and treaty:
            lasting = bool(_LASTING & set(view.words[begin : mention.first]))
            when = days_told(view, past=not lasting)
            stage = "threshold" if _brings_into_force(view, mention) else None if lasting else "ordinal"
            yield number_claim(view, mention, treaty, relation, (begin, mention.last), plain, stage=stage, when=when)


def _total_before(view: View, mention: Mention) -> int | None:
    """Index of "the number of …" whose value a number is."""
    index = mention.first - 1
    while index > 0 and view.words[index] in _BY:
        index -= 1
    if index < 1 or view.words[index] not in _REACH_WORDS:
        return None
    for place in range(index, max(-1, index - _REACH), -1):
        if view.words[place] in {";", "."}:
            return None
        if view.words[place] in _TOTALS:
            return place
    return None


def _brings_into_force(view: View, mention: Mention) -> bool:
    """ "brought the number to 60 and so caused it to enter into force": the total is said to have been enough."""
    effect = takes_effect(view)
    between = view.words[mention.last + 1 : effect] if effect is not None else ()
    return len(between) < _REACH and bool(_CAUSING & set(between)) and not _NOT_ENOUGH & set(between)


def _relation(view: View, begin: int, mention: Mention) -> str | None:
    """What the total counts, told behind it or by the sentence."""
    counted = set(view.words[begin + 1 : mention.first])
    if counted & SIGNERS:
        return "signatory_count"
    if counted & (MEMBERS | {"membership"}) or view.words[begin] == "membership":
        return "party_count"
    around = set(view.words)
    if (counted & _STATES or "of" not in counted) and around & JOIN_WORDS:
        return "party_count"
    return "signatory_count" if "of" not in counted and around & SIGN_WORDS else None
