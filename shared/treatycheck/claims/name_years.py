"""Years that stand before, in or behind a treaty's name and assert its signature in passing."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.claims.frames import Filled
from treatycheck.claims.values import value_of
from treatycheck.claims.view import View
from treatycheck.model import Claim, Mention
from treatycheck.relations import relation_by_id

_RULE = "signed/name-year"
_ADJECTIVES = frozenset("landmark historic original so called famous soviet american controversial bilateral ill fated interim peace".split())
_BETWEEN = frozenset({"-", "'s", '"', "\u201c", "nuclear", "arms", "control", "*", "us", "u.s."})


def name_years(words: tuple[str, ...], treaties: tuple[Mention, ...], dates: tuple[Mention, ...]) -> dict[Mention, Mention]:
    """Dates that belong to a treaty's name, with the treaty."""
    found: dict[Mention, Mention] = {}
    for date in dates:
        if "/" in date.value or "X" in date.value or date.value.endswith("~"):
            continue
        for treaty in treaties:
            if treaty.detail != "pronoun" and _belongs(words, treaty, date):
                found[date] = treaty
                break
    return found


def _belongs(words: tuple[str, ...], treaty: Mention, date: Mention) -> bool:
    if treaty.first <= date.first and date.last <= treaty.last:
        return True
    if date.last < treaty.first <= date.last + 5:
        between = words[date.last + 1 : treaty.first]
        plain_year = date.first == date.last and len(date.value) <= 7
        before = words[date.first - 1] if date.first else ""
        fits = all(word in _ADJECTIVES | _BETWEEN for word in between)
        return plain_year and fits and (not between or before not in {"in", "since", "by", "until"}) and before != "in"
    if treaty.last < date.first <= treaty.last + 3:
        between = words[treaty.last + 1 : date.first]
        if between == ("of",) or between == ("from",):
            return True
        if between == ("(",) and date.last + 1 < len(words) and words[date.last + 1] in {")", ",", ";"}:
            return True
        return not between and date.first == date.last
    return False


def fill_name_years(view: View, years: dict[Mention, Mention], plain: str) -> Iterator[Filled]:
    """A claim of signature for each year in a name."""
    frame = next(frame for frame in relation_by_id()["signed"].frames if frame.id == _RULE)
    for date, treaty in years.items():
        first, last = min(date.first, treaty.first), max(date.last, treaty.last)
        claim = Claim(_RULE, "signed", treaty, value_of(date, plain), view.span(first, last), view.sentence.span, implicit=True)
        yield Filled(claim, first, last, first, frame)


