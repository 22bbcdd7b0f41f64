"""Who keeps a treaty, told by the noun: "the depositary of X is A", "A is its depositary", "Depositaries: A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.actor_lists import list_from
from treatycheck.claims.actors import subject_actors
from treatycheck.claims.frames import Filled
from treatycheck.claims.values import NO_VALUE, party_of, values_of
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import DETERMINER
from treatycheck.model import Claim, Mention, MentionKind
from treatycheck.relations import frame_by_id

_NOUNS = frozenset({"depositary", "depository", "depositaries"})
_COPULAS = frozenset({"is", "was", "are", "were", ":"})
_SERVING = frozenset({"acts", "acted", "serves", "served"})
_PARTICLES = frozenset({"of", "for", "to"})
_BEFORE_NOUN = DETERMINER | {"sole", "'s", "as", "treaty", "convention", "pact", "protocol", "agreement"}
_BEHIND_NOUN = frozenset("of for to the government governments state states power powers this that".split())
_NEAR, _LONGEST_GAP = 6, 3
_KEEPERS = (MentionKind.PARTY,)


def fill_depositaries(view: View, plain: str) -> Iterator[Filled]:
    """The claims that the noun makes where no frame reads it."""
    if view.said.isdisjoint(_NOUNS):
        return
    for index, word in enumerate(view.words):
        if word not in _NOUNS:
            continue
        keepers, edge = _keepers_behind(view, index) or _keepers_before(view, index) or ([], index)
        treaty = _treaty_of(view, index, keepers) if keepers else None
        if treaty is None:
            continue
        first, last = min(index, keepers[0].first), max(index, keepers[-1].last)
        party = party_of(keepers[0], plain) if len(keepers) == 1 else None
        value = NO_VALUE if party else values_of(keepers, plain)
        frame = frame_by_id("depositary/adjective")
        span, sentence = view.span(first, last), view.sentence.span
        claim = Claim(frame.id, "depositary", treaty, value, span, sentence, party=party)
        yield Filled(claim, first, last, edge, frame)


def _keepers_behind(view: View, index: int) -> tuple[list[Mention], int] | None:
    """ "the depositary of the treaty is Chile", "Depositaries: Russia and Britain"."""
    copula = index + 1
    while copula < view.length and (view.words[copula] in _BEHIND_NOUN or view.mention_at(view.treaties, copula)):
        copula += 1
    if copula >= view.length or view.words[copula] not in _COPULAS:
        return None
    keepers = list_from(view, copula + 1, _KEEPERS)
    near = bool(keepers) and keepers[0].first <= copula + _LONGEST_GAP
    owning = near and view.words[keepers[-1].last + 1 : keepers[-1].last + 2] == ("'s",)
    return (keepers, index) if near and not owning else None


def _keepers_before(view: View, index: int) -> tuple[list[Mention], int] | None:
    """ "Brazil is its depositary", "Chile acts as the treaty's depositary"."""
    if view.words[index + 1 : index + 2] and view.words[index + 1] in _PARTICLES:
        return None
    start = index - 1
    while start > 0 and (view.words[start] in _BEFORE_NOUN or view.mention_at(view.treaties, start)):
        start -= 1
    if start < 1 or view.words[start] not in (_COPULAS - {":"}) | _SERVING:
        return None
    keepers = subject_actors(view, VerbGroup(start, False, False, False), _KEEPERS)
    return (keepers, start) if keepers else None


def _treaty_of(view: View, index: int, keepers: list[Mention]) -> Mention | None:
    """The treaty beside the noun, or the only one that the sentence or, where it names none, the text speaks of."""
    near = [treaty for treaty in view.treaties if abs(treaty.first - index) < _NEAR and treaty.last < keepers[0].first]
    near = near or [treaty for treaty in view.treaties if 0 < index - treaty.last < _NEAR]
    if near:
        return near[-1]
    if view.treaties:
        return view.treaties[0] if len({treaty.value for treaty in view.treaties}) == 1 else None
    return view.salient
