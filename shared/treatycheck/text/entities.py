"""Character references such as "&amp;" decoded on the way into the plain text."""

from __future__ import annotations

import html
import re

from treatycheck.text.offsets import PlainWriter

_ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def copy_decoded(writer: PlainWriter, start: int, end: int) -> None:
    """Copy the original between two offsets with its character references decoded."""
    place = start
    if writer.original.find("&", start, end) < 0:
        writer.copy(start, end)
        return
    for match in _ENTITY.finditer(writer.original, start, end):
        decoded = html.unescape(match.group())
        if decoded == match.group():
            continue
        writer.copy(place, match.start())
        writer.replace(decoded, match.start(), match.end())
        place = match.end()
    writer.copy(place, end)
