"""The yardstick: one pass of a compiled regular expression for capitalised runs, numbers and ends of sentences."""

from __future__ import annotations

import re

from benchmarks.contender import Program

_YARDSTICK = re.compile(r"\b[A-Z][\w'-]+(?:\s+(?:of|on|the|and|[A-Z][\w'-]+))*|\b\d{1,4}\b|[.!?](?=\s)")


def one_pass(_names: str) -> Program:
    """Counts what the expression finds."""
    return lambda text, _format: sum(1 for _ in _YARDSTICK.finditer(text))
