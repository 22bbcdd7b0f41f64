"""The treaties that a verb acts on, with those that are joined to them."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.clauses import CLAUSE_MARKS, NOUN_OF_TEXT, without_asides
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import (
    ADJECTIVES_IN_ING,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    HAVE,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    is_adverb,
)
from treatycheck.linking.joined_names import PLURALS
from treatycheck.linking.treaty_names import GENERIC
from treatycheck.model import Mention

LONGEST_OBJECT_GAP, _LONGEST_HEADING = 12, 5
_JOINING = frozenset({"and", "or", "but", ","}) | HAVE
# "the protocols to the one and the other treaty"
_APPENDED = frozenset({"protocols", "amendments", "annexes"})
_NAMED_NOUNS = NOUN_OF_TEXT | {"predecessor", "successor", "convention", "protocol"}
_NO_OBJECT = PREPOSITION | SUBORDINATOR | AUXILIARY | COORDINATOR | {"there", "here", "up", "today", "yesterday"}
_OTHER_CLAUSE = RELATIVE | SUBORDINATOR - {"as"} | AUXILIARY | CLAUSE_MARKS | {"."}
_PARTING = (PREPOSITION | AUXILIARY | RELATIVE) - {"with"}


def objects(view: View, last: int) -> Iterator[Mention]:
    """The treaties that stand as object behind a token, with those that are joined to the first."""
    last = _last_of_joined_verbs(view, last)
    listed = _listed_behind_colon(view, last)
    if listed:
        yield from listed
        return
    for position, mention in enumerate(view.treaties):
        if mention.first <= last:
            continue
        if not _object_gap(view, last + 1, mention.first) or _owns_another(view, mention):
            return
        if _opens_relative(view, last, mention):
            return
        yield mention
        if not (mention.first < mention.last and view.words[mention.first] in _APPENDED):
            yield from joined_after(view, position)
        return


def has_object(view: View, predicate: Predicate) -> bool:
    """Whether a noun of any kind stands right behind a verb: "ended the war", "ended decades of strife"."""
    index = predicate.last + 1
    if index >= view.length or view.mention_at((*view.dates, *view.durations), index):
        return False
    word = view.words[index]
    bare = word in _NO_OBJECT
    return word[0].isalnum() and not bare and not is_adverb(word)


# what is done to these of a treaty is done to it
_WHOLE = frozenset("ratification accession signature signing entry adoption extension expiry provisions".split())


def _opens_relative(view: View, last: int, mention: Mention) -> bool:
    """ "reached the ratifications it needed": a pronoun that is the subject of what describes another object."""
    before = view.words[mention.first - 1]
    apart = mention.first - 1 > last and before.isalpha() and before not in PREPOSITION and not is_adverb(before)
    return mention.detail == "pronoun" and view.words[mention.first] == "it" and apart


def _owns_another(view: View, mention: Mention) -> bool:
    """ "signed the convention's 1994 agreement", "dissolved its committee": what is of the treaty that is named."""
    behind = view.words[mention.last + 1 : mention.last + 5]
    if view.words[mention.last] in {"its", "their"} and mention.detail == "pronoun":
        if behind[:1] == ("own",):
            return True
        return not set(behind[:2]) & (NOUN_OF_TEXT | _WHOLE)
    return behind[:1] == ("'s",) and bool(GENERIC & set(behind))


def _listed_behind_colon(view: View, last: int) -> list[Mention]:
    """ "ratified the following conventions: (1) the …; (2) the …": all that the list names."""
    near = view.words[last + 1 : last + 1 + _LONGEST_HEADING]
    if "following" not in near or ":" not in view.words[last:]:
        return []
    colon = view.words.index(":", last)
    heading = set(view.words[last + 1 : colon])
    return [m for m in view.treaties if m.first > colon and not m.detail] if heading & PLURALS else []


def _last_of_joined_verbs(view: View, last: int) -> int:
    """ "signed, but has never ratified, the …": verbs that are joined share their object."""
    index = last + 1
    while index < view.length and (view.words[index] in _JOINING or is_adverb(view.words[index])):
        index += 1
    joined = index > last + 1 and set(view.words[last + 1 : index]) & {"and", "or", "but"}
    for other in view.predicates:
        if joined and other.first == index and other.kind == "verb":
            last_joined = _last_of_joined_verbs(view, other.last)
            closed = "," in view.words[last + 1 : index] and view.words[last_joined + 1 : last_joined + 2] == (",",)
            return last_joined + 1 if closed else last_joined
    return last


def _object_gap(view: View, first: int, end: int) -> bool:
    if end - first > LONGEST_OBJECT_GAP:
        return False
    for index in range(first, end):
        word = view.words[index]
        if word in _OTHER_CLAUSE:
            return False
        if word in PREPOSITION and not _passes_over(view, index):
            return False
        if word.endswith("ing") and len(word) > 5 and word not in ADJECTIVES_IN_ING:
            return False
        if word == "and" and _closes_other_object(view, first, index):
            return False
        if word in {",", "and"} and not (_within_actor_list(view, index, first, end) or _opens_name(view, index, end)):
            return False
        if view.has_verb_at(index):
            return False
    return True


def _passes_over(view: View, index: int) -> bool:
    """A preposition between a verb and its object: "signed in Moscow the …", "signed the text of the …"."""
    word = view.words[index]
    if word in {"with", "between", "by"}:
        return True
    if word in {"of", "to"}:
        return view.words[index - 1] in NOUN_OF_TEXT
    behind = index + 1 + (view.words[index + 1 : index + 2] == ("the",))
    mentions = (*view.places, *view.dates)
    return word in {"in", "on", "at"} and any(mention.first == behind for mention in mentions)


def _closes_other_object(view: View, first: int, joint: int) -> bool:
    """ "signed a communiqué on 29 September and the treaty in 1978": a date behind what else the verb acts on."""
    date = next((date for date in view.dates if date.last == joint - 1), None)
    between = view.words[first : date.first] if date is not None else ()
    return bool(set(between) - PREPOSITION - DETERMINER)


def _opens_name(view: View, index: int, end: int) -> bool:
    """ "its predecessor, the North American Free Trade Agreement": the comma between a noun and the name it is of."""
    named = view.words[index] == "," and view.words[index - 1] in _NAMED_NOUNS
    return named and set(view.words[index + 1 : end]) <= DETERMINER


def _within_actor_list(view: View, index: int, first: int, end: int) -> bool:
    mentions = (*view.people, *view.parties, *view.places, *view.dates)
    before = any(mention.last == index - 1 or mention.last == index - 2 for mention in mentions)
    return before and first < index < end


def joined_after(view: View, position: int) -> Iterator[Mention]:
    """Treaties coordinated with the one at a position: "the INF Treaty and (the 1990) CFE", "Basel, Rotterdam and"."""
    waiting: list[Mention] = []
    for left, right in zip(view.treaties[position:], view.treaties[position + 1 :], strict=False):
        if view.words[left.last + 1 : right.first] == (",",):
            waiting.append(right)
            continue
        if not _are_joined(view, left, right):
            return
        yield from waiting
        waiting = []
        yield right


def _are_joined(view: View, left: Mention, right: Mention) -> bool:
    if right.first == left.last + 1 and left.detail == right.detail == "noun":
        return True
    inner = without_asides(list(view.words[left.last + 1 : right.first]))
    rest = [word for word in inner if word not in DETERMINER and not word.isdigit()]
    if not rest or not set(rest[:1]) <= {",", "and", "or", "&", "as"} or len(rest) > 5:
        return False
    if {"predecessor", "successor"} & set(view.words[max(0, left.first - 3) : left.first]):
        return False
    if any(left.last < person.first < right.first and view.words[person.last + 1] != "'s" for person in view.people):
        # "Nixon signed the ABM Treaty, Carter SALT II": the verb is left out
        return False
    if any(word in _PARTING for word in rest):
        return False
    return not any(other.kind == "verb" for other in view.predicates_between(left.last + 1, right.first))


def joined_before(view: View, mention: Mention) -> Iterator[Mention]:
    """Treaties that are joined to this one on its left: "the INF Treaty and START I were signed"."""
    for position, treaty in enumerate(view.treaties):
        if treaty is not mention and treaty.last < mention.first and mention in list(joined_after(view, position)):
            yield treaty
