"""Amounts that there were, not those that a treaty sets: "cut from 10,000 kg to 300 kg", "declared 5,916 warheads"."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.claims.view import View
from treatycheck.model import Mention

_COUNTING = frozenset("declared declares declare declaring reported reports counted counts".split())
_CUTS = frozenset("cut reduced slashed halved shrunk pared trimmed".split())
_CUTTING = ("cut", "reduc", "slash", "shrink", "shrank", "lower", "trim", "fell", "halv")
_STOCKS = frozenset({"had", "has", "held", "holds", "possessed"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_LONGEST_SUBJECT, _LONGEST_OBJECT, _LONGEST_OFFER = 3, 7, 8
# what somebody would have paid, or paid afterwards for something else
_OFFERING = frozenset(
    "ready willing offered offer offers prepared hoped wanted asked demanded later afterwards".split()
)


def is_actual(view: View, mention: Mention) -> bool:
    """Whether a quantity is what there was, what was declared, or one party's share."""
    before, behind = view.words[: mention.first], view.words[mention.last + 1 :]
    if before[-1:] == ("from",) and behind[:1] == ("to",) and _is_cut(before[-_LONGEST_OBJECT:]):
        return True
    if not _OFFERING.isdisjoint(before[-_LONGEST_OFFER:]):
        return True
    cut = behind[:1] in {("were",), ("was",)} and bool(_CUTS & set(behind[1:2])) and "to" in behind[2:3]
    allowed = bool(_PRONOUNS & set(behind[:1])) and bool({"allowed", "permitted"} & set(behind[1:4]))
    return cut or allowed or bool(_COUNTING & set(before[-1:])) or _is_stock(view, mention)


def _is_cut(before: Sequence[str]) -> bool:
    """ "cut its stockpile from", not "cut the permitted sites from", which a treaty set before."""
    return any(word.startswith(_CUTTING) for word in before) and not {"permitted", "allowed"} & set(before)


def _is_stock(view: View, mention: Mention) -> bool:
    """ "by 2024 it had 182 kilograms of 60 per cent": what somebody had on a day, and of what kind it was."""
    before = next((other for other in view.quantities if other.last == mention.first - 2), None)
    if before is not None and view.words[mention.first - 1] == "of":
        return _is_stock(view, before)
    had = mention.first - 1
    dated = any(0 < had - date.last <= _LONGEST_SUBJECT for date in view.dates)
    return had > 0 and view.words[had] in _STOCKS and dated
