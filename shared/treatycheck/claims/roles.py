"""Who does what to whom: finds what fills the roles of a predicate, once for all relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatycheck.claims.inflection import Form
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.view import View
from treatycheck.claims.words import (
    AUXILIARY,
    BE,
    COORDINATOR,
    DETERMINER,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    is_adverb,
)
from treatycheck.model import Mention

LONGEST_SUBJECT_GAP = 40
LONGEST_OBJECT_GAP = 12
SCHEDULING = frozenset({"due", "set", "scheduled", "slated", "bound", "meant", "supposed"})
_CLAUSE_MARKS = frozenset({";", ":", "|"})
_ADJECTIVES_IN_ING = frozenset({"binding", "existing", "sweeping", "outstanding", "ongoing", "founding", "crowning"})
COPULAS = frozenset({"remain", "remains", "remained", "become", "becomes", "became", "considered", "stay", "stays"})
_STATUS_WORDS = frozenset({"state", "full", "original", "founding", "legally", "not", "considered", "as", "states"})
_NOUN_OF_TEXT = frozenset(
    "text terms provisions version copies document instrument treaty agreement pact accord".split()
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: `first` is the leftmost of them; `passive` also for participles."""

    first: int
    passive: bool
    auxiliary: bool
    infinitive: bool
    singular: bool = False
    by_being: bool = False


def verb_group(view: View, predicate: Predicate) -> VerbGroup:
    """The auxiliaries, adverbs and negations that stand before a verb."""
    words = view.words
    index = predicate.first
    found_be = found_auxiliary = False
    infinitive = False
    nearest = ""
    while index > 0:
        word = words[index - 1]
        if word in AUXILIARY:
            found_auxiliary = True
            if word in BE and not nearest:
                found_be = True
            nearest = nearest or word
        elif word == "to" and (predicate.form is Form.BASE or words[index] in {"be", "have"}):
            infinitive = True
        elif (word in SCHEDULING and infinitive) or word == "n't" or (is_adverb(word) and index > 1):
            pass
        else:
            break
        index -= 1
    while index < predicate.first and is_adverb(words[index]) and words[index] not in {"not", "never"}:
        index += 1
    participle = predicate.form in {Form.PAST_OR_PARTICIPLE, Form.PARTICIPLE}
    reduced = participle and not found_auxiliary and _looks_reduced(view, predicate, index)
    return VerbGroup(
        index,
        participle and (found_be or reduced),
        found_auxiliary,
        infinitive and not found_auxiliary,
        predicate.form is Form.PRESENT or nearest in {"is", "was", "has"},
        found_be and not infinitive,
    )


def adjective_group(view: View, predicate: Predicate) -> VerbGroup:
    """The copula, negation and determiners before an adjective or predicate noun: "is not a party to"."""
    words = view.words
    index = predicate.first
    verb = False
    while index > 0:
        word = words[index - 1]
        verb = verb or word in BE or word in COPULAS
        if not (word in AUXILIARY | COPULAS | DETERMINER | _STATUS_WORDS or is_adverb(word)):
            break
        index -= 1
    return VerbGroup(index, True, verb, False)


def _looks_reduced(view: View, predicate: Predicate, first: int) -> bool:
    """A participle without auxiliary ("signed in 1987 by …") against a past tense with its object."""
    words = view.words
    if predicate.form is Form.PARTICIPLE:
        return True
    after = predicate.last + 1
    following = words[after] if after < len(words) else "."
    if following in PREPOSITION and following not in {"to"}:
        before = words[first - 1] if first else ","
        subject = actor_ending_at(view, first - 1) if first else None
        if subject is not None and before not in {",", "(", ")"} and following not in {"by"}:
            return _object_ahead(view, predicate) is None
        return True
    if following in {",", ".", ")", ";"} or not following[0].isalnum():
        return True
    if view.mention_at(view.dates, after) is not None or following.isdigit():
        return True
    return (
        first > 0
        and words[first - 1] in {",", "("}
        and following not in DETERMINER
        and _object_ahead(view, predicate) is None
    )


def _object_ahead(view: View, predicate: Predicate) -> Mention | None:
    return next(objects(view, predicate.last), None)


def actor_ending_at(view: View, index: int) -> Mention | None:
    """The person or party whose mention ends at a token."""
    for mention in (*view.people, *view.parties):
        if mention.last == index:
            return mention
    return None


def subject_treaty(view: View, predicate: Predicate, group: VerbGroup) -> Mention | None:
    """The treaty that a verb is said of: its subject, antecedent or the head that a participle modifies."""
    start = group.first
    words = view.words
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
    del words
    return None


