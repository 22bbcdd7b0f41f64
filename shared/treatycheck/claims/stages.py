"""Which step of an act the words tell: a vote, an announcement, or what held in the past."""

from __future__ import annotations

from itertools import pairwise

from treatycheck.claims.actors import is_singular_subject
from treatycheck.claims.announcements import ANNOUNCED, announcing_verb
from treatycheck.claims.clauses import past_interruption
from treatycheck.claims.controllers import asserts
from treatycheck.claims.governing import CHAMBERS
from treatycheck.claims.roles import Roles
from treatycheck.claims.view import View
from treatycheck.model import NEWS, Mention
from treatycheck.relations import Frame

_LASTING = frozenset({"party/inside", "duration/verb"})
_SIGNING = frozenset({"signed/verb", "signed_by/verb"})
_WAS = frozenset({"was", "were", "been", "being", "became", "remained"})
_STAYED = frozenset({"stayed", "remained", "stood", "kept"})
VOTED = "decided"
_TOLD_AS_NEWS = frozenset({"ratifies", "accedes", "deposits"})
_LONGEST_NEWS, _LONGEST_GROUP = 30, 5
_OF_MANY = frozenset({"such", "like", "every", "each", "whenever", "always", "usually"})


def stage_of(view: View, frame: Frame, roles: Roles) -> str | None:
    """The step of a claim of this frame, None where its words tell none."""
    readers = (_vote, _signer, _schedule, _tense, _news, _chamber, _announcement, _decision)
    told = (reader(view, frame, roles) for reader in readers)
    first = next((stage for stage in told if stage), None)
    return first if first == VOTED else frame.stage or first


def _schedule(view: View, frame: Frame, roles: Roles) -> str | None:
    """ "was to take effect in January", "had been due to enter into force": a plan of then, which may have slipped."""
    group = view.words[max(0, roles.group.first - 1) : roles.group.first + 5]
    if frame.relation != "entered_into_force" or frame.kind != "verb":
        return None
    before = [other for other in view.predicates if other.last < roles.group.first]
    leaving = any(other.relation == "withdrew" for predicate in before for other in predicate.frames)
    planned = "to" in group and bool({"was", "were", "had"} & set(group))
    hoped = "would" in view.words[max(0, roles.group.first - 1) : roles.group.first + 2]
    return "scheduled" if planned or hoped or (leaving and roles.group.singular) else None


def _tense(view: View, frame: Frame, roles: Roles) -> str | None:
    """ "was a party to" holds for a state that has left, "is a party to" does not; "refused to" for one that joined."""
    start = roles.group.first
    group = set(view.words[start : start + 3])
    if frame.id in _LASTING:
        return "past" if group & {"belonged", "lasted", "lasting"} else None
    if frame.kind == "adjective":
        return "past" if group & _WAS and not group & {"has", "have"} else None
    if frame.id == "party/outside":
        return "past" if {"had", *_STAYED} & group else None
    refused = bool({"refused", "declined", "failed"} & set(view.words[max(0, start - 1) : start]))
    joined = view.words[start - 1 : start] in {("but",), ("and",)} and "had" in view.words[max(0, start - 4) : start]
    return "past" if refused or joined or "had" in group else None


def _news(view: View, frame: Frame, roles: Roles) -> str | None:
    """ "Chad ratifies the treaty", without a date: what the present tells happens as the text is written."""
    present = frame.kind == "verb" and roles.group.singular and not roles.group.auxiliary
    if view.dates or view.told or _OF_MANY & set(view.words):
        return None
    word = view.words[roles.group.first]
    return NEWS if present and word in _TOLD_AS_NEWS and view.length <= _LONGEST_NEWS else None


def _vote(view: View, frame: Frame, roles: Roles) -> str | None:
    """ "The Duma voted in May to leave": the day of a vote on what the state did later."""
    chamber = any(_is_chamber(view, actor) for actor in roles.actors)
    parted = frame.kind == "verb" and past_interruption(view, roles.group.first) != roles.group.first
    voted = parted if frame.relation in {"withdrew", "suspended"} else frame.relation == "acceded"
    return VOTED if chamber and voted else None


def _chamber(view: View, frame: Frame, roles: Roles) -> str | None:
    """ "Japan's parliament ratified": a vote, which has its own day."""
    if frame.relation != "ratified" or len(roles.actors) != 1:
        return None
    return "parliament" if _is_chamber(view, roles.actors[0]) else None


def _is_chamber(view: View, actor: Mention) -> bool:
    near = view.words[max(0, actor.first - 2) : actor.first] + view.words[actor.last + 1 : actor.last + 4]
    return actor.detail == "legislatures" or bool(CHAMBERS & set(near))


def _signer(view: View, frame: Frame, roles: Roles) -> str | None:
    """ "the envoy signed": one signature of perhaps many, of whoever it was."""
    one = frame.id == "signed/verb" and not roles.group.passive and len(roles.actors) < 2
    behind = view.words[roles.group.first : roles.group.first + _LONGEST_GROUP]
    if frame.id == "signed/verb" and not roles.actors and ("by", "both") in pairwise(behind):
        return "one_signer"
    if frame.id in _SIGNING and not roles.group.passive and _goes_on(view, roles.group.first):
        return "one_signer"
    return "one_signer" if one and is_singular_subject(view, roles.group) else None


def _goes_on(view: View, start: int) -> bool:
    """ "signed the pact in 2005, Brazil in 2012": states that sign one after the other, each on its own day."""
    dates = [date for date in view.dates if date.first > start]
    following = next((party for party in view.parties if dates and party.first == dates[0].last + 2), None)
    return following is not None and view.words[following.last + 1 : following.last + 2] == ("in",)


def _announcement(view: View, frame: Frame, roles: Roles) -> str | None:
    announced = frame.relation in ANNOUNCED and frame.kind == "verb" and announcing_verb(view, roles.group.first)
    return "announced" if announced else None


def _decision(view: View, frame: Frame, roles: Roles) -> str | None:
    """ "agreed on Tuesday to extend": the day of a decision, which need not be that of the act."""
    start = roles.group.first
    parted = frame.kind == "verb" and past_interruption(view, start) != start
    return "decided" if parted and not asserts(view, roles.group) else None
