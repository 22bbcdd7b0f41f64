"""Judges lists of states in what a treaty says: one of them put in the place of another."""

from __future__ import annotations

from functools import cache

from treatycheck.judging.case import Case, Finding
from treatycheck.judging.parties import party_name, same_party
from treatycheck.mentions.entities import lexicon
from treatycheck.mentions.meaning import meaning, weight
from treatycheck.model import Fact, Reason

_LEAST_LIST, _LONGEST_NAME = 3, 4
_MARKS = ".;:()"
_JOINTS = frozenset({",", "and", "&", "the"})
_LEAST_SHARED, _LEAST_SHARE = 1.0, 0.5


def swapped_state(case: Case) -> Finding | None:
    """Refuted where a fact lists the same states but one, and no fact of the treaty speaks of the one named."""
    if case.claim.negated or case.claim.tentative:
        return None
    text = case.claim.value.text
    listed = states_listed(text)
    if len(listed) < _LEAST_LIST:
        return None
    for fact in case.of("prohibits"):
        right = states_listed(fact.value)
        strangers = [party for party in listed if not any(same_party(party, other) for other in right)]
        if (
            fact.negated
            or len(right) != len(listed)
            or len(strangers) != 1
            or not _is_of_same(text, fact, (*listed, *right))
        ):
            continue
        if not _is_told_of(case, strangers[0]):
            return Finding(False, Reason.VALUE_DIFFERS, (fact,), confidence=0.85)
    return None


def states_listed(text: str) -> tuple[str, ...]:
    """The longest list of states that a text names one behind the other, as party ids."""
    words = text.replace(",", " , ").split()
    lists: list[list[str]] = [[]]
    index = 0
    while index < len(words):
        size, party = _name_at(words, index)
        if party is not None:
            lists[-1].append(party)
        elif words[index].lower() not in _JOINTS and lists[-1]:
            lists.append([])
        index += max(size, 1)
    longest = max(lists, key=lambda states: len(states))
    return tuple(longest)


def _name_at(words: list[str], start: int) -> tuple[int, str | None]:
    """How many words from an index on name a state, and which."""
    if words[start].strip(_MARKS) not in _first_words():
        return 0, None
    for size in range(_LONGEST_NAME, 0, -1):
        name = " ".join(words[start : start + size]).strip(_MARKS)
        if len(words) >= start + size and name in _ids():
            return size, _ids()[name]
    return 0, None


@cache
def _ids() -> dict[str, str]:
    known = lexicon()
    return {**known.single_words, **{name: party for party, name in known.party_names.items()}}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0].strip(_MARKS) for name in _ids())


def _is_of_same(text: str, fact: Fact, named: tuple[str, ...]) -> bool:
    """Whether a text and a fact say the same of the states that they list."""
    states = meaning(" ".join(party_name(party) for party in named))
    said, meant = meaning(text) - states, meaning(fact.value) - states
    shared = weight(said & meant)
    return shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * weight(said)


def _is_told_of(case: Case, party: str) -> bool:
    """Whether any fact of the treaty speaks of a state in its contents."""
    name = meaning(party_name(party))
    return any(name <= meaning(fact.value) for fact in case.of("prohibits", "limit", "first"))
