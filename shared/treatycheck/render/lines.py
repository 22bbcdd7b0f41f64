"""Lines and columns of a text, from one pass over it."""

from __future__ import annotations

import re
from bisect import bisect_right

from treatycheck.model import Span

_LINE_END = re.compile("\n")


class Lines:
    """Where the lines of a text begin; lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def region(self, span: Span) -> dict[str, int]:
        """A span as SARIF gives regions: the end column is the one behind the last character."""
        start_line, start_column = self.place(span.start)
        end_line, end_column = self.place(span.end)
        return {
            "startLine": start_line,
            "startColumn": start_column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": span.start,
            "charLength": span.end - span.start,
        }
