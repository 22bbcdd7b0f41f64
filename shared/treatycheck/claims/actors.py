"""Who signs, ratifies, withdraws: people and parties in the roles of subject, by-phrase and possessor."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.actor_lists import JOINERS, OWNERS, actors, list_ending_at, list_from
from treatycheck.claims.announcements import announcing_verb
from treatycheck.claims.clauses import past_interruption
from treatycheck.claims.controllers import controller
from treatycheck.claims.governing import INSTITUTIONS, is_governed
from treatycheck.claims.predicates import Predicate
from treatycheck.claims.verb_groups import VerbGroup
from treatycheck.claims.view import View
from treatycheck.claims.words import AUXILIARY, PREPOSITION, RELATIVE, is_adverb
from treatycheck.model import Mention, MentionKind, Span

_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_MOST_UNNAMED = 6
_ALL = frozenset({"all", "every", "each", "everyone", "everybody", "no", "none"})
_ASIDES = frozenset({",", "(", ")", "-", "\u2013", "\u2014"})
_SAID_STATES = frozenset({("the", "country"), ("the", "government"), ("that", "country"), ("the", "nation")})
_ASIDE_OPENERS = frozenset("watched flanked joined accompanied with by under together unlike like followed".split())
_LONGEST_OTHERS, _LONGEST_CLAUSE = 7, 18
_OPENING = frozenset({"but", "and", "yet", "since", "then", ",", "however", "in", "so", "later"})
_CHOSE = frozenset({"chose", "chooses", "declines", "refuses", "fails", "votes", "decides"})
_OF_STATE = INSTITUTIONS | frozenset(
    "'s jr. upper lower national federal own foreign prime minister "
    "commissioners plenipotentiaries negotiators ambassadors".split()
)
_BESIDE_VERB = AUXILIARY | _REFLEXIVES
_DONE = AUXILIARY | _CHOSE
_CLAUSE_ENDS = RELATIVE | {";"}


def subject_actors(view: View, group: VerbGroup, kinds: Sequence[MentionKind]) -> list[Mention]:
    """The people or parties that are the subject of a verb: the list that ends before its group."""
    group = group._replace(first=past_interruption(view, group.first))
    candidates = [mention for mention in actors(view, kinds) if mention.last < group.first]
    candidates = [mention for mention in candidates if not _is_counted(view, mention)]
    if not candidates:
        behind = controller(view, group, candidates) or _state_before(view, group)
        return [behind] if behind else []
    if view.words[group.first - 1] in {"it", "they", "he", "she"} or _speaks_of_state(view, group):
        free = [mention for mention in candidates if not is_governed(view, mention)]
        free = [mention for mention in free if not _is_object(view, mention)] or free
        said = announcing_verb(view, group.first, saying=True)
        speakers = [mention for mention in free if said is not None and mention.last < said]
        chosen = speakers[-1:] or free[-1:]
        one = bool(chosen) and view.words[group.first - 1] == "they" and chosen[0].detail in {"name", "government"}
        return [] if one else chosen
    candidates = _outside_aside(view, candidates, group.first) or candidates
    last = candidates[-1]
    gap = list(view.words[last.last + 1 : group.first])
    if not _skippable(gap):
        earlier = controller(view, group, candidates) or _coordinated_subject(view, candidates, group)
        if earlier is None:
            return []
        last = earlier
    if last.kind is MentionKind.PERSON and gap[:1] == ["'s"] and len(list_ending_at(view, candidates, last)) > 1:
        # "Stalin and Mao's ministers signed"
        return []
    if is_governed(view, last):
        owner = next((m for m in reversed(candidates) if m.last < last.first - 1), None)
        if owner is None or is_governed(view, owner) or last.first - owner.last > 12:
            return []
        last = owner
    return [] if _is_excepted(view, last) else list_ending_at(view, candidates, last)


def _is_counted(view: View, mention: Mention) -> bool:
    """ "host to a million Afghans": so many people are not their state."""
    people = mention.detail == "demonyms" and mention.text.endswith("s")
    return people and any(number.last in {mention.first - 1, mention.last} for number in view.quantities)


def _is_object(view: View, person: Mention) -> bool:
    """ "Ford pardoned Nixon before he signed": whom somebody did something to."""
    before = view.words[person.first - 1] if person.first else ""
    person_before = any(other.last == person.first - 2 for other in view.people)
    return person.kind is MentionKind.PERSON and before.endswith("ed") and person_before


def _is_excepted(view: View, actor: Mention) -> bool:
    """ "all members but Poland are parties": whom the sentence leaves out."""
    excepted = view.words[max(0, actor.first - 2) : actor.first]
    return bool({"but", "except", "save"} & set(excepted)) and bool(_ALL & set(view.words[: actor.first]))


def _outside_aside(view: View, candidates: list[Mention], verb: int) -> list[Mention]:
    """ "Ribbentrop and Molotov, watched by a jovial Stalin, signed": those before an aside that ends at the verb."""
    if verb < 1 or view.words[verb - 1] != ",":
        return []
    opening = next((index for index in range(verb - 2, -1, -1) if view.words[index] == ","), -1)
    aside = view.words[opening + 1 : verb - 1]
    if opening < 1 or not set(aside[:3]) & _ASIDE_OPENERS:
        return []
    return [mention for mention in candidates if mention.last < opening]


def _state_before(view: View, group: VerbGroup) -> Mention | None:
    """ "Brazil signed in 1998. It has never ratified.": the state of the sentence before, put where "it" stands."""
    index = group.first - 1
    if view.state_before is None or index < 0 or view.words[index] != "it" or set(view.words[:index]) - _OPENING:
        return None
    token = view.sentence.tokens[index]
    return view.state_before._replace(span=Span(token.start, token.end), first=index, last=index, text=token.text)


def _speaks_of_state(view: View, group: VerbGroup) -> bool:
    """ "Burundi said that the country will leave": a noun that stands for a state named before."""
    return view.words[max(0, group.first - 2) : group.first] in _SAID_STATES


def is_singular_subject(view: View, group: VerbGroup) -> bool:
    """Whether one person or state stands before a verb: "the envoy", "who", no "leaders" or "they"."""
    index = group.first - 1
    while index > 0 and is_adverb(view.words[index]):
        index -= 1
    word = view.words[index] if index >= 0 else ""
    plural = word.endswith("s") and not word.endswith("ss") and not view.capitalised(index)
    return word.isalpha() and not plural and word not in {"they", "we", "both", "and", "all", "people"}


def _skippable(gap: list[str]) -> bool:
    """Nothing between a subject and its verb but asides, adverbs, auxiliaries, a government's noun."""
    words = [word for word in gap if not is_adverb(word) and word not in _BESIDE_VERB]
    if words[:1] == ["and"] and _are_unnamed(words[1:]):
        return True
    while words and words[0] in _OF_STATE:
        words.pop(0)
    if words and words[0] in _ASIDES and words[-1] in _ASIDES:
        return True
    if words and words[0] in {"and", ","} and {"other", "others"} & set(words[:4]) and len(words) <= _LONGEST_OTHERS:
        return True
    if words and words[0] in {"under", "(", "in", "on"} and len(words) < 6:
        return True
    return not words or words in (["who"], ["which"], [",", "who"], [",", "which"], ["have", "both"])


