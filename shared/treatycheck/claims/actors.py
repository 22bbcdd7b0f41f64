"""Who signs, ratifies, withdraws: people and parties in the roles of subject, by-phrase and possessor."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.clauses import actor_ending_at
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, DETERMINER, PREPOSITION, RELATIVE, is_adverb
from treatycheck.model import Mention, MentionKind

_LIST_WORDS = frozenset(", and & the both its well then -".split())
_GOVERNING = PREPOSITION - {"after", "before", "since", "until", "as"} | {"except", "excluding", "not", "than"}
_GOVERNMENT = frozenset(
    "'s government governments administration senate parliament congress legislature leader leaders president jr. team "
    "lawmakers troops delegation delegates cabinet".split()
)
_LONGEST_NOUN_PHRASE, _SUBJECT_GAP = 12, 3
_TITLES = frozenset(
    "president presidents prime minister ministers foreign secretary general leader leaders premier chairman king "
    "queen emperor tsar sultan chancellor mr. mr mrs. ambassador us u.s. former then senator sen. lt. gen. gen. gov. "
    "dr. state vice deputy chief of the "
    "negotiator negotiators delegate delegates diplomat diplomats counterpart attorney "
    "envoy representative representatives mrs premiers soviet american russian".split()
)


def actors(view: View, kinds: Sequence[MentionKind]) -> list[Mention]:
    """People and parties in order, a longer one before a shorter one that it holds."""
    chosen: list[Mention] = []
    pools = {MentionKind.PERSON: view.people, MentionKind.PARTY: view.parties}
    mentions = sorted((mention for kind in kinds for mention in pools[kind]), key=lambda item: (item.first, -item.last))
    for mention in mentions:
        if not chosen or mention.first > chosen[-1].last:
            chosen.append(mention)
    return chosen


def subject_actors(view: View, group: VerbGroup, kinds: Sequence[MentionKind]) -> list[Mention]:
    """The people or parties that are the subject of a verb: the list that ends before its group."""
    candidates = [mention for mention in actors(view, kinds) if mention.last < group.first]
    if not candidates:
        return []
    before = view.words[group.first - 1]
    if before in {"it", "they", "he", "she"}:
        free = [mention for mention in candidates if not _governed(view, mention)]
        return free[-1:]
    last = candidates[-1]
    gap = list(view.words[last.last + 1 : group.first])
    if not _skippable(gap):
        earlier = _coordinated_subject(view, candidates, group)
        if earlier is None:
            return []
        last = earlier
    if _governed(view, last):
        owner = next((m for m in reversed(candidates) if m.last < last.first - 1), None)
        if owner is None or _governed(view, owner) or last.first - owner.last > 12:
            return []
        last = owner
    return _list_ending_at(view, candidates, last)


def _skippable(gap: list[str]) -> bool:
    """Nothing between a subject and its verb but asides, adverbs, auxiliaries, a government's noun."""
    words = [word for word in gap if not is_adverb(word) and word not in AUXILIARY]
    while words and words[0] in _GOVERNMENT:
        words.pop(0)
    if words and words[0] in {",", "("} and words[-1] in {",", ")"}:
        return True
    if words and words[0] in {"under", "(", "in", "on"} and len(words) < 6:
        return True
    return not words or words in (["who"], ["which"], [",", "who"], [",", "which"], ["have", "both"])


def _coordinated_subject(view: View, candidates: list[Mention], group: VerbGroup) -> Mention | None:
    """ "Russia signed in 2000 but withdrew in 2016": the subject of the verb that comes before "and" or "but"."""
    before = group.first - 1
    while before > 0 and (is_adverb(view.words[before]) or view.words[before] == ","):
        before -= 1
    gerund = group.first < view.length and view.words[group.first].endswith("ing")
    infinitive = group.infinitive
    if not (view.words[before] in {"and", "but", "then", "or"} or gerund or infinitive):
        return None
    verbs = [p for p in view.predicates if p.kind == "verb" and p.last < before]
    for mention in reversed(candidates):
        if _governed(view, mention):
            continue
        if any(mention.last < verb.first for verb in verbs) or any(
            word in AUXILIARY or word.endswith("ed") for word in view.words[mention.last + 1 : before]
        ):
            return mention
    return None


def _governed(view: View, mention: Mention) -> bool:
    """Whether a preposition stands before the actor, its determiner and titles."""
    index = mention.first - 1
    while index >= 0 and (
        view.words[index] in DETERMINER or (view.words[index] in _TITLES and view.words[index] != "of")
    ):
        index -= 1
    return index >= 0 and view.words[index] in _GOVERNING


def _list_ending_at(view: View, candidates: list[Mention], last: Mention) -> list[Mention]:
    chosen = [last]
    for mention in reversed([m for m in candidates if m.last < last.first]):
        gap = [word for word in view.words[mention.last + 1 : chosen[0].first] if word not in _TITLES]
        if len(gap) > 4 or any(word not in _LIST_WORDS for word in gap):
            if not _modifies(mention, chosen[0]):
                break
            continue
        if not gap:
            continue
        chosen.insert(0, mention)
    return chosen


