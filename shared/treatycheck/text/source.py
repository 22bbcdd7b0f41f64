"""A document as plain text with its blocks, and the way back to the text as it was sent."""

from __future__ import annotations

from typing import NamedTuple

from treatycheck.errors import UnknownFormat
from treatycheck.model import Format, Span
from treatycheck.text.lines import line_breaks
from treatycheck.text.offsets import OffsetMap, PlainWriter, identity


class Source(NamedTuple):
    """The text as sent, its plain text, the map between both, and the breaks that markup makes; None without any."""

    text: str
    plain: str
    offsets: OffsetMap
    marked_breaks: tuple[int, ...] | None

    @property
    def breaks(self) -> tuple[int, ...]:
        """Where blocks after the first begin: of a text without markup its lines tell, if anybody asks."""
        return line_breaks(self.plain) if self.marked_breaks is None else self.marked_breaks

    @property
    def is_as_sent(self) -> bool:
        """Whether the plain text is the text as sent, so that all spans are the same."""
        return self.plain is self.text

    def to_original(self, span: Span) -> Span:
        """A span of the plain text to the span of the text as sent that covers it."""
        return span if self.is_as_sent else self.offsets.to_original(span)


def read_source(text: str, format: Format) -> Source:
    """A text in one of the formats to its plain text. Raises UnknownFormat."""
    if format == Format.TEXT:
        return Source(text, text, identity(len(text)), None)
    if format == Format.HTML:
        from treatycheck.text.html import read_html

        return _written(read_html(text))
    if format == Format.MARKDOWN:
        from treatycheck.text.markdown import read_markdown

        return _written(read_markdown(text))
    raise UnknownFormat(f"unknown format {format!r}", pointer="/format")


def _written(writer: PlainWriter) -> Source:
    return Source(writer.original, writer.plain(), writer.offsets(), tuple(writer.breaks))
