"""HTML to plain text: tags and hidden elements dropped, entities decoded, block elements as breaks.

A scanner of its own, since html.parser gives no offsets within text and reads some broken markup in quadratic time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from treatycheck.text.entities import copy_decoded
from treatycheck.text.offsets import PlainWriter
from treatycheck.text.words import word_set

BLOCKS = word_set(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ol "
    "optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul"
)
_RAW = word_set("iframe noembed noframes script style textarea title xmp")
_HIDDEN = word_set("head noscript template")
_IN_HEAD = word_set("base head html link meta noscript script style template title")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,40})")
_TAG_END = re.compile(r"[\"'>]")
_NOTE = re.compile(r"(?:<[^<>]{0,200}>|[\s\d\[\](),*†‡§–-]|&#\d{1,4};){0,30}?</sup\s*>", re.IGNORECASE)


@dataclass(slots=True)
class _Scanner:
    """Where the reading of an HTML text stands."""

    text: str
    writer: PlainWriter
    hidden: str = ""
    depth: int = 0
    trusts_quotes: bool = True
    last_close: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        place = 0
        while place < len(self.text):
            tag = self.text.find("<", place)
            end = len(self.text) if tag < 0 else tag
            self._take(place, end)
            place = self._markup(end) if tag >= 0 else end

    def _take(self, start: int, end: int) -> None:
        if not self.hidden and end > start:
            copy_decoded(self.writer, start, end)

    def _markup(self, start: int) -> int:
        """Read what begins with "<" and give back the offset behind it."""
        if self.text.startswith("<!--", start):
            close = self.text.find("-->", start + 4)
            return len(self.text) if close < 0 else close + 3
        if self.text.startswith(("<!", "<?"), start):
            return self._declaration(start)
        name = _NAME.match(self.text, start)
        end = self._tag_end(name.end()) if name else 0
        if name is None or not end:
            self._take(start, start + 1)
            return start + 1
        return self._tag(name.group(1).lower(), start, end)

    def _declaration(self, start: int) -> int:
        if self._last(">") < start:
            self._take(start, start + 1)
            return start + 1
        return self.text.index(">", start) + 1

    def _tag_end(self, place: int) -> int:
        """The offset behind the tag, quoted attributes passed over; 0 where it never ends."""
        if self._last(">") < place:
            return 0
        begin = place
        while self.trusts_quotes:
            match = _TAG_END.search(self.text, place)
            if match is None:
                break
            if match.group() == ">":
                return match.end()
            place = self.text.find(match.group(), match.end()) + 1
            if not place:
                break
        # one quote that never closes is enough: reading on from every tag to the end would be quadratic
        self.trusts_quotes = False
        return self.text.index(">", begin) + 1

    def _tag(self, name: str, start: int, end: int) -> int:
        closing = self.text[start + 1] == "/"
        if self.hidden:
            self._in_hidden(name, closing)
            if self.hidden:
                return self._raw_end(name, end) if name in _RAW and not closing else end
        if name in BLOCKS:
            self.writer.break_block(start, end)
        if closing:
            return end
        if name in _RAW:
            return self._raw_end(name, end)
        if name in _HIDDEN and (name == "head" or self._last(f"</{name}") > end):
            self.hidden, self.depth = name, 1
        if name == "sup":
            note = _NOTE.match(self.text, end)
            return note.end() if note else end
        return end

    def _in_hidden(self, name: str, closing: bool) -> None:
        if name == self.hidden:
            self.depth += -1 if closing else 1
            self.hidden = self.hidden if self.depth else ""
        elif self.hidden == "head" and name not in _IN_HEAD:
            self.hidden = ""

    def _raw_end(self, name: str, start: int) -> int:
        """The offset where the end tag of an element without inner markup begins."""
        close = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(self.text, start)
        return close.start() if close else len(self.text)

    def _last(self, needle: str) -> int:
        if needle not in self.last_close:
            self.last_close[needle] = max(self.text.rfind(needle), self.text.rfind(needle.upper()))
        return self.last_close[needle]


def read_html(text: str) -> PlainWriter:
    """An HTML text to its plain text, its blocks and its map of offsets."""
    writer = PlainWriter(text)
    _Scanner(text, writer).run()
    return writer


def tag_name(text: str, start: int) -> tuple[str, int] | None:
    """The name of the tag that begins at an offset and the offset behind the tag, where it closes near."""
    name = _NAME.match(text, start)
    if name is None:
        return None
    end = text.find(">", name.end(), name.end() + 500)
    return (name.group(1).lower(), end + 1) if end >= 0 else None
