"""Markdown to plain text: marks dropped, the text of links kept, code blocks left out, blocks as paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatycheck.text.markdown_inline import InlineMarkup, write_inline
from treatycheck.text.offsets import PlainWriter

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"[ \t]#+[ \t]*$")
_BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_REFERENCE = re.compile(r"[ \t]{0,3}\[[^\]\n^]{1,200}\]:[ \t]*\S")
_FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^[^\]\n]{1,60}\]:[ \t]*")
_LABEL = re.compile(r"(?:\*\*|__)?[A-Z][^\n:.,;!?|]{0,40}:(?:\*\*|__)?[ \t]")
_TABLE_MARKS = frozenset("|-: \t")


@dataclass(slots=True)
class _Reader:
    """Reads a Markdown text line by line."""

    writer: PlainWriter
    markup: InlineMarkup
    fence: str = ""
    in_table: bool = False

    def line(self, start: int, end: int) -> None:
        """Read the line between two offsets, its end of line left out."""
        start = min(max(start, self.markup.hidden_until), end)
        text = self.writer.original[start:end]
        if self._is_skipped(text) or self._is_rule(text):
            return
        if not text.strip():
            self.in_table = False
            self.writer.break_block(end, end)
            return
        begin, closes = self._marks_before(text)
        stop = end - self._marks_behind(text)
        if text.lstrip().startswith("|") or self.in_table:
            self._row(start + begin, stop)
        else:
            write_inline(self.writer, self.markup, start + begin, stop)
        if closes or self.in_table:
            self.writer.break_block(stop, stop)

    def _is_skipped(self, text: str) -> bool:
        """Whether the line is code, a fence, or the target of a link."""
        fence = _FENCE.match(text)
        if self.fence:
            if fence and fence.group(1).startswith(self.fence) and not text[fence.end() :].strip():
                self.fence = ""
            return True
        if fence and "`" not in text[fence.end() :]:
            self.fence = fence.group(1)
            self._break()
            return True
        return _REFERENCE.match(text) is not None

    def _is_rule(self, text: str) -> bool:
        """Whether the line only draws: an underline, a rule, the rule of a table."""
        marks = set(text.strip())
        if marks <= _TABLE_MARKS and {"|", "-"} <= marks:
            self.in_table = True
        elif not marks or marks - {" ", "\t"} not in ({"="}, {"-"}, {"*"}, {"_"}):
            return False
        self._break()
        return True

    def _marks_before(self, text: str) -> tuple[int, bool]:
        """How many characters of marks the line begins with, and whether it is a block of its own."""
        quote = _QUOTE.match(text)
        begin = quote.end() if quote else 0
        heading = _HEADING.match(text, begin)
        if heading:
            self._break()
            return heading.end(), True
        for pattern in (_FOOTNOTE, _BULLET):
            match = pattern.match(text, begin)
            if match:
                self._break()
                return match.end(), False
        if _LABEL.match(text, begin):
            self._break()
        return begin, text.endswith(("  ", "\\"))

    def _marks_behind(self, text: str) -> int:
        if not _HEADING.match(text):
            return 0
        close = _HEADING_END.search(text[-20:])
        return len(close.group()) if close else 0

    def _row(self, start: int, end: int) -> None:
        """The cells of a table's row, each a block."""
        place = start
        while place < end:
            bar = self.writer.original.find("|", place, end)
            stop = end if bar < 0 else bar
            write_inline(self.writer, self.markup, place, stop)
            self.writer.break_block(stop, min(stop + 1, end))
            place = stop + 1

    def _break(self) -> None:
        self.writer.break_block(0, 0)


def read_markdown(text: str) -> PlainWriter:
    """A Markdown text to its plain text, its blocks and its map of offsets."""
    writer = PlainWriter(text)
    reader = _Reader(writer, InlineMarkup(text))
    for match in _LINE.finditer(text, _past_front_matter(text)):
        end = match.end() - (match.group().endswith("\n"))
        reader.line(match.start(), end)
        if end < match.end() and not reader.fence:
            writer.copy(end, match.end())
    return writer


def _past_front_matter(text: str) -> int:
    """The offset behind the metadata between two lines of "---" that a text may open with."""
    if not text.startswith("---\n"):
        return 0
    close = text.find("\n---\n", 3)
    return close + 5 if close >= 0 else 0
