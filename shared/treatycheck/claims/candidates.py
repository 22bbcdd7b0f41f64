"""The treaties that a sentence may speak of."""

from __future__ import annotations

from treatycheck.claims.view import View
from treatycheck.model import Mention

_MOST = 4


def candidate_treaties(view: View, index: int) -> list[Mention]:
    """The treaties of the sentence by their distance to a token, then those the text spoke of before."""
    named = sorted((m for m in view.treaties if m.value), key=lambda mention: abs(mention.first - index))
    chosen: dict[str, Mention] = {}
    for mention in (*named, *(mention for mention in view.background if mention.value)):
        chosen.setdefault(mention.value, mention)
    return list(chosen.values())[:_MOST]
