"""Judges free text: what a treaty bans or requires, what it was the first to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from treatycheck.judging.case import NO_FACT, Case, Finding, matches
from treatycheck.judging.meaning import meaning, permits, weight
from treatycheck.model import PERMISSION, Fact
from treatycheck.text.likeness import content_words, overlap


@dataclass(frozen=True, slots=True)
class _Bar:
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
_PLAIN_AGREEMENT = 0.5
_BANS = frozenset("bans bars forbids prohibits outlaws limits restricts weapons mines missiles".split())


def judge_text(case: Case) -> Finding:
    """Supported where the phrase plainly agrees with one of the treaty's; never refuted on likeness alone."""
    if case.claim.relation != "prohibits":
        return _first(case)
    bar = _BARS.get(case.claim.rule, _LOOSE) if case.claim.tentative else _PLAIN
    facts = _of_its_kind(case, case.of("prohibits") if bar is _BARE else case.of("prohibits", "limit", "first"))
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
    allowed = (case.claim.stage == PERMISSION or permits(_text(case))) and not case.claim.negated
    if not allowed:
        return [fact for fact in facts if fact.negated == case.claim.negated]
    return [fact for fact in facts if fact.negated != _is_allowed(fact)]


def _is_allowed(fact: Fact) -> bool:
    """Whether a fact, not denied, tells what may be done: a noun alone is what a treaty bans."""
    first = fact.value.split(" ", 1)[0]
    tells = first.endswith("s") and first not in _BANS and fact.relation == "prohibits"
    return fact.relation != "prohibits" or tells or permits(fact.value)


def _nearest(case: Case, facts: list[Fact], bar: _Bar) -> tuple[float, Fact] | None:
    """The fact that shares most with the text, where that is enough, and how much of the shorter it is."""
    whole = meaning(_text(case))
    said = whole - meaning(case.treaty.name) or whole
    best: tuple[float, Fact] | None = None
    everything: frozenset[str] = meaning(f"{case.treaty.subject} {case.treaty.name} {case.treaty.official_title}")
    heaviest: tuple[float, Fact] | None = None
    for fact in facts:
        meant = meaning(f"{fact.value} {fact.item or ''}")
        everything |= meant
        shared = weight(said & meant)
        if heaviest is None or shared > heaviest[0]:
            heaviest = shared, fact
        likeness = shared / max(0.5, min(weight(said), weight(meant)))
        enough = shared >= bar.shared and likeness >= bar.of_shorter
        enough = enough and shared >= bar.of_fact * weight(meant) and shared >= bar.of_text * weight(said)
        if enough and (best is None or likeness > best[0]):
            best = min(1.0, likeness), fact
    if best is None and heaviest is not None and heaviest[0]:
        covered = weight(whole & everything)
        enough = covered >= max(bar.shared, bar.of_all * weight(whole))
        return (0.5, heaviest[1]) if enough else None
    return best


def _first(case: Case) -> Finding:
    scored = [
        (overlap(_text(case), f"{fact.value} {fact.item or ''}"), fact)
        for fact in case.of(case.claim.relation)
        if fact.negated == case.claim.negated
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return matches((best[1],), 0.6 + 0.3 * best[0]) if best and best[0] >= _PLAIN_AGREEMENT else NO_FACT
