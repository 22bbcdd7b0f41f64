"""Values that stand behind a predicate: places, durations, other treaties."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from treatycheck.claims.clauses import in_time_clause
from treatycheck.claims.date_owners import turns_after_aside
from treatycheck.claims.drafting import is_worked_out
from treatycheck.claims.objects import objects
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.saying import verbs_of_saying
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, HAVE, PLAIN_AUXILIARY, RELATIVE
from treatycheck.model import Mention

_BEFORE_PLACE = frozenset(
    "the nearby capital city of , town village resort port spa seaside french austrian czech palace castle south north "
    "lawn garden grounds steps headquarters".split()
)
_LONGEST_SUBJECT, _LONGEST_WHERE = 12, 7
_LONGEST_OBJECT, _LONGEST_COPULA, _LEAST_CLAUSE = 14, 6, 3
_PHRASE_ENDS = frozenset({";", ".", ",", ")", "|"})
_OCCASIONS = frozenset("ceremony summit meeting conference congress gathering event rite session banquet".split())
_TOWNS = frozenset("town city capital village resort port spa".split())
_PLACE_COPULA = frozenset(", was is became the place city town capital venue spot".split())
_OF_LENGTH = frozenset({"of", "by", "for", "is", "was"})
_AT = frozenset({"in", "at", "on"})
_SO_FAR = frozenset({"today", "now", "already", "yesterday", "tomorrow"})
_LIST_JOINTS = frozenset({",", "and", "&", "in", "at"})
_APART = frozenset({"after", "before"})
_BARS = RELATIVE | {";"} | PLAIN_AUXILIARY


def place_behind(view: View, predicate: Predicate) -> Mention | None:
    """The place behind "in", "at" or "on" that the predicate reaches."""
    for mention in view.places:
        if mention.first <= predicate.last or mention.first - predicate.last > 24:
            continue
        told = is_where(view, mention) or _follows_date(view, predicate, mention)
        if not told or view.mention_at(view.treaties, mention.first):
            continue
        if _barred(view, predicate, mention):
            return None
        return mention
    return _meant_by_there(view, predicate)


def _follows_date(view: View, predicate: Predicate, place: Mention) -> bool:
    """ "signed 26 May 1972, Moscow;": a place between the event's date and the end of the phrase."""
    date = next((date for date in view.dates if predicate.last < date.first and date.last < place.first), None)
    if date is None or view.words[date.last + 1 : place.first] not in ((",",), ("(",)):
        return False
    opened = set(view.words[predicate.last + 1 : date.first]) <= {"on", ":", "the"}
    behind = view.words[place.last + 1 : place.last + 2]
    return opened and (not behind or behind[0] in _PHRASE_ENDS)


def _meant_by_there(view: View, predicate: Predicate) -> Mention | None:
    """ "met in Vienna in June and signed the treaty there": the one place that the sentence told before."""
    behind = range(predicate.last + 1, min(predicate.last + _LONGEST_OBJECT, view.length))
    there = next((index for index in behind if view.words[index] == "there"), None)
    before = [place for place in view.places if place.last < predicate.first]
    if there is None or len(before) != 1 or not is_where(view, before[0]):
        return None
    ends_object = there == predicate.last + 1 or any(treaty.last == there - 1 for treaty in view.treaties)
    return before[0] if ends_object else None


def _tells_country(view: View, index: int) -> bool:
    """ "the Swiss resort of": of which country a town is."""
    country = view.mention_at(view.parties, index)
    return country is not None and country.detail == "demonyms" and view.words[country.last + 1] in _TOWNS


def is_where(view: View, place: Mention) -> bool:
    """Whether a place tells where: behind "in", "at" or "on", its own words passed over."""
    if view.words[place.last + 1 : place.last + 2] == ("day",):
        # "on Hiroshima Day"
        return False
    if view.words[place.last + 1 : place.last + 2] == ("'s",) and _TOWNS & set(view.words[place.last : place.last + 4]):
        # "in Westphalia's third town"
        return False
    before = place.first - 1
    while before > 0 and (view.words[before] in _BEFORE_PLACE or _tells_country(view, before)):
        before -= 1
    return before >= 0 and view.words[before] in _AT