def _is_fronted(view: View, start: int, group: VerbGroup) -> bool:
    """ "Signed in 1987, the treaty …": a participle that opens the sentence or a clause."""
    if group.auxiliary and view.words[start] not in {"being", "having"}:
        return False
    before = [word for word in view.words[:start] if word.isalpha() and not is_adverb(word)]
    return all(word in SUBORDINATOR | {"first", "originally"} for word in before) and not any(
        mention.last < start for mention in view.treaties
    )


def _treaty_behind_comma(view: View, last: int) -> Mention | None:
    for index in range(last + 1, view.length):
        if view.words[index] == ",":
            for mention in view.treaties:
                if mention.first > index and _only_modifiers(view, index + 1, mention.first):
                    return mention
    return None


def _only_modifiers(view: View, first: int, end: int) -> bool:
    """Nothing but determiners and adjectives between two tokens."""
    return end - first < 7 and not any(
        word in PREPOSITION | AUXILIARY | RELATIVE | COORDINATOR or word in _CLAUSE_MARKS or word == ","
        for word in view.words[first:end]
    )


def subject_link(view: View, mention: Mention, start: int, group: VerbGroup) -> bool:
    """Whether what stands between a treaty and a verb lets the one be the subject of the other."""
    between = list(view.words[mention.last + 1 : start])
    if any(mark in between for mark in _CLAUSE_MARKS):
        return False
    relative = bool(between) and between[-1] in RELATIVE
    participle = group.passive and not group.auxiliary
    if not between:
        return participle or not _inside_phrase(view, mention)
    if relative and len(between) < 3:
        return True
    if participle and between in ([","], ["("], ["-"], ["\u2014"], ["\u2013"], ["*", "*", "("], [")", "("]):
        return True
    inner = _without_asides(between)
    if not inner:
        return participle or relative or not _inside_phrase(view, mention)
    if inner[-1] in COORDINATOR:
        return not _inside_phrase(view, mention) and _shares_subject(view, mention, start, inner)
    if relative and group.singular and _plural(between[-2]):
        return not any(word in AUXILIARY for word in between)
    if relative:
        return not _has_verb(view, mention.last + 1, start - 1) or between[-2] in {",", "and"}
    if inner[0] in PREPOSITION and not _has_verb(view, mention.last + 1, start):
        tail = _after_last_comma(inner)
        return not _inside_phrase(view, mention) and tail == inner and not _ends_in_subject(view, start)
    if participle and inner[0] in {",", "("}:
        return not _ends_in_subject(view, start)
    return False


def _plural(word: str) -> bool:
    """ "missiles that expires": the pronoun cannot stand for the noun before it."""
    return word.endswith("s") and not word.endswith("ss")


def _after_last_comma(words: list[str]) -> list[str]:
    return words[len(words) - words[::-1].index(",") :] if "," in words else words


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
    return previous not in PREPOSITION | {"and", "&"}


def _shares_subject(view: View, mention: Mention, start: int, between: list[str]) -> bool:
    """ "was signed in 1991 and entered into force in 1994": the second verb has the first one's subject."""
    del between
    for other in view.predicates:
        if mention.last < other.first < start - 1 and other.kind != "noun":
            inner = view.words[mention.last + 1 : other.first]
            if (
                len([word for word in inner if word not in AUXILIARY and not is_adverb(word)]) <= 1
                or other.first - mention.last < 8
            ):
                return True
    gap = [word for word in view.words[mention.last + 1 : start] if word not in {",", "and", "("}]
    return not gap and not _inside_phrase(view, mention)


def _without_asides(words: list[str]) -> list[str]:
    """Leaves out parentheses, and a part between two commas that reaches both ends."""
    kept: list[str] = []
    depth = 0
    for word in words:
        if word in {"(", "["}:
            depth += 1
        elif word in {")", "]"} and depth:
            depth -= 1
        elif not depth:
            kept.append(word)
    if kept and kept[0] in {",", "\u2014", "\u2013"} and kept[-1] in {",", "\u2014", "\u2013"}:
        return []
    if len(kept) > 1 and kept[0] == "," and kept[-1] in RELATIVE and kept[-2] == ",":
        return []
    return kept


def _has_verb(view: View, first: int, end: int) -> bool:
    if any(word in AUXILIARY - {"'s"} for word in view.words[first:end]):
        return True
    return any(first <= other.first < end and other.kind == "verb" for other in view.predicates)


