"""The headers that a plain text opens with, as letters and agencies' messages do (RFC 822)."""

from __future__ import annotations

import re

_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,30}):[ \t]*(\S[^\r\n]{0,900})?\r?(?:\n|$)")
_MOST_LINES = 60


def header_of(text: str, name: str) -> str | None:
    """The content of a header before the first line that is none; `name` in lower case."""
    place = 0
    for _ in range(_MOST_LINES):
        found = _HEADER.match(text, place)
        if found is None:
            return None
        if found.group(1).lower() == name:
            return found.group(2)
        place = found.end()
    return None
