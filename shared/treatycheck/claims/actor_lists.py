"""Lists of people and parties: "Reagan and Gorbachev", "Egypt, Jordan and Israel"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from treatycheck.claims.governing import TITLES, list_is_governed
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, PLAIN_AUXILIARY, PREPOSITION, RELATIVE
from treatycheck.model import Mention, MentionKind

_LIST_WORDS = frozenset(", and & the both its well then - or nor".split())
_LONGEST_OFFICE = 6
_ENDS = AUXILIARY | RELATIVE | PREPOSITION | {"but", ";"}
JOINERS = frozenset({",", "and", "&", "-", "or", "nor"})
OWNERS = frozenset({"his", "her", "their"})
_PASSED = TITLES | _LIST_WORDS
_PASSED_IF_HELD = _PASSED | OWNERS


def actors(view: View, kinds: Sequence[MentionKind]) -> Sequence[Mention]:
    """People and parties in order, a longer one before a shorter one that it holds."""
    return view.once(_actors, tuple(kinds))


def _actors(view: View, kinds: Sequence[MentionKind]) -> Sequence[Mention]:
    chosen: list[Mention] = []
    pools = {MentionKind.PERSON: view.people, MentionKind.PARTY: view.parties}
    mentions = sorted((mention for kind in kinds for mention in pools[kind]), key=lambda item: (item.first, -item.last))
    for mention in mentions:
        if not chosen or mention.first > chosen[-1].last:
            chosen.append(mention)
    return chosen


def list_ending_at(view: View, candidates: list[Mention], last: Mention) -> list[Mention]:
    """The actors joined to one on its left: "Egypt, Jordan and Israel" before a verb."""
    chosen = [last]
    people = last.kind is MentionKind.PERSON and any(m.kind is MentionKind.PERSON for m in candidates if m is not last)
    for mention in reversed([m for m in candidates if m.last < last.first]):
        if people and mention.kind is not MentionKind.PERSON and _is_office(view, mention, chosen[0]):
            continue
        gap = _between(view, mention, chosen[0])
        if len(gap) > 4 or any(word not in _LIST_WORDS for word in gap):
            if not _modifies(mention, chosen[0]):
                break
            continue
        if not gap:
            continue
        if gap == [","] and len(chosen) == 1 and list_is_governed(view, mention):
            break
        chosen.insert(0, mention)
    return chosen


def _between(view: View, mention: Mention, following: Mention) -> list[str]:
    """The words between two of a list; before a person those of an office are left out ("PLO (…) negotiator")."""
    offices = {
        index
        for party in view.parties
        if following.kind is MentionKind.PERSON and mention.last < party.first and party.last < following.first
        for index in range(party.first, party.last + 1)
    }
    indexes = (index for index in range(mention.last + 1, following.first) if index not in offices)
    words = [view.words[index] for index in indexes]
    return [word for word in words if word not in TITLES and not (offices and word in {"(", ")", "'s"})]


def _is_office(view: View, party: Mention, person: Mention) -> bool:
    """Whether a party only says whose office a person behind it holds: "PLO negotiator Mahmoud Abbas"."""
    gap = view.words[party.last + 1 : person.first]
    return set(gap) <= TITLES | {"(", ")", "'s"} or (len(gap) < _LONGEST_OFFICE and gap[0] in TITLES | {"("})


def _holds_office(view: View, party: Mention, person: Mention) -> bool:
    """ "by US President Obama and his Russian counterpart, Medvedev": a state that tells whose president it was."""
    apart = party.kind is MentionKind.PARTY and person.kind is MentionKind.PERSON
    return apart and party.last + 1 < person.first and _is_office(view, party, person)


def _modifies(mention: Mention, following: Mention) -> bool:
    return mention.detail == "demonyms" and following.first - mention.last < 4


def list_from(view: View, start: int, kinds: Sequence[MentionKind]) -> list[Mention]:
    """The actors listed from a token on: "by Reagan and Gorbachev", "between Egypt and Israel"."""
    return _list_of(view, start, actors(view, kinds))


def lists_of_people(view: View) -> Iterator[list[Mention]]:
    """The people of a sentence, each list of them whole."""
    found = actors(view, (MentionKind.PERSON,))
    last = -1
    for person in view.people:
        if person.first > last:
            listed = _list_of(view, person.first, found) or [person]
            last = listed[-1].last
            yield listed


def _list_of(view: View, start: int, found: Sequence[Mention]) -> list[Mention]:
    chosen: list[Mention] = []
    index = start
    held: set[int] = set()
    begin = bisect_left(found, start, key=lambda mention: mention.first)

    def sent(place: int) -> bool:
        return view.words[place] == "from" and view.words[place - 1] in TITLES

    for mention, following in zip_longest(islice(found, begin, None), islice(found, begin + 1, None)):
        if following is not None and _holds_office(view, mention, following):
            held.update(range(mention.first, mention.last + 1))
            continue
        between = (view.words[place] for place in range(index, mention.first) if place not in held and not sent(place))
        gap = [word for word in between if word not in (_PASSED_IF_HELD if held else _PASSED)]
        if len(gap) > (3 if not chosen else 0) or any(word in _ENDS for word in gap):
            break
        if chosen and not JOINERS & set(view.words[index : mention.first]):
            if chosen[-1].detail == "demonyms":
                chosen[-1] = mention
                index = mention.last + 1
                continue
            break
        chosen.append(mention)
        index = mention.last + 1
        if index < view.length and view.words[index] == "(":
            index = next((i + 1 for i in range(index, min(index + 5, view.length)) if view.words[i] == ")"), index)
    least = 2 if start and view.words[start - 1] == "between" else 1
    if len(chosen) > least and _begins_clause(view, chosen[-1]):
        chosen.pop()
    return chosen


def _begins_clause(view: View, mention: Mention) -> bool:
    """ "…, and Kissinger briefed reporters": the last of a list is the subject of what follows."""
    if mention.last + 1 >= view.length or not set(view.words[max(0, mention.first - 2) : mention.first]) & {"and", ","}:
        return False
    following = view.words[mention.last + 1]
    if mention.kind is MentionKind.PERSON and view.mention_at(view.treaties, mention.last + 1) is not None:
        # "signed it with Gorbachev, Bush START II with Yeltsin": the verb is left out
        return True
    verb = view.has_verb_at(mention.last + 1)
    return verb or following in PLAIN_AUXILIARY or (following.endswith("ed") and len(following) > 4)
