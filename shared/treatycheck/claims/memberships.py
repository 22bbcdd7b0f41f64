"""Memberships told without a verb of their own: "to which Argentina is a party", "the NPT's members China and Iran"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.claims.actor_lists import list_from
from treatycheck.claims.frames import Filled
from treatycheck.claims.values import NO_VALUE, party_of, values_of
from treatycheck.claims.view import View
from treatycheck.claims.words import BE, HAVE, is_adverb
from treatycheck.model import Claim, Mention, MentionKind
from treatycheck.relations import Frame, relation_by_id

ROLES = {
    "party": "party",
    "parties": "party",
    "member": "party",
    "members": "party",
    "signatory": "signatory",
    "signatories": "signatory",
}
_HELD = {**ROLES, "depositary": "depositary"}
_DENIALS = frozenset({"not", "neither", "never", "none", "nor", "n't"})
_OPENERS = frozenset({"such", "as", "like", "including", ":", "\u2014", "\u2013", ","})
_PARTIES = (MentionKind.PARTY,)
_REACH = 20


def fill_memberships(view: View, plain: str) -> Iterator[Filled]:
    """Claims of parties, signatories and depositaries."""
    if "which" in view.said:
        yield from _relative(view, plain)
    yield from _compound(view, plain)


def _frame(relation: str) -> Frame:
    return next(frame for frame in relation_by_id()[relation].frames if frame.kind in {"adjective", "construction"})


def membership_claim(
    view: View,
    relation: str,
    treaty: Mention,
    parties: Sequence[Mention],
    bounds: tuple[int, int],
    plain: str,
    *,
    negated: bool,
) -> Filled:
    """The claim, from the first to the last token of `bounds`, that states have a role in a treaty, or have not."""
    frame = _frame(relation)
    single = parties[0] if len(parties) == 1 else None
    claim = Claim(
        rule=frame.id,
        relation=relation,
        treaty=treaty,
        value=NO_VALUE if single else values_of(parties, plain),
        span=view.span(*bounds),
        sentence=view.sentence.span,
        party=party_of(single, plain) if single else None,
        negated=negated,
    )
    return Filled(claim, *bounds, bounds[0], frame)


def _filled(
    view: View, relation: str, treaty: Mention, parties: Sequence[Mention], first: int, last: int, plain: str
) -> Filled:
    words = set(view.words[first : last + 1])
    negated = bool(words & _DENIALS) or any(word.endswith("n't") for word in words)
    return membership_claim(view, relation, treaty, parties, (first, last), plain, negated=negated)


def _relative(view: View, plain: str) -> Iterator[Filled]:
    """ "to which Argentina is a party", "for which it acts as depositary"."""
    for index in range(1, view.length - 2):
        if view.words[index] != "which" or view.words[index - 1] not in {"to", "of", "for"}:
            continue
        treaty = next((m for m in reversed(view.treaties) if 0 <= index - 1 - m.last <= _REACH), None)
        parties = list_from(view, index + 1, _PARTIES)
        if treaty is None or not parties or parties[0].first > index + 2:
            continue
        end = min(view.length, parties[-1].last + 8)
        role = next((i for i in range(parties[-1].last + 1, end) if view.words[i] in _HELD), None)
        if role is not None and set(view.words[parties[-1].last + 1 : role]) & (BE | {"acts", "serves"}):
            yield _filled(view, _HELD[view.words[role]], treaty, parties, index - 1, role, plain)


def _compound(view: View, plain: str) -> Iterator[Filled]:
    """ "China and Russia, neither of which are NPT signatories", "NPT members such as Iran and Brazil"."""
    for treaty in view.treaties:
        role = treaty.last + 1
        if role < view.length and view.words[role] == "'s":
            role += 1
        if role >= view.length or view.words[role] not in {"parties", "members", "signatories", "signatory", "party"}:
            continue
        before = [party for party in view.parties if party.last < treaty.first]
        gap = view.words[before[-1].last + 1 : treaty.first] if before else ()
        if before and len(gap) <= 8 and set(gap) & BE and not set(gap) & HAVE:
            listed = _list_up_to(view, before)
            yield _filled(view, ROLES[view.words[role]], treaty, listed, listed[0].first, role, plain)
            continue
        start = role + 1
        while start < view.length and (view.words[start] in _OPENERS or is_adverb(view.words[start])):
            start += 1
        behind = list_from(view, start, _PARTIES) if start > role + 1 else []
        if behind and behind[0].first <= start + 1:
            yield _filled(view, ROLES[view.words[role]], treaty, behind, treaty.first, behind[-1].last, plain)


def _list_up_to(view: View, before: Sequence[Mention]) -> list[Mention]:
    listed = [before[-1]]
    for party in reversed(before[:-1]):
        if not set(view.words[party.last + 1 : listed[0].first]) <= {",", "and", "the", "nor", "or"}:
            break
        listed.insert(0, party)
    return listed
