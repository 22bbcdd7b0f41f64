"""Whether a date is that of something else: of the next verb, the next thing, a person, a name, a participle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from treatycheck.claims.clauses import UNITS_OF_TIME, in_time_clause
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.saying import SAID
from treatycheck.claims.view import View
from treatycheck.claims.words import PASTS, PREPOSITION, PRONOUN
from treatycheck.model import Mention

_PARTS_OF_TIME = frozenset(
    "july june date the end beginning start middle close turn night evening morning afternoon eve day days month "
    "summer autumn fall spring winter half quarter week weeks hours".split()
)
_LEAST_CLAUSE, _LONGEST_SUBJECT = 3, 8
_TIMES = frozenset("day moment time year hour date morning night".split())
_TELLING_HOW = frozenset({"how", "why", "whether"})
_JOINTS = frozenset({("and",), ("but",), ("then",)})
_PAST_WORDS = frozenset((word,) for word in PASTS)


def is_of_person(view: View, date: Mention) -> bool:
    """ "Ford (1974-77)": when somebody lived or governed."""
    opened = view.words[date.first - 1 : date.first] == ("(",)
    return opened and any(person.last == date.first - 2 for person in view.people)


def opens_next_clause(view: View, date: Mention) -> bool:
    """ "came into force, and in 1980 it lapsed": the date of the clause behind it."""
    if _is_put_before_verb(view, date):
        return True
    joined = view.words[max(0, date.first - 3) : date.first - 1] == (",", "and")
    following = date.last + 1 + (view.words[date.last + 1 : date.last + 2] == (",",))
    if not joined or view.words[date.first - 1] not in {"in", "on", "by"} or following >= view.length:
        return False
    named = view.mention_at((*view.people, *view.parties, *view.treaties), following)
    return named is not None or view.words[following] in PRONOUN | {"the"}


def _is_put_before_verb(view: View, date: Mention) -> bool:
    """ "signed it and, in 2012, ratified it": a date between the joint and the verb behind it."""
    comma = view.words[date.last + 1 : date.last + 2] == (",",)
    following = date.last + 1 + comma
    start = date.first - (view.words[date.first - 1] in {"in", "on", "by"})
    before = view.words[max(0, start - 2) : start]
    joined = before[-1:] in _JOINTS or (before[-1:] == (",",) and before[:1] in _JOINTS)
    verbs = (verb.first for verb in view.predicates if verb.kind == "verb")
    return joined and (following in verbs or view.words[following : following + 1] in _PAST_WORDS)


def is_of_next(view: View, predicate: Predicate, treaty: Mention, date: Mention) -> bool:
    """ "was adopted in Basel, the Bamako Convention in Bamako in 1991": the date of the next one, its verb left out."""
    if treaty.detail or not predicate.last < treaty.first < date.first:
        return False
    first = treaty.first - (view.words[treaty.first - 1] == "the")
    told = any(predicate.last < one.first < first for one in (*view.dates, *view.places))
    return told and view.words[first - 1] in {",", "and"} and view.words[treaty.last + 1] in {"in", "on", "at"}


def is_of_named_next(view: View, date: Mention) -> bool:
    """ "neither signed the one nor, until 1996, the Treaty of Pelindaba": an aside before a second thing."""
    before, behind = view.words[max(0, date.first - 3) : date.first - 1], date.last + 1
    if before not in {("nor", ","), ("and", ","), ("or", ",")} or view.words[behind : behind + 1] != (",",):
        return False
    start = behind + 1 + (view.words[behind + 1 : behind + 2] == ("the",))
    return any(treaty.first in {behind + 1, start} for treaty in view.treaties)


def turns_to_other_verb(view: View, last: int, index: int) -> bool:
    """ "signed it and went home in 1785": whether a new verb stands at a token, behind the one that ends at `last`."""
    if view.words[index] not in {"and", "but"} or index <= last + 1 or index + 1 >= view.length:
        return False
    word = view.words[index + 1]
    return word in PASTS and not view.capitalised(index + 1)


def is_of_telling(view: View, start: int, end: int) -> bool:
    """ "On Friday they recalled how it was signed", "said that it was": whether the clause before `end` is told."""
    for index in range(start, min(end, view.length - 1)):
        word, behind = view.words[index], view.words[index + 1]
        if (
            word in _TELLING_HOW
            or (word in _TIMES and behind in {"when", "that", "on"})
            or (word in SAID and behind not in {",", "to"} and index + 1 < end)
        ):
            return True
    return False


def turns_after_aside(view: View, start: int, end: int) -> bool:
    """ "who had signed it, met Bush in Malta": whether a comma and the next verb stand between two tokens."""
    return any(word == "," and after in PASTS for word, after in pairwise(view.words[start:end]))


def opens_main_clause(view: View, index: int, end: int) -> bool:
    """ ", and the Philippines followed in 2019": whether an actor with a verb of its own stands behind a token."""
    if view.words[index] not in {"and", "but"} or view.words[index - 1] != ",":
        return False
    start = index + 1 + (view.words[index + 1 : index + 2] == ("the",))
    actor = next((mention for mention in (*view.parties, *view.people) if mention.first == start), None)
    behind = view.words[actor.last + 1] if actor is not None and actor.last + 1 < end else ""
    return behind[:1].isalpha() and behind not in PREPOSITION | {"and", "or"}


def is_measured_from(view: View, predicate: Predicate, group_first: int, date: Mention) -> bool:
    """ "three years after signing the treaty, in 1990": the date of something else, told from this event.

    So is "after the treaty was signed, they met, in 1990", where more than the date stands behind the comma, or
    "before it was signed the fleet sank, on 21 June".
    """
    before = view.words[max(0, predicate.first - 2) : predicate.first]
    between = view.words[predicate.last : date.first]
    if "," not in between:
        return False
    if UNITS_OF_TIME.intersection(_before_clause(view, group_first)):
        return True
    goes_on = has_verb_before_comma(between[1:]) or len(between) - between.index(",") > _LEAST_CLAUSE
    return bool({"after", "before"} & set(before)) or (goes_on and in_time_clause(view, group_first))


def has_verb_before_comma(words: Sequence[str]) -> bool:
    """ "the fleet scuttled itself, on 21 June"."""
    until = words.index(",") if "," in words else 0
    return any(word in PASTS or word.endswith("ed") for word in words[:until])


def _before_clause(view: View, group_first: int) -> tuple[str, ...]:
    """ "two years after it was signed, in 1999": the word before what opens a verb's clause."""
    reach = range(group_first - 1, max(0, group_first - _LONGEST_SUBJECT), -1)
    opener = next((index for index in reach if view.words[index] in {"after", "before"}), 0)
    return view.words[max(0, opener - 1) : opener]


def has_own_participle(view: View, date: Mention) -> bool:
    """ "revoked the ratification, given in 2000": the date of a participle behind a comma."""
    before = view.words[max(0, date.first - 3) : date.first]
    if len(before) < 3 or before[0] != "," or before[2] not in {"in", "on"}:
        return False
    return before[1].endswith(("ed", "en", "wn")) or before[1] in {"held", "made", "struck", "begun", "built", "set"}


def belongs_to_name_before(view: View, mention: Mention) -> bool:
    """ "after the war of 1812": the date of another noun."""
    before = view.words[mention.first - 1] if mention.first else ""
    return before == "of" and mention.first > 1 and view.words[mention.first - 2] not in _PARTS_OF_TIME