def _inside_phrase(view: View, mention: Mention) -> bool:
    """Whether a treaty stands behind a preposition, as in "the failure of the treaty"."""
    index = mention.first - 1
    steps = 0
    while index >= 0 and steps < 6 and view.words[index] not in PREPOSITION:
        word = view.words[index]
        if (
            word in {",", "and", "or", ";", "that", "which"}
            or word in AUXILIARY
            or view.mention_at(view.treaties, index)
        ):
            return False
        if word in DETERMINER and index and view.words[index - 1] not in PREPOSITION:
            return False
        index -= 1
        steps += 1
    if index < 0 or view.words[index] not in PREPOSITION:
        return False
    preposition = view.words[index]
    if preposition in SUBORDINATOR and preposition not in {"since", "until", "before", "after", "as"}:
        return False
    if preposition in {"after", "before", "since", "until", "as", "with", "despite"} and (
        index == 0 or view.words[index - 1] in {",", "(", "later"} or not view.words[index - 1].isalpha()
    ):
        return False
    return not (preposition == "of" and index and view.words[index - 1] in _NOUN_OF_TEXT)


def _may_look_further(view: View, mention: Mention, start: int) -> bool:
    """Whether an earlier treaty may be meant although this one stands between: asides and objects only."""
    inner = list(view.words[mention.last + 1 : start])
    return "," in inner or ")" in inner or _inside_phrase(view, mention) or "and" in inner


def objects(view: View, last: int) -> Iterator[Mention]:
    """The treaties that stand as object behind a token, with those that are joined to the first."""
    for position, mention in enumerate(view.treaties):
        if mention.first <= last:
            continue
        if not _object_gap(view, last + 1, mention.first):
            return
        yield mention
        yield from joined_after(view, position)
        return


def _object_gap(view: View, first: int, end: int) -> bool:
    if end - first > LONGEST_OBJECT_GAP:
        return False
    for index in range(first, end):
        word = view.words[index]
        if word in RELATIVE | SUBORDINATOR - {"as"} or word in AUXILIARY or word in _CLAUSE_MARKS:
            return False
        if word in PREPOSITION and not _passes_over(view, index):
            return False
        if word.endswith("ing") and len(word) > 5 and word not in _ADJECTIVES_IN_ING:
            return False
        if word in {"."}:
            return False
        if word in {",", "and"} and not _within_actor_list(view, index, first, end):
            return False
        if any(other.first == index and other.kind == "verb" for other in view.predicates):
            return False
    return True


def _passes_over(view: View, index: int) -> bool:
    """A preposition between a verb and its object: "signed in Moscow the …", "signed the text of the …"."""
    word = view.words[index]
    if word in {"with", "between", "by"}:
        return True
    if word in {"of", "to"}:
        return view.words[index - 1] in _NOUN_OF_TEXT
    behind = index + 1 + (view.words[index + 1 : index + 2] == ("the",))
    mentions = (*view.places, *view.dates)
    return word in {"in", "on", "at"} and any(mention.first == behind for mention in mentions)


def _within_actor_list(view: View, index: int, first: int, end: int) -> bool:
    mentions = (*view.people, *view.parties, *view.places, *view.dates)
    before = any(mention.last == index - 1 or mention.last == index - 2 for mention in mentions)
    return before and first < index < end


def joined_after(view: View, position: int) -> Iterator[Mention]:
    """Treaties coordinated with the one at a position: "the INF Treaty and (the 1990) CFE"."""
    for left, right in zip(view.treaties[position:], view.treaties[position + 1 :], strict=False):
        inner = _without_asides(list(view.words[left.last + 1 : right.first]))
        rest = [word for word in inner if word not in DETERMINER and not word.isdigit()]
        if not rest or not set(rest[:1]) <= {",", "and", "or", "&", "as"} or len(rest) > 5:
            return
        if any(word in PREPOSITION | AUXILIARY | RELATIVE for word in rest if word not in {"with"}):
            return
        if any(left.last < other.first < right.first for other in view.predicates if other.kind == "verb"):
            return
        yield right


def joined_before(view: View, mention: Mention) -> Iterator[Mention]:
    """Treaties that are joined to this one on its left: "the INF Treaty and START I were signed"."""
    for position, treaty in enumerate(view.treaties):
        if treaty is not mention and treaty.last < mention.first and mention in list(joined_after(view, position)):
            yield treaty


def antecedent_object(view: View, predicate: Predicate, group: VerbGroup) -> Mention | None:
    """ "the treaty that Reagan signed": the object of a verb in a relative clause."""
    for index in range(group.first - 1, max(-1, group.first - 12), -1):
        word = view.words[index]
        if word in {"that", "which"}:
            for mention in view.treaties:
                if index - 4 <= mention.last < index and not _has_verb(view, mention.last + 1, index):
                    return mention
            return None
        if word in _CLAUSE_MARKS:
            return None
    reduced = next((m for m in view.treaties if 0 < group.first - m.last <= 6), None)
    if reduced and predicate.form is not Form.GERUND:
        inner = view.words[reduced.last + 1 : group.first]
        actor = actor_ending_at(view, group.first - 1)
        if actor and actor.first == reduced.last + 1 and inner:
            return reduced
    return None
