"""How many states have joined or signed a treaty: "signed by 12 countries", "has 191 parties", "141 have ratified"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.complements import is_where
from treatycheck.claims.count_roles import count_told
from treatycheck.claims.count_words import (
    ENVOYS,
    FIRST,
    MEMBERS,
    counted_treaty,
    head_of,
    nearest_treaty,
    number_claim,
)
from treatycheck.claims.counted_agents import Told, agent_mark
from treatycheck.claims.frames import Filled
from treatycheck.claims.told_days import days_told
from treatycheck.claims.view import View
from treatycheck.claims.words import HAVE
from treatycheck.model import Mention
from treatycheck.values.numbers import print_number
from treatycheck.values.quantities import parse_quantity

_FURTHER = frozenset("other others more further additional another new remaining".split())
_WHOLE = frozenset("un united nations states parties contracting member world sovereign allied u.n.".split())
_KINDS = frozenset(
    "nuclear armed developing developed rich poor industrial industrialised industrialized neutral "
    "neighbouring neighboring coastal island landlocked large small major big leading western eastern "
    "northern southern key like-minded emerging least oil-producing tropical maritime".split()
)
# the United Nations alone have had more members since 1978
_NEARLY_ALL = 150
_LONGEST_SUM, _PLACE_REACH = 8, 3
_ADDED = frozenset({"and", "plus"})


# how many signatures there were on a day
_DRAWING = frozenset("drew attracted gathered collected garnered received gained".split())
_NEAR_VERB = 4


def fill_counts(view: View, plain: str) -> Iterator[Filled]:
    """Claims of how many parties or signatories a treaty has."""
    for mention in view.quantities:
        told = None if _is_remainder(view, mention) else count_told(view, mention)
        treaty = _treaty_of(view, mention, told) if told else None
        if told and treaty:
            yield _claim(view, mention, told, treaty, plain)


def _treaty_of(view: View, mention: Mention, told: Told) -> Mention | None:
    """Of "the protocol was ratified by 40 parties to the convention" the protocol, else whose parties are counted."""
    by_some = told.first < mention.first and head_of(mention) in MEMBERS and agent_mark(view, mention) is not None
    if not by_some:
        return counted_treaty(view, mention, told.last)
    treaty = nearest_treaty(view, mention.first)
    return None if treaty is not None and _is_of_unnamed(view, treaty, mention) else treaty


def _is_of_unnamed(view: View, treaty: Mention, mention: Mention) -> bool:
    """ "the convention has a supplement, which was ratified by 40 parties": told of what is no treaty known."""
    between = range(treaty.last + 1, mention.first)
    which = next((index for index in between if view.words[index] == "which"), None)
    return which is not None and which - 1 - (view.words[which - 1] == ",") != treaty.last


def _is_remainder(view: View, mention: Mention) -> bool:
    """ "all but four members", "all three had signed": those left out, and those named before."""
    before = view.words[max(0, mention.first - 2) : mention.first]
    of_named = before[-1:] == ("all",) and " " not in mention.value
    return of_named or before in {("all", "but"), ("every", "but")}


def _claim(view: View, mention: Mention, told: Told, treaty: Mention, plain: str) -> Filled:
    bounds = min(told.first, mention.first), max(told.last, mention.last)
    others = _joined_with(view, mention)
    normalized = None
    if others and (quantity := parse_quantity(mention.value)):
        normalized = f"{print_number(quantity.low + others)} {head_of(mention)}".rstrip()
    at_place = any(0 < place.first - treaty.last <= _PLACE_REACH and is_where(view, place) for place in view.places)
    stage = ("then" if told.standing else "past") if told.past else None
    stage = _kind(view, mention) or stage if normalized is None else stage
    before = view.words[max(0, mention.first - _NEAR_VERB) : mention.first]
    drawn = not _DRAWING.isdisjoint(before) and HAVE.isdisjoint(before)
    stage = "past" if drawn and stage is None else stage
    stage = "some" if at_place and told.relation == "signatory_count" else stage
    return number_claim(
        view,
        mention,
        treaty,
        told.relation,
        bounds,
        plain,
        normalized=normalized,
        stage=stage,
        when=days_told(view, past=told.past),
        implicit=told.presupposed,
    )


def _joined_with(view: View, mention: Mention) -> int:
    """ "the United States and fourteen other nations": how many are named besides."""
    if view.words[mention.first - 1 : mention.first] not in {(word,) for word in _ADDED}:
        return 0
    if not _FURTHER & set(view.words[mention.first : mention.last + 2]):
        return 0
    index, named = mention.first - 1, 0
    for party in reversed(view.parties):
        if index - 2 <= party.last < index:
            named, index = named + 1, party.first
    return named


def _kind(view: View, mention: Mention) -> str | None:
    """Whether a number counts only some: those besides others, those of one region, the first ones."""
    words = view.words[max(0, mention.first - 1) : mention.last + 2]
    if head_of(mention) in ENVOYS:
        return "envoys"
    if _FURTHER & set(words) or _is_added_to(view, mention):
        return "further"
    if FIRST & set(words):
        return "past"
    for token in view.sentence.tokens[mention.first : mention.last]:
        opens = token.start == view.sentence.span.start
        if token.text[:1].isupper() and not opens and token.lower not in _WHOLE and not token.text[:1].isdigit():
            return "some"
    if set(view.words[mention.first + 1 : mention.last]) & _KINDS:
        return "some"
    following = view.words[mention.last + 1 : mention.last + 2]
    return "some" if following == ("from",) or (following == ("of",) and not _is_of_all_states(view, mention)) else None


def _is_added_to(view: View, mention: Mention) -> bool:
    """ "the five nuclear-weapon states and more than sixty others": a part of a sum."""
    behind = view.words[mention.last + 1 : mention.last + 1 + _LONGEST_SUM]
    joint = next((index for index, word in enumerate(behind) if word in _ADDED), None)
    return joint is not None and bool({"others", "other", "further", "additional"} & set(behind[joint : joint + 5]))


def _is_of_all_states(view: View, mention: Mention) -> bool:
    """ "164 of the 197 states": of all that there are, so that the number is that of all parties."""
    whole = [other for other in view.quantities if 0 < other.first - mention.last <= 4]
    size = parse_quantity(whole[0].value) if whole else None
    return size is not None and size.low >= _NEARLY_ALL