def listed_places(view: View, first: Mention) -> list[Mention]:
    """The places joined to one: "in London, Moscow and Washington"; a comma alone names what holds it."""
    listed, joined = [first], False
    for place in view.places[view.places.index(first) + 1 :]:
        between = view.words[listed[-1].last + 1 : place.first]
        if not between or not set(between) <= _LIST_JOINTS:
            break
        listed.append(place)
        joined = joined or "and" in between
    return listed if joined else [first]


def place_before(view: View, group_first: int) -> Mention | None:
    """The place that opens the clause: "In Geneva, they signed …", "met in Geneva to sign …"."""
    for mention in reversed(view.places):
        if mention.last >= group_first:
            continue
        between = view.words[mention.last + 1 : group_first]
        if _is_said_where(between):
            return mention
        if view.mention_at(view.treaties, mention.first) or not is_where(view, mention):
            continue
        if is_worked_out(view.words[mention.first - 2]) and not _is_said_where(between):
            return None
        if set(between) <= {"to", "and", ",", "on"} or (not between and view.words[group_first] == "to"):
            return mention
        start = mention.last + 1 + _is_stressed(view, mention)
        return mention if _opens_clause(view, mention) and _is_plain_subject(view, start, group_first) else None
    return None


def _is_said_where(between: Sequence[str]) -> bool:
    """ "Vienna, where they signed it", "Vienna was the place where it was signed"."""
    if "where" not in between[:_LONGEST_COPULA]:
        return False
    before = set(between[: between.index("where")])
    return len(between) < _LONGEST_WHERE + len(before) and before <= _PLACE_COPULA


def _opens_clause(view: View, place: Mention) -> bool:
    """Whether a place opens the sentence or a clause, with its preposition or a date at the most before it."""
    index = place.first - 1
    while index > 0 and view.words[index - 1] in _BEFORE_PLACE:
        index -= 1
    date = view.mention_at(view.dates, index - 2) or view.mention_at(view.dates, index - 1) if index else None
    index = date.first if date is not None else index
    opened = index <= 1 or _is_stressed(view, place)
    opened = opened or view.words[index - 1] in {";", ":", ".", "\u2014", "\u2013", "and", "when", "that"}
    return opened or _is_at_occasion(view, place)


def _is_at_occasion(view: View, place: Mention) -> bool:
    """ "At a ceremony in Vienna, …", not "After talks in Geneva, …": where what the sentence tells was done."""
    opening = view.words[: place.first]
    told = opening[:1] in (("at",), ("in",), ("during",)) and bool(_OCCASIONS & set(opening))
    return told and "," not in opening and view.words[place.last + 1 : place.last + 2] == (",",)


def _is_stressed(view: View, place: Mention) -> bool:
    """ "It was in Vienna that they signed it"."""
    it_was = view.words[:1] == ("it",) and view.words[1:2] in (("was",), ("is",))
    return it_was and view.words[place.last + 1 : place.last + 2] == ("that",) and place.first < _LONGEST_COPULA


def _is_plain_subject(view: View, first: int, end: int) -> bool:
    """Whether the words between an opening place and a verb may be the verb's subject and a date, nothing else."""
    barred = RELATIVE | AUXILIARY | verbs_of_saying() | {";", "for", "to"}
    told = (*view.dates, *view.people, *view.parties)
    others = [index for index in range(first, end) if view.mention_at(told, index) is None]
    return len(others) <= _LONGEST_SUBJECT and not {view.words[index] for index in others} & barred


