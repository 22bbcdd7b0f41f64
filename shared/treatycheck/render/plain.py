"""The plain text that a reader sees of a document, and where the spans of a report stand in it."""

from __future__ import annotations

from bisect import bisect_right

from treatycheck.model import Document, Span
from treatycheck.text.source import read_source


class PlainView:
    """A document without its markup. Spans are offsets into the text as it was sent, and go in as such."""

    def __init__(self, document: Document) -> None:
        source = read_source(document.text, document.format)
        self.text = source.plain
        self._offsets = source.offsets
        self._original_starts = [original.start for original in source.offsets.originals]

    def span(self, sent: Span) -> Span:
        """The span in the plain text."""
        return Span(self._plain(sent.start), max(self._plain(sent.start), self._plain(sent.end)))

    def _plain(self, offset: int) -> int:
        run = bisect_right(self._original_starts, offset) - 1
        if run < 0:
            return 0
        starts, original = self._offsets.plain_starts, self._offsets.originals[run]
        start = starts[run]
        end = starts[run + 1] if run + 1 < len(starts) else self._offsets.plain_length
        into = offset - original.start
        if original.end - original.start == end - start:
            return min(start + into, end)
        return start if into == 0 else end
