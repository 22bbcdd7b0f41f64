"""The treaty that a verb is said of: subject, antecedent, or the head that a participle modifies."""

from __future__ import annotations

from treatycheck.claims.clauses import (
    CLAUSE_MARKS,
    actor_ending_at,
    after_last,
    has_verb,
    inside_phrase,
    without_asides,
)
from treatycheck.claims.inflection import Form
from treatycheck.claims.laws import names_law
from treatycheck.claims.objects import objects
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import (
    AUXILIARY,
    COORDINATOR,
    DEPARTURES,
    DETERMINER,
    PASTS,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    is_adverb,
)
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Mention

LONGEST_SUBJECT_GAP, _LONGEST_ITEM = 40, 14
_PARTS = frozenset("article articles annex annexes chapter section paragraph appendix clause part".split())
_AMENDING = frozenset("amended amends amending revised revises modified modifies replaced superseded".split())
_MEMBERS = frozenset(
    "parties members signatories states countries governments nations delegates negotiators party member "
    "signatory opponents supporters critics architects depositaries guarantors".split()
)
_OPENING = SUBORDINATOR | {"first", "originally"}
_NO_MODIFIER = PREPOSITION | AUXILIARY | RELATIVE | COORDINATOR | CLAUSE_MARKS | {","}
_NO_SUBJECT = (PREPOSITION - SUBORDINATOR) | {"and", "&"}


def subject_treaty(view: View, predicate: Predicate, group: VerbGroup) -> Mention | None:
    """The treaty that a verb is said of: its subject, antecedent or the head that a participle modifies."""
    if not group.by_being and predicate.kind == "verb" and all(f.treaty == "subject" for f in predicate.frames):
        # what ends or lapses is no participle: "inspections under the treaty ended"
        group = group._replace(passive=False)
    start = group.first
    if predicate.kind == "adjective" and _PARTS & set(view.words[max(0, start - 3) : start]):
        return None
    if _is_fronted(view, start, group):
        return _treaty_behind_comma(view, predicate.last)
    for mention in reversed(view.treaties):
        if mention.last >= start:
            continue
        if start - mention.last > LONGEST_SUBJECT_GAP:
            return None
        if subject_link(view, mention, start, group):
            return mention
        if not _may_look_further(view, mention, start):
            return None
    return None


def _is_fronted(view: View, start: int, group: VerbGroup) -> bool:
    """ "Signed in 1987, the treaty …": a participle that opens the sentence or a clause."""
    if group.auxiliary and view.words[start] not in {"being", "having"}:
        return False
    if any(mention.last < start for mention in view.treaties):
        return False
    before = [word for word in view.words[:start] if word.isalpha() and not is_adverb(word)]
    return all(word in _OPENING for word in before) or _follows_fronted(view, start)


def _follows_fronted(view: View, start: int) -> bool:
    """ "Signed in 1987 and entering into force in 1988, the treaty …": the second of two opening participles."""
    if not start or view.words[start - 1] not in {"and", "but"} or "," in view.words[:start]:
        return False
    opening = next((other for other in view.predicates if other.kind == "verb"), None)
    return opening is not None and opening.first < 2 and not has_verb(view, opening.last + 1, start)


def _treaty_behind_comma(view: View, last: int) -> Mention | None:
    for index in range(last + 1, view.length):
        if view.words[index] == ",":
            for mention in view.treaties:
                if mention.first > index and _only_modifiers(view, index + 1, mention.first):
                    return mention
    return None


def _only_modifiers(view: View, first: int, end: int) -> bool:
    """Nothing but determiners and adjectives between two tokens."""
    return end - first < 7 and not any(word in _NO_MODIFIER for word in view.words[first:end])


def subject_link(view: View, mention: Mention, start: int, group: VerbGroup) -> bool:
    """Whether what stands between a treaty and a verb lets the one be the subject of the other."""
    between = list(view.words[_behind_year(view, mention) : start])
    while between and is_adverb(between[-1]):
        between.pop()
    if mention.detail == "pronoun" and not DEPARTURES.isdisjoint(between[:2]):
        return False
    if between[:1] == ["'s"] and set(between[1:4]) & (GENERIC | _PARTS):
        return False
    if names_law(view, mention) or (between and _is_of_other_thing(view, mention, between, start)):
        return False
    if any(mark in between for mark in CLAUSE_MARKS):
        return False
    if between[-3:-1] in (["both", "of"], ["all", "of"]):
        del between[-3:-1]
    relative = bool(between) and between[-1] in RELATIVE
    participle = group.passive and not group.auxiliary
    if participle and not between and _members_of(view, mention):
        return False
    if not between:
        return participle or not inside_phrase(view, mention)
    if relative and len(between) < 3:
        return True
    if participle and between in ([","], ["("], ["-"], ["\u2014"], ["\u2013"], ["*", "*", "("], [")", "("]):
        return True
    inner = without_asides(between)
    if not inner:
        return participle or relative or not inside_phrase(view, mention)
    if inner[-1] in COORDINATOR:
        free = inner[0] in RELATIVE or inner[:2] in ([",", "which"], [",", "that"]) or not inside_phrase(view, mention)
        return free and _shares_subject(view, mention, start)
    if inner[-1] == "," and inner[0] in AUXILIARY and _lists_verbs(view, start):
        return not inside_phrase(view, mention)
    if relative and group.singular and _plural(between[-2]):
        return not any(word in AUXILIARY for word in between)
    if relative:
        return not has_verb(view, mention.last + 1, start - 1) or between[-2] in {",", "and"}
    if inner[0] in PREPOSITION and not has_verb(view, mention.last + 1, start):
        tail = after_last(inner, ",")
        return not inside_phrase(view, mention) and tail == inner and not _ends_in_subject(view, start)
    if participle and inner[0] in {",", "("}:
        return not _ends_in_subject(view, start)
    return False