def _barred(view: View, predicate: Predicate, mention: Mention) -> bool:
    if any(predicate.last < date.first < mention.first for date in view.told):
        return True
    if view.words[mention.last + 1 : mention.last + 2] == ("that",) and view.words[:1] == ("it",):
        # "it was in Paris that it was signed and in Dayton that it was initialled"
        return True
    if ("and", "another") in pairwise(view.words[predicate.last + 1 : mention.first]):
        # "signed the one in April and another in Pyongyang"
        return True
    if _APART & set(view.words[predicate.last + 1 : mention.first - 2]):
        # "was signed a year after the shots at Sarajevo"
        return True
    if any(predicate.last < date.first < mention.first and _begins_item(view, date.last + 1) for date in view.dates):
        return True
    if _is_of_main_clause(view, predicate, mention) or turns_after_aside(view, predicate.last + 1, mention.first):
        return True
    for index in range(predicate.last + 1, mention.first):
        if view.words[index] in _BARS:
            return True
        if any(other.kind in {"verb", "noun"} for other in view.predicates_between(index, index + 1)):
            return True
    return False


def _is_of_main_clause(view: View, predicate: Predicate, place: Mention) -> bool:
    """ "a year after it was signed, Gorbachev spoke in New York": the place of what the sentence tells."""
    start = predicate.first
    while start and view.words[start - 1] in AUXILIARY:
        start -= 1
    between = view.words[predicate.last + 1 : place.first]
    return "," in between[:-_LEAST_CLAUSE] and in_time_clause(view, start)


def _begins_item(view: View, index: int) -> bool:
    """ "was signed, the one round ended in 1979 and the other at Marrakesh": another thing, without its verb."""
    named = index + 2 < view.length and view.capitalised(index + 2) and not view.mention_at(view.places, index + 2)
    return named and view.words[index : index + 2] == ("and", "the")


def duration_behind(view: View, predicate: Predicate) -> Mention | None:
    """The duration behind "for", "by", "until" or directly behind the predicate."""
    for mention in view.durations:
        if predicate.last < mention.first <= predicate.last + 12 and not _barred(view, predicate, mention):
            return mention
    return None


def duration_beside(view: View, predicate: Predicate) -> Mention | None:
    """The length in "a five-year extension", "its initial ten-year term", "an extension by five years"."""
    for mention in view.durations:
        if mention.last < predicate.first <= mention.last + 2 and view.words[mention.last][-1].isalpha():
            between = view.words[mention.last + 1 : predicate.first]
            return None if set(between) & (AUXILIARY | RELATIVE | _AT | {",", "and", "of"}) else mention
        if predicate.last + 1 < mention.first <= predicate.last + 3 and view.words[predicate.last + 1] in _OF_LENGTH:
            return mention
    return None


def term_behind(view: View, predicate: Predicate) -> Mention | None:
    """The term in "shall be in force for ten years"; "has been in force for ten years", "for ten years now" do not."""
    index = predicate.last + 1
    before = set(view.words[max(0, index - _LONGEST_WHERE) : index])
    past = before & (HAVE | {"was", "were", "remained", "stayed"}) and "to" not in before
    if view.words[index : index + 1] != ("for",) or past:
        return None
    term = next((mention for mention in view.durations if index < mention.first <= index + 2), None)
    passed = term is not None and bool(_SO_FAR & set(view.words[term.last + 1 : term.last + 2]))
    return None if passed else term


def treaty_complement(
    view: View, predicate: Predicate, group: VerbGroup, subjects: tuple[Mention, ...]
) -> Mention | None:
    """The other treaty: "replaced X", "was superseded by X", "as the successor to X"."""
    start = predicate.last
    inner = next((mention for mention in view.treaties if start > mention.first > predicate.first), None)
    if inner is not None:
        return inner
    if group.passive and predicate.kind == "verb":
        start = next(
            (
                i
                for i in range(predicate.last + 1, min(predicate.last + 8, view.length))
                if view.words[i] in {"by", "with"}
            ),
            -1,
        )
        if start < 0:
            return None
    for mention in objects(view, start):
        if mention not in subjects:
            return mention
    return None
