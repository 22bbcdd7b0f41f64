"""The treaties that a sentence may speak of."""

from __future__ import annotations

from treatycheck.claims.view import View
from treatycheck.model import Mention

_MOST = 4


def candidate_treaties(view: View, index: int) -> tuple[Mention, ...]:
    """The treaties of the sentence by their distance to a token, then those the text spoke of before."""
    if len(view.treaties) > 1:
        return _by_distance(view, index)
    return view.once(_by_distance, 0)


def _by_distance(view: View, index: int) -> tuple[Mention, ...]:
    named = sorted((m for m in view.treaties if m.value), key=lambda mention: abs(mention.first - index))
    chosen: dict[str, Mention] = {}
    for mention in (*named, *view.background):
        if mention.value:
            chosen.setdefault(mention.value, mention)
    return tuple(chosen.values())[:_MOST]
