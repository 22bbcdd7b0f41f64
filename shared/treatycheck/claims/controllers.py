"""Subjects that do not stand before their verb: "Peru became the 40th state to ratify", "India's refusal to sign"."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.clauses import actor_ending_at, past_interruption
from treatycheck.claims.governing import TITLES, before_aside, is_governed
from treatycheck.claims.verb_groups import COPULAS, VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import BE, DETERMINER, HAVE, MODAL, RELATIVE, is_adverb
from treatycheck.model import Mention

STATE_NOUNS = frozenset(
    "country countries state states nation nations government governments member members party parties power powers "
    "signatory signatories".split()
)
REFUSALS = frozenset({"refusal", "failure", "inability", "unwillingness", "reluctance"})
_RANKS = frozenset({("the", "first"), ("the", "last"), ("the", "latest"), ("among", "the", "first")})
_TELLING = frozenset(
    "refused refuses refusing declining failing declined declines failed fails voted votes managed proceeded".split()
)
_CHOOSING = frozenset({"decided", "chose", "opted", "decides", "chooses", "elected"})
_CONCEDING = frozenset({"despite", "without"})
_ACTING = frozenset({("being",), ("having",)})
_NOT = frozenset({("not",), ("ever",), ("never",), ("yet",)})
_ALLOWING = frozenset(
    "allow allows allowed allowing let lets letting permit permits permitted permitting enable enables enabled "
    "enabling".split()
)
_LONGEST_NOUN_PHRASE, _LONGEST_OPENING = 14, 20
_OPENERS = frozenset({"despite", "without", "not", "never", "ever", "having", "after", "before", "although", "though"})
_TOLD = _TELLING | REFUSALS
_LINKS = RELATIVE | {"to"}
_EQUATING = BE | COPULAS | {",", "as"}
_BESIDE_COPULA = HAVE | {"today", "still"}


def controller(view: View, group: VerbGroup, candidates: Sequence[Mention]) -> Mention | None:
    """Who is meant to act where the words before the verb are no actor: the last of the candidates that it may be."""
    return (
        before_aside(view, group.first - 1, candidates)
        or _of_predicate_noun(view, group)
        or _of_refusal(view, group, candidates)
        or _of_concession(view, group, candidates)
        or (_behind_opening(view, group) if not candidates else None)
    )


def asserts(view: View, group: VerbGroup) -> bool:
    """Whether an infinitive or a participle without auxiliary tells what happened: "voted to", "refused to"."""
    first = past_interruption(view, group.first)
    before = view.words[first - 1] if first else ""
    if before in _TOLD or (before == "without" and view.words[group.first].endswith("ing")):
        return True
    chosen = group.first > 1 and view.words[group.first : group.first + 1] == ("not",)
    return (chosen and before in _CHOOSING) or _of_predicate_noun(view, group) is not None


def _of_predicate_noun(view: View, group: VerbGroup) -> Mention | None:
    """ "Peru became the 40th state to ratify", "America is one of the few nations that have not signed"."""
    words = view.words
    end = group.first
    while end and (is_adverb(words[end - 1]) or words[end - 1] in _LINKS):
        end -= 1
    for index in range(end - 1, max(0, end - _LONGEST_NOUN_PHRASE), -1):
        if words[index] not in _EQUATING:
            continue
        named = words[index + 1 : end]
        of_states = STATE_NOUNS & set(named) and named[0] in DETERMINER | {"one", "among", "still"}
        return _subject_ending_before(view, index) if of_states or named in _RANKS else None
    return None


def _subject_ending_before(view: View, index: int) -> Mention | None:
    """The actor before a copula and its auxiliaries, and before an aside of its own."""
    words = view.words
    while index and (is_adverb(words[index - 1]) or words[index - 1] in _BESIDE_COPULA):
        index -= 1
    if index and words[index - 1] in MODAL:
        return None
    actor = actor_ending_at(view, index - 1) if index else None
    if actor is None and index and words[index - 1] == ",":
        opening = next((i for i in range(index - 2, max(0, index - 10), -1) if words[i] == ","), 0)
        actor = actor_ending_at(view, opening - 1) if opening else None
    return actor if actor is not None and not is_governed(view, actor) else None


def _of_refusal(view: View, group: VerbGroup, candidates: Sequence[Mention]) -> Mention | None:
    """ "India's long refusal to sign", "its failure to ratify"."""
    index = group.first - 1
    if index < 1 or view.words[index] not in REFUSALS:
        return None
    for place in range(index - 1, max(-1, index - 4), -1):
        if view.words[place] == "'s":
            return actor_ending_at(view, place - 1)
        if view.words[place] in {"its", "their"}:
            return next((mention for mention in reversed(candidates) if not is_governed(view, mention)), None)
    return None


def _of_concession(view: View, group: VerbGroup, candidates: Sequence[Mention]) -> Mention | None:
    """ "India built it despite not being a party", "lets India trade without being a party": whom the clause is about.

    It is whoever is allowed to act, else the subject that opens the sentence.
    """
    opener = next((i for i in range(group.first, max(0, group.first - 4), -1) if view.words[i] in _CONCEDING), None)
    behind = view.words[opener + 1 : opener + 3] if opener is not None else ()
    if opener is None or not (behind[:1] in _ACTING or (behind[:1] in _NOT and behind[1:] in _ACTING)):
        return None
    free = [mention for mention in candidates if mention.last < opener and not is_governed(view, mention)]
    allowed = [mention for mention in free if view.words[mention.first - 1 - _has_article(view, mention)] in _ALLOWING]
    opening = [mention for mention in free if mention.first <= 1]
    return next(iter((*allowed[-1:], *opening[:1])), None)


def _has_article(view: View, mention: Mention) -> int:
    return int(view.words[mention.first - 1] == "the")


def _behind_opening(view: View, group: VerbGroup) -> Mention | None:
    """ "Despite not being a party, India …", "Having signed the treaty, India …": the subject behind the comma."""
    words = view.words
    opening = [word for word in words[: group.first] if word[0].isalnum()]
    first = words[group.first]
    if not set(opening) <= _OPENERS or not (opening or first.endswith("ing")):
        return None
    if not ({"being", "having"} & {*opening, first} or any(word.endswith("ing") for word in words[: group.first + 3])):
        return None
    reach = range(group.first, min(view.length, group.first + _LONGEST_OPENING))
    comma = next((index for index in reach if words[index] == ","), 0)
    index = comma + 1
    while comma and index < view.length and words[index] in DETERMINER | TITLES:
        index += 1
    return next((m for m in (*view.people, *view.parties) if comma and m.first == index), None)
