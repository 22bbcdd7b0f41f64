"""Which found claim is which labelled one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatycheck.evaluation.gold import GoldClaim
from treatycheck.model import Judged, ValueType

_EXACT = frozenset({ValueType.DATE, ValueType.DURATION, ValueType.NUMBER})
_DATE = re.compile(r"[~?]?-?\d{4}(-\d\d){0,2}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LEAST_NAME = 4
_NICKNAMES = {
    "unitedstates": {"us", "usa", "america", "unitedstatesofamerica", "washington"},
    "russia": {"russianfederation", "moscow", "ru", "sovietunion", "ussr", "su"},
    "sovietunion": {"ussr", "su", "russia", "ru", "moscow"},
    "unitedkingdom": {"uk", "gb", "britain", "greatbritain"},
}


def is_right(gold: GoldClaim, judged: Judged) -> bool:
    """Whether a found claim says what a labelled one does, its verdict aside."""
    claim = judged.claim
    return (
        gold.treaty == claim.treaty.value
        and claim.relation in gold.relations
        and gold.span.overlaps(claim.span)
        and _same_value(gold, judged)
        and _same_party(gold, judged)
    )


def _plain(text: str) -> str:
    return re.sub(r"[\s,]+", "", text).strip("~?").lower()


def _same_value(gold: GoldClaim, judged: Judged) -> bool:
    """Dates, durations and numbers must agree, a date as far as both are exact; other values need not."""
    value = judged.claim.value
    if not gold.value or value.type not in _EXACT:
        return True
    wanted, got = _plain(gold.value), _plain(value.normalized)
    if wanted == got:
        return True
    if _DATE.match(wanted) and _DATE.match(got):
        return wanted.split("/")[0] == got.split("/")[0] or got.startswith(wanted) or wanted.startswith(got)
    return bool(set(_NUMBER.findall(wanted)) & set(_NUMBER.findall(got)))


def _same_party(gold: GoldClaim, judged: Judged) -> bool:
    party = judged.claim.party
    if not gold.party or party is None:
        return True
    wanted = _plain(gold.party)
    names = {_plain(name) for name in (party.name, party.id, party.mention)} - {""}
    if names & ({wanted} | _NICKNAMES.get(wanted, set())):
        return True
    return any(wanted in name or name in wanted for name in names if len(name) >= _LEAST_NAME)


def matched(golds: Sequence[GoldClaim], found: Sequence[Judged]) -> dict[int, int]:
    """The largest one-to-one matching of labelled to found claims, by their indexes (augmenting paths).

    Where several would do, a claim with the right verdict is taken, so that a double does not hide it.
    """
    edges = [
        sorted(
            (j for j, judged in enumerate(found) if is_right(gold, judged)),
            key=lambda j, gold=gold: found[j].verdict.label is not gold.verdict,  # type: ignore[misc]
        )
        for gold in golds
    ]
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in edges[i]:
            if j in tried:
                continue
            tried.add(j)
            if j not in taken or place(taken[j], tried):
                taken[j] = i
                return True
        return False

    for i in sorted(range(len(golds)), key=lambda index: golds[index].optional):
        place(i, set())
    return {i: j for j, i in taken.items()}
