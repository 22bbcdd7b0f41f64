"""Which date belongs to which predicate."""

from __future__ import annotations

from treatycheck.claims.date_owners import (
    belongs_to_name_before,
    has_own_participle,
    is_measured_from,
    is_of_named_next,
    is_of_next,
    is_of_person,
    is_of_telling,
    opens_main_clause,
    opens_next_clause,
    turns_after_aside,
    turns_to_other_verb,
)
from treatycheck.claims.noun_dates import is_of_other_verb
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.saying import SAID
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, RELATIVE
from treatycheck.mentions.told_dates import DEICTIC, ELAPSED, TOLD
from treatycheck.model import Mention

_STOPS = RELATIVE | frozenset({";", "but", "while", "whereas", "although", "though", "because", "|"})
_BEFORE_DATE = frozenset(
    "in on by early late mid - the since from during until and but then finally as of later * around".split()
)
CLAUSE_OPENERS = RELATIVE | frozenset(
    ', ; : ( \u2014 \u2013 . " \u201c ] | while when that although though said to'.split()
)
_TOLD_STOPS = frozenset({",", ";", ":", "|"}) | RELATIVE
_APART = frozenset({"after", "before", "when", "until"})
_TIMES_OF_DAY = frozenset("midnight daybreak noon sunrise sunset night evening morning afternoon eve dawn".split())
_NEAR_NOUN = 4
# how close before its verb a relative pronoun stands
_NEAR_RELATIVE = 3
_NEXT_TO_NOTHING = frozenset("it them first last again finally , in on late early".split())
LONGEST_DISTANCE, _LONGEST_ASIDE, _LONGEST_TOLD = 30, 12, 14
_COUNTED_FROM = frozenset({"later", "earlier", "after", "before"})
# what compares: "more than", not "hardly had it been signed than"
_COMPARING = frozenset("more less fewer later earlier rather other sooner longer".split())
_OTHER_VERBS = AUXILIARY - {"'s", "being", "been"}
_FOLLOWED = ("followed", "by")
_AT_HEAD = _BEFORE_DATE | _TIMES_OF_DAY


def attached_date(view: View, predicate: Predicate, group_first: int) -> Mention | None:
    """The date that says when: behind the predicate before the next one, or fronted in its clause."""
    return view.once(_attached_date, predicate, group_first)


def _attached_date(view: View, predicate: Predicate, group_first: int) -> Mention | None:
    date = _nearest_date(view, predicate, group_first)
    date = date and (_spelled_out(view, date) or date)
    if date is None or date in view.told or predicate.kind != "noun":
        return date
    return None if is_of_other_verb(view, predicate, date) else date


def _spelled_out(view: View, date: Mention) -> Mention | None:
    """The day itself in "two years later, on 16 February 2005"."""
    if view.words[date.last] not in _COUNTED_FROM:
        return None
    behind = next((other for other in view.dates if other.first > date.last), None)
    joint = view.words[date.last + 1 : behind.first] if behind is not None else ()
    return behind if joint in {(",", "on"), (",", "in"), (",",)} else None


def _nearest_date(view: View, predicate: Predicate, group_first: int) -> Mention | None:
    within = (date for date in view.dates if predicate.first < date.first <= predicate.last and _free(view, date))
    if inside := next(within, None):
        return inside
    if told := _told_before(view, group_first):
        return told
    if elapsed := _elapsed(view, predicate):
        return elapsed
    right = _date_behind(view, predicate)
    if right is not None and is_measured_from(view, predicate, group_first, right):
        right = None
    if right is not None and _is_close(view, predicate, right):
        return right
    beside = next((date for date in view.dates if date.last == group_first - 1 and _free(view, date)), None)
    if beside is not None and (
        predicate.kind == "noun" or (right is None and (_is_inserted(view, beside) or _is_deictic(view, beside)))
    ):
        return beside
    left = _date_before(view, group_first) or _date_of_light_verb(view, predicate)
    if left is not None and _signs_since(view, predicate, left):
        left = None
    if left is not None and (right is None or group_first - left.last <= 3):
        return left
    return right or left


def _told_before(view: View, group_first: int) -> Mention | None:
    """ "in force since Sunday, two years after it was adopted": the date that opens a verb's own clause."""
    told = next((d for d in reversed(view.told) if d.last < group_first and d.detail == TOLD), None)
    if told is None or group_first - told.last > _LONGEST_TOLD:
        return None
    if _TOLD_STOPS & set(view.words[told.last + 1 : group_first]):
        return None
    verbs = (other for other in view.predicates if other.kind == "verb")
    return None if any(told.last < other.first < group_first for other in verbs) else told


def _elapsed(view: View, predicate: Predicate) -> Mention | None:
    """ "has been in force for 22 years": how long ago that began."""
    if predicate.kind != "adjective":
        return None
    passed = (
        date for date in view.told if date.detail == ELAPSED and 0 < date.first - predicate.last <= _LONGEST_ASIDE
    )
    return next((date for date in passed if "," not in view.words[predicate.last : date.first]), None)


def _is_close(view: View, predicate: Predicate, date: Mention) -> bool:
    """ "left in 2021", "left it first, in 2021": no comma, or next to nothing, before the date."""
    between = view.words[predicate.last + 1 : date.first]
    return len(between) < 4 or "," not in between or set(between) <= _NEXT_TO_NOTHING


