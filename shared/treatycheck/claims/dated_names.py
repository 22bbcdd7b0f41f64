"""Which dates belong to the name of a treaty: "the 1987 INF Treaty", "the Treaty of Paris of 1783", "SALT I (1972)"."""

from __future__ import annotations

from treatycheck.claims.words import PREPOSITION
from treatycheck.model import Mention

_ADJECTIVES = frozenset(
    "landmark historic original so called famous soviet international multilateral global european "
    "american controversial bilateral ill fated interim peace".split()
)
_BETWEEN = frozenset({"-", "'s", '"', "\u201c", "nuclear", "arms", "control", "*", "us", "u.s."})
_FITTING = _ADJECTIVES | _BETWEEN
LONGEST_ASIDE = 5


def name_years(
    words: tuple[str, ...], treaties: tuple[Mention, ...], dates: tuple[Mention, ...]
) -> dict[Mention, Mention]:
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
        fits = all(word in _FITTING for word in between)
        return plain_year and fits and (not between or before not in {"in", "since", "by", "until"}) and before != "in"
    if treaty.last < date.first <= treaty.last + 3:
        between = words[treaty.last + 1 : date.first]
        if between == ("of",) or between == ("from",):
            return not _dates_membership(words, treaty, date, between)
        if between == ("(",) and date.last + 1 < len(words) and words[date.last + 1] in {")", ",", ";"}:
            return True
        return (not between and words[date.first].isdigit()) or _ends_aside(words, between, date)
    return treaty.last < date.first <= treaty.last + LONGEST_ASIDE and _ends_aside(
        words, words[treaty.last + 1 : date.first], date
    )


def _dates_membership(words: tuple[str, ...], treaty: Mention, date: Mention, between: tuple[str, ...]) -> bool:
    """ "was a party to the treaty from 1950", "his accession to the pact of 25 March 1941": when a state joined."""
    to = treaty.first - 1 - (words[treaty.first - 1] == "the")
    if to < 1 or words[to] not in {"to", "of"}:
        return False
    day = between == ("of",) and len(date.value) == len("1941-03-25") and words[to - 1] in {"accession", "adherence"}
    return day or (between == ("from",) and words[to - 1] in {"party", "member", "parties", "members"})


def _ends_aside(words: tuple[str, ...], between: tuple[str, ...], date: Mention) -> bool:
    """ "the Partial Test Ban Treaty (PTBT, 1963)", "(Moscow, 1963)": the last of what the parentheses hold."""
    closes = words[date.last + 1 : date.last + 2] == (")",) and between[-1:] == (",",)
    inner = between[1:-1] if between[:1] == ("(",) else between[:-1]
    return (
        closes and ")" not in between and not any(w in PREPOSITION or w.endswith("ed") or w[0].isdigit() for w in inner)
    )
