"""Judges free text: what a treaty bans or requires, what it was the first to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.contradictions import contradiction
from treatycheck.judging.first_parties import judge_first_party, of_other_state
from treatycheck.judging.listed_states import swapped_state
from treatycheck.judging.told_numbers import numbers_fit
from treatycheck.mentions.meaning import meaning, permits, telling, weight
from treatycheck.model import PERMISSION, Fact
from treatycheck.text.likeness import content_words, words


class _Bar(NamedTuple):
    """How much a text and a fact must share: in weight, of the shorter, of the fact, of the text, of all facts."""

    shared: float
    of_shorter: float
    of_fact: float
    of_text: float
    of_all: float


_PLAIN = _Bar(1.0, 0.5, 0.0, 0.0, 0.7)
# the words are loose, the roles are clear
_LOOSE = _Bar(1.5, 0.4, 0.0, 0.25, 0.7)
# neither the words nor the roles tell
_BARE = _Bar(2.5, 0.5, 0.5, 0.4, 9.9)
_BARS = {"prohibits/statement": _BARE, "prohibits/party": _Bar(2.0, 0.5, 0.0, 0.4, 9.9)}
_PLAIN_FIRST, _LOOSE_FIRST = _Bar(0.5, 0.5, 0.0, 0.0, 9.9), _Bar(1.5, 0.5, 0.0, 0.0, 9.9)
# how sure a statement is that no single fact makes
_COVERED = 0.5
_RANKS = frozenset({"first", "only", "last"})
# the more is shared, the more may differ
_EASED, _LEAST = 0.08, 0.3
# "of its own free will" allows nothing
_PLAINLY_ALLOWED = frozenset(
    "allow allows allowed allowing permit permits permitted permitting lets let right rights entitle entitles".split()
)
_BANS = frozenset("bans bars forbids prohibits outlaws limits restricts weapons mines missiles".split())


class _Content(NamedTuple):
    """A fact with the roots of its telling words, and what they weigh."""

    fact: Fact
    roots: frozenset[str]
    weight: float


def judge_text(case: Case) -> Finding:
    """Supported where the phrase plainly agrees with one of the treaty's, refuted where it plainly contradicts one."""
    if case.claim.relation != "prohibits":
        return _first(case)
    allows = _allows(case)
    own, others = case.facts.once(_kinds, allows, case.claim.negated)
    if _is_plain(case) and (wrong := contradiction(case, own, others)):
        return wrong
    bar = _BARS.get(case.claim.rule, _LOOSE) if case.claim.tentative else _PLAIN
    contents = case.facts.once(_contents, bar is _BARE, allows, case.claim.negated)
    best = _nearest(case, contents, bar, allows)
    if (best is None and case.claim.tentative) or not numbers_fit(case, _text(case)):
        return NO_FACT
    if swapped := swapped_state(case):
        return swapped
    if best is not None:
        return matches((best[1],), 0.5 + 0.4 * best[0])
    plain = bar is _PLAIN and not case.claim.negated and case.claim.stage != PERMISSION
    if plain and contents and content_words(_text(case)) & _subject(case):
        return matches((contents[0].fact,), 0.6)
    return NO_FACT


def _is_plain(case: Case) -> bool:
    """Whether a text's roles, and what it allows or bans, are clear enough for a contradiction."""
    if case.claim.rule in _BARS:
        return False
    allows = case.claim.stage == PERMISSION or not _PLAINLY_ALLOWED.isdisjoint(words(_text(case)))
    return _allows(case) is allows


def _text(case: Case) -> str:
    return case.claim.value.text


def _subject(case: Case) -> frozenset[str]:
    return content_words(case.treaty.subject)


