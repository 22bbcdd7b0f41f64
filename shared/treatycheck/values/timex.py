"""EDTF dates and ISO 8601 durations as TIMEX3 attributes (TimeML 1.2.1, as used by TempEval and HeidelTime)."""

from __future__ import annotations

import re

from treatycheck.values.durations import INDEFINITE

_UNSPECIFIED = re.compile(r"X+$")


def timex_of_date(edtf: str) -> dict[str, str]:
    """Type, value and, where it is approximate, mod of a date: "198X" is "198", "about 1987" has mod APPROX.

    A range has the value of its beginning, and `end` for what TIMEX3 says in a second element.
    """
    plain = edtf.replace("~", "").replace("?", "")
    begin, _, end = plain.partition("/")
    attributes = {"type": "DATE", "value": _UNSPECIFIED.sub("", begin)}
    if end:
        attributes["end"] = _UNSPECIFIED.sub("", end)
    return attributes | {"mod": "APPROX"} if plain != edtf else attributes


def timex_of_duration(duration: str) -> dict[str, str]:
    """Type and value of a duration; one without an end is "PXY"."""
    return {"type": "DURATION", "value": "PXY" if duration == INDEFINITE else duration}
