"""The metadata that a Markdown text opens with, between two lines of `---` (YAML) or `+++` (TOML)."""

from __future__ import annotations

import re

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,40})[ \t]{0,5}[:=][ \t]{1,20}(\S[^\r\n]{0,500})")
_LONGEST = 20_000


def front_matter_of(text: str) -> dict[str, str]:
    """The simple fields at the outermost level, names in lower case, quotes taken off; others are passed over."""
    opening = _OPENING.match(text)
    if opening is None:
        return {}
    end = text.find(f"\n{opening.group(1)}", opening.end() - 1, _LONGEST)
    lines = text[opening.end() : end].splitlines() if end >= 0 else []
    fields = (found for line in lines if (found := _FIELD.match(line)))
    return {found.group(1).lower(): found.group(2).strip().strip("\"'") for found in fields}