def _free(view: View, mention: Mention) -> bool:
    return mention not in view.name_years and not is_of_named_next(view, mention)


def _date_behind(view: View, predicate: Predicate) -> Mention | None:
    for mention in view.dates:
        if mention.first <= predicate.last or not _free(view, mention) or is_of_person(view, mention):
            continue
        if mention.first - predicate.last > LONGEST_DISTANCE:
            return None
        if _signs_since(view, predicate, mention):
            return None
        return mention if _reaches(view, predicate, mention) else None
    return None


def _signs_since(view: View, predicate: Predicate, date: Mention) -> bool:
    """ "has been signed by many since 1992", "as of 1992, many have signed": no day of signature."""
    signing = any(frame.relation == "signed" for frame in predicate.frames)
    before = view.words[max(0, date.first - 2) : date.first]
    return predicate.kind == "verb" and signing and (before[-1:] == ("since",) or before == ("as", "of"))


def _reaches(view: View, predicate: Predicate, mention: Mention) -> bool:
    """No other clause begins between a predicate and a date behind it."""
    aside = _aside(view, predicate.last + 1, mention.first)
    for index in range(predicate.last + 1, mention.first):
        if index in aside:
            continue
        word = view.words[index]
        if word == "that" and view.words[index - 1] in {"of", "in", "at", "on"}:
            continue
        if word in _STOPS and not _inside_name(view, index):
            return False
        if word in _OTHER_VERBS or word in SAID or turns_to_other_verb(view, predicate.last, index):
            return False
        if word in _APART and index < mention.first - 2 and view.words[index + 1] not in _TIMES_OF_DAY:
            return False
        if opens_main_clause(view, index, mention.first) or view.words[index : index + 2] == _FOLLOWED:
            return False
        if word == "than" and view.words[index - 1] not in _COMPARING:
            return False
        if view.predicates_between(index, index + 1):
            return False
    if turns_after_aside(view, predicate.last + 1, mention.first):
        return False
    if opens_next_clause(view, mention) or any(is_of_next(view, predicate, one, mention) for one in view.treaties):
        return False
    own = predicate.last < mention.first - 3 and has_own_participle(view, mention)
    return not own and not belongs_to_name_before(view, mention)


def _is_inserted(view: View, date: Mention) -> bool:
    """ "signed and in 1997 ratified", "voted in 1997 to ratify": a date put in before the verb that it dates."""
    behind = view.words[date.last + 1 : date.last + 2]
    before = view.words[max(0, date.first - 2) : date.first]
    return behind == ("to",) or bool({"and", "but", "then"} & set(before))


def _date_of_light_verb(view: View, predicate: Predicate) -> Mention | None:
    """ "Russia on Tuesday completed its withdrawal": the date of what is done with an event told by a noun."""
    if predicate.kind != "noun":
        return None
    for date in view.dates:
        between = view.words[date.last + 1 : predicate.first]
        if 0 < len(between) <= _NEAR_NOUN and between[0].endswith("ed") and _is_deictic(view, date):
            return None if set(between) & _TOLD_STOPS else date
    return None


def _is_deictic(view: View, date: Mention) -> bool:
    """ "the Senate on Thursday ratified", "the Assembly this morning adopted": told from the day of the text."""
    if not DEICTIC & set(view.words[date.first : date.last + 1]):
        return False
    before = date.first - 1 - (view.words[date.first - 1] in {"on", "late", "early", "in"})
    return not any(other.last == before for other in view.predicates)


def _aside(view: View, start: int, end: int) -> range:
    """The tokens between two commas right behind a verb: "was signed, after long talks, in 1987"."""
    if view.words[start : start + 1] != (",",):
        return range(0)
    for index in range(start + 1, min(end, start + _LONGEST_ASIDE)):
        if view.words[index] == ",":
            return range(start, index + 1) if end - index <= 3 else range(0)
    return range(0)


def _inside_name(view: View, index: int) -> bool:
    return view.mention_at(view.treaties, index) is not None


def _date_before(view: View, group_first: int) -> Mention | None:
    """The nearest date left of a verb's subject that opens the clause: "In 1987 Reagan signed …"."""
    for mention in reversed(view.dates):
        if mention.last >= group_first or not _free(view, mention):
            continue
        if group_first - mention.last > LONGEST_DISTANCE or "let" in view.words[mention.last : group_first]:
            return None
        return mention if opens_clause(view, mention, group_first) else None
    return None


def opens_clause(view: View, mention: Mention, group_first: int) -> bool:
    """Whether a date stands at the head of the clause of a verb behind it, with no other event in between."""
    for other in view.predicates_between(mention.last + 1, group_first):
        if other.kind == "verb" and not all(frame.tentative for frame in other.frames):
            return False
    if any(word in {";", ":", "|"} for word in view.words[mention.last + 1 : group_first]):
        return False
    if is_of_telling(view, mention.last + 1, group_first):
        return False
    if {"which", "who", "whose"} & set(view.words[max(mention.last + 1, group_first - _NEAR_RELATIVE) : group_first]):
        return False
    index = mention.first - 1
    while index >= 0 and view.words[index] in _AT_HEAD:
        index -= 1
    return index < 0 or view.words[index] in CLAUSE_OPENERS
