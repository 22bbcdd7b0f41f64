"""Objects that are one article: plain text, HTML, Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from treatycheck.audit.article import Article, Problem, Unreadable
from treatycheck.audit.dating.dated import Clues
from treatycheck.audit.dating.front_matter import front_matter_of
from treatycheck.audit.dating.headers import header_of
from treatycheck.audit.reading.decode import decode
from treatycheck.audit.reading.formats import Container
from treatycheck.audit.reading.parts import Context
from treatycheck.audit.reading.stream import Stream
from treatycheck.model import Format

_FORMATS = {Container.TEXT: Format.TEXT, Container.HTML: Format.HTML, Container.MARKDOWN: Format.MARKDOWN}


def read_whole(stream: Stream, limit: int) -> bytes:
    """All bytes of the stream. Raises Unreadable where there are more than `limit`."""
    content = stream.read(limit + 1)
    if len(content) <= limit:
        content += stream.read(1)
    if len(content) > limit:
        raise Unreadable(Problem.TOO_LARGE, f"has more than {limit:,} bytes")
    return content


def read_single(stream: Stream, container: Container, context: Context) -> Iterator[Article]:
    """The one article. Raises Unreadable."""
    text = decode(read_whole(stream, context.settings.limits.article_bytes))
    format = _FORMATS[container]
    clues = Clues(text, format, name=context.key, given=context.settings.published)
    yield context.article("", clues, title=_title(text, format))


def _title(text: str, format: Format) -> str | None:
    if format is Format.MARKDOWN:
        return front_matter_of(text).get("title")
    return header_of(text, "subject") or header_of(text, "title") if format is Format.TEXT else None
