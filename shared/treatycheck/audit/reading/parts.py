"""What the readers of all formats share: names for the parts of an object, and articles made of what was read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from treatycheck.audit.archive import Settings
from treatycheck.audit.article import Article, Failure, Problem, Unreadable
from treatycheck.audit.dating.dated import Clues, dated
from treatycheck.audit.dating.pages import title_of
from treatycheck.audit.reading.names_taken import NamesTaken
from treatycheck.audit.reading.pages import own_text
from treatycheck.model import MAX_CHARACTERS, Document, Format
from treatycheck.values.day import last_and_earliest

_LONGEST_PART = 1_000
Item = Article | Failure


@dataclass(slots=True)
class Parts:
    """Names parts by what they call themselves; one that comes again gets a number."""

    _taken: NamesTaken = field(default_factory=NamesTaken)

    def name(self, own: str) -> str:
        """The name of the next part. Raises OSError."""
        own = own[:_LONGEST_PART]
        name = own
        while self._taken[name]:
            # another part may call itself by such a name
            self._taken[own] += 1
            name = f"{own}#{self._taken[own]}"
        self._taken[name] = 1
        return name


@dataclass(frozen=True, slots=True)
class Context:
    """The object that is read, and how."""

    key: str
    settings: Settings
    pattern: re.Pattern[str] | None = None

    def article(self, part: str, clues: Clues, *, title: str | None = None, url: str | None = None) -> Article:
        """The article that the clues date. Raises Unreadable."""
        if len(clues.text) > MAX_CHARACTERS:
            raise Unreadable(Problem.TOO_LARGE, f"the text has more than {MAX_CHARACTERS:,} characters")
        days, source = dated(clues, self.pattern)
        published, published_from = last_and_earliest(days)
        is_page = clues.format is Format.HTML
        document = Document(
            text=own_text(clues.text) if is_page else clues.text,
            format=clues.format,
            published=published,
            published_from=published_from,
            url=url,
            title=title or (title_of(clues.text) if is_page else None),
        )
        return Article(part, document, source)
