"""Word lists as they are written in the source: one string, separated by spaces."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Words in one string to the set of them."""
    return frozenset(text.split())