def _kinds(facts: TreatyFacts, allows: bool, negated: bool) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts that tell what is banned or allowed, as a claim does, and those that tell the other."""
    told = [(fact, _is_of_kind(fact, allows, negated)) for fact in facts.of("prohibits")]
    return tuple(fact for fact, own in told if own), tuple(fact for fact, own in told if not own)


def _is_of_kind(fact: Fact, allows: bool, negated: bool) -> bool:
    """Whether a fact says as much as a claim: what is allowed is no ban, what is not banned is allowed."""
    return fact.negated == (not _is_allowed(fact) if allows else negated)


def _contents(facts: TreatyFacts, bare: bool, allows: bool, negated: bool) -> tuple[_Content, ...]:
    """The facts that say as much as a claim, with the roots of their words."""
    told = facts.of("prohibits") if bare else facts.of("prohibits", "limit", "first")
    of_kind = (fact for fact in told if _is_of_kind(fact, allows, negated))
    meant = ((fact, meaning(f"{fact.value} {fact.item or ''}")) for fact in of_kind)
    return tuple(_Content(fact, roots, weight(roots)) for fact, roots in meant)


def _everything(facts: TreatyFacts, bare: bool, allows: bool, negated: bool) -> frozenset[str]:
    """The roots of all of them together."""
    return frozenset().union(*(content.roots for content in facts.once(_contents, bare, allows, negated)))


def _allows(case: Case) -> bool:
    return not case.claim.negated and (case.claim.stage == PERMISSION or permits(_text(case)))


def _is_allowed(fact: Fact) -> bool:
    """Whether a fact, not denied, tells what may be done: a noun alone is what a treaty bans."""
    first = fact.value.split(" ", 1)[0]
    tells = first.endswith("s") and first not in _BANS and fact.relation == "prohibits"
    return fact.relation != "prohibits" or tells or permits(fact.value)


def _nearest(case: Case, contents: tuple[_Content, ...], bar: _Bar, allows: bool) -> tuple[float, Fact] | None:
    """The fact that the text agrees with most, where it does enough, and how much of the shorter is shared."""
    whole = meaning(_text(case))
    plain = bar in (_PLAIN, _LOOSE) and not allows
    said = whole if plain else whole - telling(meaning(case.treaty.name)) or whole
    everything = case.facts.once(_everything, bar is _BARE, allows, case.claim.negated)
    # what shares too little with all facts together shares too little with each
    best = _agreeing(said, contents, bar) if weight(said & everything) >= bar.shared else None
    return best or (_covered(case, whole, contents, bar) if plain else None)


def _agreeing(said: frozenset[str], contents: Iterable[_Content], bar: _Bar) -> tuple[float, Fact] | None:
    """The fact of which most is shared, where that is enough, and how much of the shorter it is."""
    best: tuple[float, Fact] | None = None
    own = weight(said)
    for content in contents:
        shared = weight(said & content.roots)
        # nothing else is looked at for most facts
        if shared < bar.shared:
            continue
        likeness = shared / max(0.5, min(own, content.weight))
        enough = likeness >= max(_LEAST, bar.of_shorter - _EASED * (shared - bar.shared))
        enough = enough and shared >= bar.of_fact * content.weight and shared >= bar.of_text * own
        if enough and (best is None or min(1.0, likeness) > best[0]):
            best = min(1.0, likeness), content.fact
    return best


def _covered(case: Case, said: frozenset[str], contents: tuple[_Content, ...], bar: _Bar) -> tuple[float, Fact] | None:
    """The fact that shares most, where the treaty's facts and names together hold nearly all that is said."""
    treaty = case.treaty
    told = case.facts.once(_everything, False, _allows(case), case.claim.negated)
    named = meaning(f"{treaty.subject} {treaty.name} {treaty.official_title}")
    if weight(said & (told | named)) < max(bar.shared, bar.of_all * weight(said)):
        return None
    nearest = max(contents, key=lambda content: weight(said & content.roots), default=None)
    return (_COVERED, nearest.fact) if nearest is not None and said & nearest.roots else None


def _first(case: Case) -> Finding:
    """By the fact that shares most, of the same rank and state: the first of a kind is not its last."""
    listed = judge_first_party(case)
    if listed.facts:
        return listed
    whole = meaning(_text(case))
    said = whole - telling(meaning(case.treaty.name)) or whole
    ranks = _RANKS & content_words(_text(case))
    bar = _LOOSE_FIRST if case.claim.tentative else _PLAIN_FIRST
    facts = (fact for fact in case.of(case.claim.relation) if fact.negated == case.claim.negated)
    same = (fact for fact in facts if ranks & content_words(fact.value) and not of_other_state(case, fact))
    meant = ((fact, meaning(fact.value) - _RANKS) for fact in same)
    best = _agreeing(said - _RANKS, (_Content(fact, roots, weight(roots)) for fact, roots in meant), bar)
    return matches((best[1],), 0.6 + 0.3 * best[0]) if best else NO_FACT
