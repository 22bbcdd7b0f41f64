"""Reference data as JSON Lines: one fact, or one treaty, a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from treatycheck.reference.interchange.rows import Row

LONGEST_LINE = 1_000_000
MOST_ROWS = 100_000


def read_json_lines(file: BinaryIO) -> Iterator[Row]:
    """A row for each line that is not blank."""
    for number, line in enumerate(_lines(file), start=1):
        if number > MOST_ROWS:
            yield Row(number, None, f"only {MOST_ROWS:,} lines are read")
            return
        if line is None:
            yield Row(number, None, f"has more than {LONGEST_LINE:,} bytes")
        elif line.strip():
            yield _row(number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)


def _row(number: int, line: bytes) -> Row:
    try:
        content = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, None, "is no JSON in UTF-8")
    return Row(number, content) if isinstance(content, dict) else Row(number, None, "is no JSON object")


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one that is too long."""
    pieces: Iterable[bytes] = iter(lambda: file.readline(LONGEST_LINE), b"")
    overlong = False
    for piece in pieces:
        ends = piece.endswith(b"\n") or len(piece) < LONGEST_LINE
        if overlong or not ends:
            if ends:
                yield None
            overlong = not ends
        else:
            yield piece
    if overlong:
        yield None