def _is_of_other_thing(view: View, mention: Mention, between: list[str], start: int) -> bool:
    """ "the text that amended the treaty and took effect", "the predecessor of the pact, X,", "like Lisbon, signed"."""
    before = view.words[max(0, mention.first - 3) : mention.first]
    if {"predecessor", "successor"} & set(before) and "of" in before and between[0] == ",":
        return True
    if between[-1] in COORDINATOR and _AMENDING & set(before):
        return True
    return between[-1] == "," and between[-3:-2] in (["like"], ["unlike"]) and view.capitalised(start - 2)


def _members_of(view: View, mention: Mention) -> bool:
    """ "the parties to the treaty agreed on Friday": people and states do things, and are not signed or agreed."""
    index = mention.first - 1
    while index > 0 and view.words[index] in DETERMINER:
        index -= 1
    return index > 0 and view.words[index] in {"to", "of"} and view.words[index - 1] in _MEMBERS


def _behind_year(view: View, mention: Mention) -> int:
    """Index behind a treaty and the year that belongs to its name: "the Brussels Treaty of 1948"."""
    index = mention.last + 1
    if view.words[index : index + 1] != ("of",):
        return index
    date = view.mention_at(view.dates, index + 1) if index + 1 < view.length else None
    return date.last + 1 if date is not None and view.name_years.get(date) == mention else index


def _plural(word: str) -> bool:
    """ "missiles that expires": the pronoun cannot stand for the noun before it."""
    return word.endswith("s") and not word.endswith("ss")


def _ends_in_subject(view: View, start: int) -> bool:
    """Whether a person, state or pronoun directly before the verb is its subject instead."""
    before = start - 1
    if before < 0:
        return False
    actor = actor_ending_at(view, before)
    if actor is None:
        return view.words[before] in {"he", "she", "they", "we", "i"}
    previous = view.words[actor.first - 1] if actor.first else ""
    if previous == "the" and actor.first > 1:
        previous = view.words[actor.first - 2]
    return previous not in _NO_SUBJECT


def _shares_subject(view: View, mention: Mention, start: int) -> bool:
    """ "was signed in 1991 and entered into force in 1994": the second verb has the first one's subject."""
    for other in view.predicates:
        if mention.last < other.first < start - 1 and other.kind != "noun" and not any(objects(view, other.last)):
            inner = view.words[mention.last + 1 : other.first]
            if (
                len([word for word in inner if word not in AUXILIARY and not is_adverb(word)]) <= 1
                or other.first - mention.last < 8
            ):
                return True
    gap = [word for word in view.words[mention.last + 1 : start] if word not in {",", "and", "("}]
    return not gap and not inside_phrase(view, mention)


def _lists_verbs(view: View, start: int) -> bool:
    """ "was drawn up in 1973, entered into force in 1975 and now has …": whether a last verb is joined further on."""
    behind = view.words[start : start + _LONGEST_ITEM]
    joint = next((index for index, word in enumerate(behind) if word == "and"), None)
    if joint is None or not {",", ";", ":"}.isdisjoint(behind[:joint]):
        return False
    rest = [word for word in behind[joint + 1 : joint + 3] if not is_adverb(word)]
    return bool(rest) and (rest[0] in AUXILIARY | PASTS or rest[0].endswith(("ed", "es")))


def _may_look_further(view: View, mention: Mention, start: int) -> bool:
    """Whether an earlier treaty may be meant although this one stands between: asides and objects only."""
    inner = list(view.words[mention.last + 1 : start])
    return "," in inner or ")" in inner or inside_phrase(view, mention) or "and" in inner


def antecedent_object(view: View, predicate: Predicate, group: VerbGroup) -> Mention | None:
    """ "the treaty that Reagan signed": the object of a verb in a relative clause."""
    for index in range(group.first - 1, max(-1, group.first - 12), -1):
        word = view.words[index]
        if word in {"that", "which"}:
            for mention in view.treaties:
                if index - 4 <= mention.last < index and not has_verb(view, mention.last + 1, index):
                    return mention
            return None
        if word in CLAUSE_MARKS:
            return None
    reduced = next((m for m in view.treaties if 0 < group.first - m.last <= 6), None)
    if reduced and predicate.form is not Form.GERUND:
        inner = view.words[reduced.last + 1 : group.first]
        actor = actor_ending_at(view, group.first - 1)
        if actor and actor.first == reduced.last + 1 and inner:
            return reduced
    return None