def _modifies(mention: Mention, following: Mention) -> bool:
    return mention.detail == "demonyms" and following.first - mention.last < 4


def list_from(view: View, start: int, kinds: Sequence[MentionKind]) -> list[Mention]:
    """The actors listed from a token on: "by Reagan and Gorbachev", "between Egypt and Israel"."""
    chosen: list[Mention] = []
    index = start
    for mention in actors(view, kinds):
        if mention.first < start:
            continue
        gap = [word for word in view.words[index : mention.first] if word not in _TITLES | _LIST_WORDS]
        if len(gap) > (3 if not chosen else 0) or any(word in AUXILIARY | RELATIVE | PREPOSITION for word in gap):
            break
        if chosen and not any(word in {",", "and", "&", "-"} for word in view.words[index : mention.first]):
            if chosen[-1].detail == "demonyms":
                chosen[-1] = mention
                index = mention.last + 1
                continue
            break
        chosen.append(mention)
        index = mention.last + 1
        if index < view.length and view.words[index] == "(":
            index = next((i + 1 for i in range(index, min(index + 5, view.length)) if view.words[i] == ")"), index)
    least = 2 if start and view.words[start - 1] == "between" else 1
    if len(chosen) > least and _begins_clause(view, chosen[-1]):
        chosen.pop()
    return chosen


def _begins_clause(view: View, mention: Mention) -> bool:
    """ "…, and Kissinger briefed reporters": the last of a list is the subject of what follows."""
    if mention.last + 1 >= view.length or not set(view.words[max(0, mention.first - 2) : mention.first]) & {"and", ","}:
        return False
    following = view.words[mention.last + 1]
    verb = any(other.first == mention.last + 1 and other.kind == "verb" for other in view.predicates)
    return verb or following in AUXILIARY - {"'s"} or (following.endswith("ed") and len(following) > 4)


def by_phrase(view: View, predicate: Predicate, kinds: Sequence[MentionKind]) -> list[Mention]:
    """The actors behind "by" after a passive verb, before the next verb."""
    for index in range(predicate.last + 1, min(predicate.last + 16, view.length)):
        if view.words[index] == "by":
            found = list_from(view, index + 1, kinds)
            if found:
                return found
        verb = any(other.kind == "verb" and other.first == index for other in view.predicates)
        if verb or view.words[index] in {";", "which"}:
            return []
    return []


def possessor(view: View, predicate: Predicate) -> Mention | None:
    """Whose noun it is: "the U.S. withdrawal", "Russia's suspension", "withdrawal of the United States"."""
    words = view.words
    index = predicate.first - 1
    steps = 0
    while index >= 0 and steps < 4:
        actor = actor_ending_at(view, index)
        if actor is not None:
            return actor
        if words[index] in PREPOSITION | {",", ";", ".", "("} or words[index] in AUXILIARY - {"'s"}:
            break
        index -= 1
        steps += 1
    after = predicate.last + 1
    if after < len(words) and words[after] in {"of", "by"}:
        listed = list_from(view, after + 1, (MentionKind.PARTY, MentionKind.PERSON))
        if listed and listed[0].first - after < 5:
            return listed[0]
    return _agent_behind(view, after) or _subject_of_verb_before(view, predicate)


def _agent_behind(view: View, start: int) -> Mention | None:
    """ "the ratification of the treaty by the Senate": the actor behind "by", the treaty passed over."""
    for index in range(start, min(start + _LONGEST_NOUN_PHRASE, len(view.words))):
        if view.words[index] == "by":
            listed = list_from(view, index + 1, (MentionKind.PARTY, MentionKind.PERSON))
            return listed[0] if listed else None
        if view.words[index] in RELATIVE | {",", ";"} or view.words[index] in AUXILIARY - {"'s"}:
            return None
    return None


def _subject_of_verb_before(view: View, predicate: Predicate) -> Mention | None:
    """ "completed ratification of": whoever does what is done with the noun."""
    index = predicate.first - 1
    while index > 0 and view.words[index] in DETERMINER:
        index -= 1
    if index < 1 or not view.words[index].endswith("ed"):
        return None
    before = [m for m in actors(view, (MentionKind.PARTY, MentionKind.PERSON)) if m.last < index]
    near = [m for m in before if not _governed(view, m) and index - m.last <= _SUBJECT_GAP]
    return near[-1] if near else None


def owner_by_pronoun(view: View, predicate: Predicate) -> Mention | None:
    """ "announced its withdrawal": the subject that "its" or "their" stands for."""
    if predicate.first == 0 or not any(
        word in {"its", "their", "his", "her"} for word in view.words[max(0, predicate.first - 3) : predicate.first]
    ):
        return None
    before = [m for m in actors(view, (MentionKind.PARTY, MentionKind.PERSON)) if m.last < predicate.first]
    free = [m for m in before if not _governed(view, m)]
    return free[-1] if free else None