def _are_unnamed(words: Sequence[str]) -> bool:
    """ "Hobson and some forty chiefs signed": others of whom no name is told."""
    plural = bool(words) and words[-1].endswith("s") and words[-1].isalpha()
    return plural and len(words) <= _MOST_UNNAMED and not set(words) & (PREPOSITION | RELATIVE | JOINERS)


def _coordinated_subject(view: View, candidates: list[Mention], group: VerbGroup) -> Mention | None:
    """ "Russia signed in 2000 but withdrew in 2016": the subject of the verb that comes before "and" or "but"."""
    before = group.first - 1
    while before > 0 and (is_adverb(view.words[before]) or view.words[before] == ","):
        before -= 1
    gerund = group.first < view.length and view.words[group.first].endswith("ing")
    infinitive = group.infinitive
    if not (view.words[before] in {"and", "but", "then", "or", ";"} or gerund or infinitive):
        return None
    if infinitive and view.words[before] in {"refusing", "declining", "failing"}:
        return next((mention for mention in reversed(candidates) if not is_governed(view, mention)), None)
    verbs = [p for p in view.predicates if p.kind == "verb" and p.last < before]
    for mention in reversed(candidates):
        if is_governed(view, mention):
            continue
        between = view.words[mention.last + 1 : before + 1]
        acts = any(mention.last < verb.first for verb in verbs) or any(_is_done(word) for word in between)
        if acts or (group.auxiliary and between[0].endswith("s") and between[-1] == "but"):
            return mention
    return None


def _is_done(word: str) -> bool:
    return word in _DONE or word.endswith("ed")


def by_phrase(view: View, predicate: Predicate, kinds: Sequence[MentionKind]) -> list[Mention]:
    """The actors behind "by" after a passive verb, before the next verb."""
    for index in range(predicate.last + 1, min(predicate.last + 16, view.length)):
        if view.words[index] == "by":
            if _of_other_participle(view, predicate, index):
                return []
            found = list_from(view, index + 1, kinds)
            if found:
                return found
        verb = view.has_verb_at(index)
        joined = view.words[index] == "and" and bool(set(view.words[index + 1 : index + 2]) & AUXILIARY)
        if verb or joined or view.words[index] in {";", "which"}:
            return []
    return []


def _of_other_participle(view: View, predicate: Predicate, by: int) -> bool:
    """ "signed in Prague and announced by Putin": the agent of the second; "signed and sealed by" has one for both."""
    joined = view.words[by - 2 : by - 1] == ("and",) and view.words[by - 1].endswith("ed")
    return joined and by - 2 > predicate.last + 1


def signing_with(view: View, predicate: Predicate) -> list[Mention]:
    """ "signed the treaty with Brezhnev": the people who put their names beside the subject's."""
    for index in range(predicate.last + 1, min(predicate.last + _LONGEST_CLAUSE, view.length - 1)):
        if view.words[index] in _CLAUSE_ENDS or view.has_verb_at(index):
            return []
        if view.words[index] not in {"with", "alongside"}:
            continue
        listed = list_from(view, index + 1, (MentionKind.PERSON, MentionKind.PARTY))
        people = [mention for mention in listed if mention.kind is MentionKind.PERSON]
        behind = index == predicate.last + 1 or view.mention_at((*view.treaties, *view.dates, *view.places), index - 1)
        signing = behind and len(people) == len(listed) and bool(people)
        return people if signing and not _stands_by(view, people[-1].last + 1) else []
    return []


def _stands_by(view: View, index: int) -> bool:
    """ "with Carter as witness", "with Stalin looking on": who is there does not sign."""
    index += view.words[index : index + 1] == (",",)
    if index >= view.length:
        return False
    word, following = view.words[index], view.words[index + 1 : index + 2]
    near = word == "at" and bool(set(following) & OWNERS)
    return near or word in {"as", "by", "present", "behind", "beside", "'s", "who"} or word.endswith("ing")
