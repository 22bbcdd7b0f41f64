"""Verbs of saying, from the words of the attribution guard."""

from __future__ import annotations

from functools import cache

from treatycheck.data import packaged
from treatycheck.text.tokens import fold_all

# what keeps a day that follows it for itself: "…, a minister said Monday"
SAID = frozenset({"said", "says", "told"})


@cache
def verbs_of_saying() -> frozenset[str]:
    """The first words of "said", "according to" and their like, folded."""
    (guard,) = (record for record in packaged("guards.json") if record["id"] == "attribution")
    return frozenset(fold_all(word)[0] for word in guard["words"])
