"""Judges free text: what a treaty bans or requires, what it was the first to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.contradictions import contradiction
from treatycheck.judging.first_parties import judge_first_party, of_other_state
from treatycheck.judging.listed_states import swapped_state
from treatycheck.judging.meaning import meaning, permits, telling, weight
from treatycheck.judging.told_numbers import numbers_fit
from treatycheck.model import PERMISSION, Fact
from treatycheck.text.likeness import content_words


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
_BANS = frozenset("bans bars forbids prohibits outlaws limits restricts weapons mines missiles".split())


def judge_text(case: Case) -> Finding:
    """Supported where the phrase plainly agrees with one of the treaty's, refuted where it plainly contradicts one."""
    if case.claim.relation != "prohibits":
        return _first(case)
    prohibits = case.of("prohibits")
    own = _of_its_kind(case, prohibits)
    if wrong := contradiction(case, own, [fact for fact in prohibits if fact not in own]):
        return wrong
    if not numbers_fit(case, _text(case)):
        return NO_FACT
    if swapped := swapped_state(case):
        return swapped
    bar = _BARS.get(case.claim.rule, _LOOSE) if case.claim.tentative else _PLAIN
    relations = ("prohibits",) if bar is _BARE else ("prohibits", "limit", "first")
    facts = _of_its_kind(case, case.of(*relations))
    best = _nearest(case, facts, bar)
    if best is not None:
        return matches((best[1],), 0.5 + 0.4 * best[0])
    plain = bar is _PLAIN and not case.claim.negated and case.claim.stage != PERMISSION
    if plain and facts and content_words(_text(case)) & _subject(case):
        return matches((facts[0],), 0.6)
    return NO_FACT


def _text(case: Case) -> str:
    return case.claim.value.text


def _subject(case: Case) -> frozenset[str]:
    return content_words(case.treaty.subject)


def _of_its_kind(case: Case, facts: Iterable[Fact]) -> list[Fact]:
    """The facts that say as much as the claim: what is allowed is no ban, what is not banned is allowed."""
    if not _allows(case):
        return [fact for fact in facts if fact.negated == case.claim.negated]
    return [fact for fact in facts if fact.negated != _is_allowed(fact)]


def _allows(case: Case) -> bool:
    return (case.claim.stage == PERMISSION or permits(_text(case))) and not case.claim.negated


def _is_allowed(fact: Fact) -> bool:
    """Whether a fact, not denied, tells what may be done: a noun alone is what a treaty bans."""
    first = fact.value.split(" ", 1)[0]
    tells = first.endswith("s") and first not in _BANS and fact.relation == "prohibits"
    return fact.relation != "prohibits" or tells or permits(fact.value)


def _nearest(case: Case, facts: list[Fact], bar: _Bar) -> tuple[float, Fact] | None:
    """The fact that the text agrees with most, where it does enough, and how much of the shorter is shared."""
    whole = meaning(_text(case))
    plain = bar in (_PLAIN, _LOOSE) and not _allows(case)
    said = whole if plain else whole - telling(meaning(case.treaty.name)) or whole
    scored = [(_agreement(said, _meant(fact), bar), fact) for fact in facts]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is not None and best[0]:
        return best
    return _covered(case, whole, facts, bar) if plain else None


def _meant(fact: Fact) -> frozenset[str]:
    return meaning(f"{fact.value} {fact.item or ''}")


def _agreement(said: frozenset[str], meant: frozenset[str], bar: _Bar) -> float:
    """How much of the shorter is shared, 0 where that is not enough."""
    shared = weight(said & meant)
    likeness = shared / max(0.5, min(weight(said), weight(meant)))
    enough = shared >= bar.shared and likeness >= max(_LEAST, bar.of_shorter - _EASED * (shared - bar.shared))
    enough = enough and shared >= bar.of_fact * weight(meant) and shared >= bar.of_text * weight(said)
    return min(1.0, likeness) if enough else 0.0


def _covered(case: Case, said: frozenset[str], facts: list[Fact], bar: _Bar) -> tuple[float, Fact] | None:
    """The fact that shares most, where the treaty's facts and names together hold nearly all that is said."""
    treaty = case.treaty
    everything = meaning(f"{treaty.subject} {treaty.name} {treaty.official_title}").union(*map(_meant, facts))
    nearest = max(facts, key=lambda fact: weight(said & _meant(fact)), default=None)
    if nearest is None or not said & _meant(nearest):
        return None
    enough = weight(said & everything) >= max(bar.shared, bar.of_all * weight(said))
    return (_COVERED, nearest) if enough else None


def _first(case: Case) -> Finding:
    """By the fact that shares most, of the same rank and state: the first of a kind is not its last."""
    listed = judge_first_party(case)
    if listed.facts:
        return listed
    whole = meaning(_text(case))
    said = whole - telling(meaning(case.treaty.name)) or whole
    ranks = _RANKS & content_words(_text(case))
    bar = _LOOSE_FIRST if case.claim.tentative else _PLAIN_FIRST
    scored = [
        (_agreement(said - _RANKS, meaning(fact.value) - _RANKS, bar), fact)
        for fact in case.of(case.claim.relation)
        if fact.negated == case.claim.negated and ranks & content_words(fact.value) and not of_other_state(case, fact)
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return matches((best[1],), 0.6 + 0.3 * best[0]) if best and best[0] else NO_FACT
