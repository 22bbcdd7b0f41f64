"""Which treaty a shared name means, told by years, words, neighbours and the text's own date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache

from treatycheck.linking.misspellings import is_of_a_place
from treatycheck.model import Claim, Fact, MatchMethod, Mention, Treaty
from treatycheck.values.edtf import bounds, year_of

# years since a treaty was made, for which it is new, and from which it is old
_NEW, _OLD = 2, 10
# a year so many years off may still be meant for a treaty's
_YEARS_NEAR, _YEARS_FAR = 3, 12
# so many times the weight of the next one's words tells a treaty
_PLAINLY_MORE = 1.5
_WORD = re.compile(r"\w+")


def resolve_mention(
    mention: Mention,
    year: Mention | None,
    treaties: Mapping[str, Treaty],
    named: Set[str],
    spoken_for: Mapping[str, float],
    published: date | None,
) -> Mention:
    """A shared name with its treaty where one can be told, else as it was."""
    candidates = [treaties[item] for item in mention.candidates if item in treaties]
    if year is not None:
        dated = _of_year(candidates, year, 0 if is_of_a_place(mention.text) else _YEARS_NEAR)
        if dated is not None:
            return _as(mention, dated, 0.95)
        if not mention.value and _is_of_none(candidates, year):
            return mention._replace(candidates=())
    if mention.value:
        return mention
    spoken = sorted(((spoken_for.get(treaty.id, 0.0), treaty) for treaty in candidates), key=lambda item: -item[0])
    if spoken and spoken[0][0] > 0 and (len(spoken) == 1 or spoken[0][0] >= _PLAINLY_MORE * spoken[1][0]):
        return _as(mention, spoken[0][1], 0.9)
    told = [treaty for treaty in candidates if treaty.id in named]
    if len(told) == 1:
        return _as(mention, told[0], 0.9)
    if published is not None:
        told = [treaty for treaty in candidates if treaty.year <= published.year]
        if len(told) == 1:
            return _as(mention, told[0], 0.85)
        if told and len(told) < len(candidates):
            return mention._replace(candidates=tuple(treaty.id for treaty in told))
    return mention


def _of_year(candidates: Sequence[Treaty], year: Mention, most_off: int) -> Treaty | None:
    """The only treaty of a year, else the only one at the most so many years off: of a city many may be named."""
    stated = year_of(year.value)
    if stated is None:
        return None
    for reach in (0, most_off):
        near = [treaty for treaty in candidates if abs(treaty.year - stated) <= reach]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _is_of_none(candidates: Sequence[Treaty], year: Mention) -> bool:
    """Whether a year is so far from all treaties of a name that another one must be meant."""
    stated = year_of(year.value)
    return stated is not None and all(abs(treaty.year - stated) > _YEARS_FAR for treaty in candidates)


def spoken_for_by_context(
    candidates: Iterable[str], treaties: Mapping[str, Treaty], bearers: Callable[[str], int], text: str
) -> dict[str, float]:
    """How plainly the words of a text in lower case speak for each candidate: each phrase of a context ("opium war")
    counts by how few treaties bear it."""
    spoken = _in_words(text)
    told = {item: phrases_of(treaties[item]) for item in candidates if item in treaties}
    return {item: sum(1 / bearers(phrase) for phrase in own if phrase in spoken) for item, own in told.items()}


def phrases_of(treaty: Treaty) -> frozenset[str]:
    """The phrases of a treaty's context, one space around each word."""
    return _phrases(treaty.context)


@lru_cache(maxsize=1024)
def _phrases(context: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_in_words(word.lower()) for word in context)


def _in_words(text: str) -> str:
    """The words of a text, one space around each."""
    return f" {' '.join(_WORD.findall(text))} "


def _as(mention: Mention, treaty: Treaty, score: float) -> Mention:
    return mention._replace(value=treaty.id, method=MatchMethod.CONTEXT, score=score)


def resolve_claim(claim: Claim, facts: Mapping[str, tuple[Fact, ...]], published: date | None) -> Claim:
    """The claim with a still shared name resolved by the facts: what was in force, else what the claim fits."""
    mention = claim.treaty
    if mention.value:
        return claim
    for told in (
        _in_force(mention, facts, published),
        _ever_in_force(claim, facts),
        _by_value(claim, facts),
        _just_made(mention, facts, published),
    ):
        if len(told) == 1:
            resolved = mention._replace(value=told[0], method=MatchMethod.CONTEXT, score=0.8)
            return claim._replace(treaty=resolved)
    return claim


def _in_force(mention: Mention, facts: Mapping[str, tuple[Fact, ...]], published: date | None) -> list[str]:
    if published is None:
        return []
    return [item for item in mention.candidates if _was_in_force(facts.get(item, ()), published)]


def _was_in_force(facts: Sequence[Fact], day: date) -> bool:
    entered = [
        limits.earliest for fact in facts if fact.relation == "entered_into_force" and (limits := bounds(fact.value))
    ]
    ended = [
        limits.latest for fact in facts if fact.relation in {"terminated", "expires"} and (limits := bounds(fact.value))
    ]
    return bool(entered) and min(entered) <= day and not (ended and max(ended) < day)


def _ever_in_force(claim: Claim, facts: Mapping[str, tuple[Fact, ...]]) -> list[str]:
    """A date of expiry speaks of a treaty that took effect, and of one that had begun by then."""
    year = year_of(claim.value.normalized)
    if claim.relation not in {"expires", "extended", "terminated"} or year is None:
        return []
    return [
        item
        for item in claim.treaty.candidates
        if any(
            fact.relation == "entered_into_force" and (began := year_of(fact.value)) is not None and began <= year
            for fact in facts.get(item, ())
        )
    ]


def _just_made(mention: Mention, facts: Mapping[str, tuple[Fact, ...]], published: date | None) -> list[str]:
    """The one that was new when the text was written, where all others were old by then."""
    if published is None:
        return []
    ages = {item: _years_since_made(facts.get(item, ()), published) for item in mention.candidates}
    if any(age is None for age in ages.values()):
        return []
    new = [item for item, age in ages.items() if age is not None and 0 <= age <= _NEW]
    old = [item for item, age in ages.items() if age is not None and age >= _OLD]
    return new if len(new) + len(old) == len(ages) else []


def _years_since_made(facts: Sequence[Fact], day: date) -> int | None:
    years = [year for fact in facts if fact.relation in {"signed", "adopted"} and (year := year_of(fact.value))]
    return day.year - min(years) if years else None


def _by_value(claim: Claim, facts: Mapping[str, tuple[Fact, ...]]) -> list[str]:
    year = year_of(claim.value.normalized)
    if year is None:
        return []
    return [
        item
        for item in claim.treaty.candidates
        if any(fact.relation == claim.relation and year_of(fact.value) == year for fact in facts.get(item, ()))
    ]
