"""Garbage collection for a process that answers again and again: what it has loaded stays, and need not be searched."""

from __future__ import annotations

import gc

# names, facts and rules are some hundred thousand objects, and a text makes thousands that die by themselves
_YOUNG, _OLDER, _OLDEST = 20_000, 20, 50


def spare_what_is_loaded() -> None:
    """Leaves all objects so far out of later collections, and makes these rarer."""
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLDER, _OLDEST)
