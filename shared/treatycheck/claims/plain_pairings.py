"""Tentative pairings with nothing else to choose from, which count as firm ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from treatycheck.claims.clauses import in_time_clause
from treatycheck.claims.date_owners import (
    has_verb_before_comma,
    is_of_telling,
    opens_next_clause,
    turns_after_aside,
    turns_to_other_verb,
)
from treatycheck.claims.date_spans import opens_since
from treatycheck.claims.dates import opens_clause
from treatycheck.claims.frames import Filled
from treatycheck.claims.noun_dates import is_of_other_verb
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.roles import roles_of
from treatycheck.claims.saying import SAID
from treatycheck.claims.verb_groups import verb_group
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, COORDINATOR, PREPOSITION, RELATIVE, SUBORDINATOR
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Mention, MentionKind, PartyReference, ValueType
from treatycheck.relations import Frame

_TREATY_EVENTS = frozenset({"entered_into_force", "opened_for_signature", "signed"})
_DATED_EVENTS = frozenset({"adopted", "entered_into_force", "ratified"})
# the beginnings of those loose verbs that leave no doubt which event is meant
_TELLING = {
    "ratified": ("agree", "accept", "adher"),
    "adopted": ("creat", "establish", "form", "set", "complet", "finali"),
}
# what else is signed or takes effect
_RIVALS = frozenset(
    "law laws bill act order letter contract decree legislation amendment resolution constitution ceasefire truce "
    "memorandum contracts orders bills acts rule rules tariffs sanctions ban".split()
)
_APART = SUBORDINATOR - {"when", "as"} | {";", "|", "let"}
_OF_OTHERS = frozenset({"who", "whose", "which"})
_SUBJECT_REACH, _LEAST_CLAUSE = 4, 3
_BEHIND_NAME = PREPOSITION | COORDINATOR | RELATIVE | AUXILIARY


def is_plain(view: View, filled: Filled) -> bool:
    """Nothing else to choose from: one treaty, one date, one event that only treaties undergo, no other to confuse."""
    claim = filled.claim
    if (
        claim.value.type is not ValueType.DATE
        or claim.implicit
        or filled.frame.tentative
        or filled.frame.relation not in _TREATY_EVENTS
    ):
        return False
    if len(view.dates) != 1 or len({m.value for m in view.treaties}) != 1 or claim.treaty not in view.treaties:
        return False
    noun = next((p for p in view.predicates if p.kind == "noun" and filled.frame in p.frames), None)
    if noun is not None and is_of_other_verb(view, noun, view.dates[0]):
        return False
    if _is_in_aside(view, filled) or _is_of_time_told(view, filled) or _is_of_later_verb(view, filled):
        return False
    if view.words[claim.treaty.last + 1 : claim.treaty.last + 2] == ("'s",):
        return False
    if _names_others(view) or (filled.frame.relation == "signed" and not _undergoes(view, filled)):
        return False
    dated = [p for p in view.predicates if p.kind == "verb" and any("date" in f.values for f in p.frames)]
    between = set(view.words[min(filled.first, max(0, filled.group_first - 2)) : filled.last + 1])
    apart = between & _APART or (RELATIVE | SAID) & set(_behind(view, filled))
    return len(dated) <= 1 and not _RIVALS & set(view.words) and not apart and not _befalls_deed(view, filled)


def governs(view: View, predicate: Predicate, frame: Frame, treaty: Mention, party: PartyReference | None) -> bool:
    """Whether the grammar gives a loose verb this treaty, by its name, and this party."""
    if not frame.tentative or treaty.detail or frame.relation not in _DATED_EVENTS:
        return False
    telling = _TELLING.get(frame.relation)
    if _is_part_of_more(view, treaty) or (telling and not view.words[predicate.first].startswith(telling)):
        return False
    roles = roles_of(view, predicate, frame)
    acting = {actor.value for actor in roles.actors if actor.kind is MentionKind.PARTY}
    return treaty in roles.treaties and (party is None or acting == {party.id})


def _is_part_of_more(view: View, treaty: Mention) -> bool:
    """ "the convention's office", "the convention secretariat": the name only says which."""
    place = treaty.last + 1
    if place >= view.length or not (view.words[place][0].isalpha() or view.words[place] == "'s"):
        return False
    return view.words[place] not in _BEHIND_NAME or view.words[place] == "'s"


def _behind(view: View, filled: Filled) -> Sequence[str]:
    return view.words[filled.group_first : filled.last]


def _is_in_aside(view: View, filled: Filled) -> bool:
    """ "Reagan, re-elected in 1984, signed it", "signed it and died in 1790": a date that tells of something else."""
    date = view.dates[0]
    if opens_next_clause(view, date) and date.first > filled.group_first:
        return True
    if filled.frame.relation == "signed" and opens_since(view, date):
        return True
    if is_of_telling(view, date.last + 1, filled.group_first):
        return True
    if any(turns_to_other_verb(view, filled.group_first, index) for index in range(filled.group_first, date.first)):
        return True
    between = view.words[date.last + 1 : filled.group_first]
    if not _OF_OTHERS.isdisjoint(between):
        return True
    return "," in between and not opens_clause(view, date, filled.group_first)


def _is_of_time_told(view: View, filled: Filled) -> bool:
    """ "When Nixon came in 1972 it had been in force for five years": no day on which that began."""
    return filled.frame.kind == "adjective" and not opens_since(view, view.dates[0])


def _is_of_later_verb(view: View, filled: Filled) -> bool:
    """ "who signed the treaty, was shot in 1922", "signed it and got his pay in 1871": when another thing was done."""
    date, treaty = view.dates[0], filled.claim.treaty
    between = view.words[max(treaty.last, filled.group_first) + 1 : max(treaty.last, date.first)]
    main = "," in between[:-_LEAST_CLAUSE] or has_verb_before_comma(between[1:])
    if main and in_time_clause(view, filled.group_first):
        return True
    turns = turns_after_aside(view, max(treaty.last, filled.group_first) + 1, max(treaty.last, date.first))
    ends_aside = any(word == "," and after in AUXILIARY for word, after in pairwise(between))
    return date.first > treaty.last and (turns or ends_aside)


def _befalls_deed(view: View, filled: Filled) -> bool:
    """ "Burundi's withdrawal from the treaty became effective", "is leaving it, effective in June": no event of it."""
    treaty = filled.claim.treaty
    return any(
        (predicate.kind == "noun" or predicate.frames[0].relation == "withdrew")
        and predicate.last < treaty.first <= predicate.last + _SUBJECT_REACH
        and filled.frame not in predicate.frames
        for predicate in view.predicates
    )


def _names_others(view: View) -> bool:
    """Whether the sentence speaks of a treaty, an agreement or a deal besides those that were told."""
    told = {index for mention in view.treaties for index in range(mention.first, mention.last + 1)}
    return any(word in GENERIC and index not in told for index, word in enumerate(view.words))


def _undergoes(view: View, filled: Filled) -> bool:
    """Whether a treaty may be what was signed: it stands behind the verb, or the verb is passive."""
    if filled.claim.treaty.first > filled.group_first:
        return True
    return any(
        verb_group(view, predicate).by_being
        for predicate in view.predicates
        if predicate.first >= filled.group_first and filled.frame in predicate.frames
    )
