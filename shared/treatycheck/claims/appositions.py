"""Memberships told beside a name: "Israel, a party to the statute, …", "As a signatory to the pact, Chile …"."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.actor_lists import list_ending_at, list_from
from treatycheck.claims.frames import Filled
from treatycheck.claims.memberships import ROLES, membership_claim
from treatycheck.claims.view import View
from treatycheck.claims.words import RELATIVE
from treatycheck.model import Mention, MentionKind

_SINGULAR = frozenset({"party", "member", "signatory"})
_EACH = frozenset({"each", "neither", "none"})
_DETERMINERS = frozenset("a an both all neither none themselves themself itself each not never also no".split())
_KINDS = frozenset("state states original founding full non".split())
_DENIALS = frozenset({"neither", "none", "not", "never", "no", "non"})
_OPENERS = frozenset({",", "(", "\u2014", "\u2013"})
_PARTIES = (MentionKind.PARTY,)
_STATES = frozenset({"name", "government"})
_LONGEST_HEAD = 5


def fill_appositions(view: View, plain: str) -> Iterator[Filled]:
    """Claims of parties and signatories, told by an apposition to their names or one before them."""
    if view.said.isdisjoint(ROLES):
        return
    for role, word in enumerate(view.words):
        treaty = _treaty_behind(view, role) if word in ROLES else None
        start = _head(view, role) if treaty is not None else None
        if treaty is None or start is None:
            continue
        alone = word in _SINGULAR and not _EACH & set(view.words[start:role])
        parties = _before(view, start)[-1 if alone else 0 :] or _behind(view, start, treaty.last + 1)
        if parties:
            negated = bool(_DENIALS & set(view.words[start:role]))
            first, last = min(start, parties[0].first), max(treaty.last, parties[-1].last)
            filled = membership_claim(view, ROLES[word], treaty, parties, (first, last), plain, negated=negated)
            # of whatever time the sentence tells; the denial is counted here, so that no guard counts it again
            yield filled._replace(claim=filled.claim._replace(stage="past"), verb=first)


def _treaty_behind(view: View, role: int) -> Mention | None:
    """The treaty of "party to the treaty", "member of it"."""
    if view.words[role + 1 : role + 2] not in {("to",), ("of",)}:
        return None
    return next((m for m in view.treaties if 0 < m.first - role <= 3 and m.value), None)


def _head(view: View, role: int) -> int | None:
    """Where the words of an apposition begin: at "a", "both" or "neither"."""
    start = role
    while start > 0 and role - start < _LONGEST_HEAD and view.words[start - 1] in _DETERMINERS | _KINDS | {"-"}:
        start -= 1
    return start if start < role and view.words[start] in _DETERMINERS else None


def _before(view: View, start: int) -> list[Mention]:
    """The states right before the mark that an apposition begins with."""
    opener = start - 1
    if opener < 1 or view.words[opener] not in _OPENERS:
        return []
    last = next((party for party in view.parties if party.last == opener - 1 and party.detail in _STATES), None)
    return list_ending_at(view, list(view.parties), last) if last is not None else []


def _behind(view: View, start: int, end: int) -> list[Mention]:
    """ "As a party to the treaty, Chile …": the states behind a sentence's opening words."""
    if view.words[:start] != ("as",) or view.words[end : end + 1] != (",",):
        return []
    parties = list_from(view, end + 1, _PARTIES)
    near = bool(parties) and parties[0].first <= end + 2 and all(party.detail in _STATES for party in parties)
    behind = view.words[parties[-1].last + 1 : parties[-1].last + 2] if near else ("'s",)
    return [] if behind == ("'s",) or set(behind) & RELATIVE else parties
