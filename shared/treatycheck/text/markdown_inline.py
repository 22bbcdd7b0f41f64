"""The marks within a line of Markdown: emphasis, links, images, code, footnotes, HTML tags, escapes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from treatycheck.text.entities import copy_decoded
from treatycheck.text.html import BLOCKS, tag_name
from treatycheck.text.offsets import PlainWriter

_MARK = re.compile(r"\\[!-/:-@\[-`{-~]|!\[|\[\^[^\]\s]{1,40}\]|[\[\]*_`<]|~~")
_RUN = re.compile(r"\*{1,3}|_{1,3}|`+")
_TARGET = re.compile(
    r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,3}(?:\s{1,3}(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s?\)"
)
_LABEL = re.compile(r"\[[^\[\]\n]{0,200}\]")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:|www\.)[^\s<>]{1,2000}>")


@dataclass(slots=True)
class InlineMarkup:
    """The brackets of a text: where links and images end, and what is written behind their text."""

    text: str
    closers: dict[int, int] = field(default_factory=dict)
    hidden_until: int = 0
    last_comment: int | None = None

    def comment_end(self, start: int) -> int:
        """The offset behind a comment, which may go over lines; one that never closes hides the rest."""
        if self.last_comment is None:
            self.last_comment = self.text.rfind("-->")
        return self.text.index("-->", start) + 3 if self.last_comment >= start else len(self.text)

    def link(self, opening: int, end: int) -> tuple[int, int] | None:
        """For a "[" at an offset, the offsets of its "]" and of the end of its target, if it is a link."""
        close = self._close(opening, end)
        if close is None:
            return None
        target = _TARGET.match(self.text, close + 1) or _LABEL.match(self.text, close + 1)
        return (close, target.end()) if target and target.end() <= end else None

    def _close(self, opening: int, end: int) -> int | None:
        if opening not in self.closers:
            self._pair(opening, end)
        return self.closers.get(opening) if self.closers.get(opening, -1) >= 0 else None

    def _pair(self, start: int, end: int) -> None:
        """Pair the brackets from here to the end of the line, once."""
        open_at: list[int] = []
        for place in range(start, end):
            if self.text[place] == "[":
                open_at.append(place)
                self.closers.setdefault(place, -1)
            elif self.text[place] == "]" and open_at:
                self.closers[open_at.pop()] = place


def write_inline(writer: PlainWriter, markup: InlineMarkup, start: int, end: int) -> None:
    """Write the text between two offsets of the original without its marks."""
    targets: dict[int, int] = {}
    place = start
    while place < end:
        match = _MARK.search(writer.original, place, end)
        if match is None:
            break
        copy_decoded(writer, place, match.start())
        place = _past_mark(writer, markup, match, end, targets)
    copy_decoded(writer, min(place, end), end)


def _past_mark(
    writer: PlainWriter, markup: InlineMarkup, match: re.Match[str], end: int, targets: dict[int, int]
) -> int:
    """Handle the mark that was found and give back the offset behind it."""
    start, mark = match.start(), match.group()
    if mark[0] == "\\":
        writer.copy(start + 1, match.end())
        return match.end()
    if mark.startswith("[^") or mark == "~~":
        return match.end()
    if mark in ("[", "!["):
        return _past_bracket(writer, markup, match, end, targets)
    if mark == "]":
        return _past_closing(writer, match, targets)
    if mark == "<":
        return _past_tag(writer, markup, start, end)
    return _past_run(writer, start, end)


def _past_bracket(
    writer: PlainWriter, markup: InlineMarkup, match: re.Match[str], end: int, targets: dict[int, int]
) -> int:
    link = markup.link(match.end() - 1, end)
    if link is None:
        writer.copy(match.start(), match.end())
        return match.end()
    if match.group() == "![":
        return link[1]
    targets[link[0]] = link[1]
    return match.end()


def _past_closing(writer: PlainWriter, match: re.Match[str], targets: dict[int, int]) -> int:
    target = targets.get(match.start())
    if target is None:
        writer.copy(match.start(), match.end())
        return match.end()
    return target


def _past_tag(writer: PlainWriter, markup: InlineMarkup, start: int, end: int) -> int:
    """An HTML tag or a link in angle brackets; any other "<" is text."""
    link = _AUTOLINK.match(writer.original, start, end)
    if link:
        writer.copy(start + 1, link.end() - 1)
        return link.end()
    if writer.original.startswith("<!--", start):
        markup.hidden_until = markup.comment_end(start)
        return min(markup.hidden_until, end)
    tag = tag_name(writer.original, start)
    if tag is None or tag[1] > end:
        writer.copy(start, start + 1)
        return start + 1
    if tag[0] in BLOCKS:
        writer.break_block(start, tag[1])
    return tag[1]


def _past_run(writer: PlainWriter, start: int, end: int) -> int:
    """Emphasis or code marks, dropped where they hug a word; an underscore within a word is kept."""
    run = _RUN.match(writer.original, start, end)
    stop = run.end() if run else start + 1
    before = writer.original[start - 1] if start else " "
    behind = writer.original[stop] if stop < len(writer.original) else " "
    loose = before.isspace() and behind.isspace()
    within = writer.original[start] == "_" and before.isalnum() and behind.isalnum()
    if loose or within:
        writer.copy(start, stop)
    return stop
