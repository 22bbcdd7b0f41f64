"""What the editor sends when a paragraph was changed, as `web/paragraphs.js` cuts it out."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.texts import article

_LEAD, _BEFORE, _BEHIND = 1, 2, 1


def changed_excerpts(seed: int) -> Iterator[str]:
    """Without end: of an article a paragraph whose last word is another, with the paragraphs that are sent with it."""
    for number in range(seed * 10_000, (seed + 1) * 10_000):
        paragraphs = article(500, seed=number).split("\n\n")
        place = 1 + number % (len(paragraphs) - 1)
        paragraphs[place] = paragraphs[place].rpartition(" ")[0] + " again."
        first = max(0, place - _BEFORE)
        yield "\n\n".join([*paragraphs[: min(_LEAD, first)], *paragraphs[first : place + 1 + _BEHIND]])
