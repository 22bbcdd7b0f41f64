"""An object to its articles and failures: nothing is dropped, and one bad part loses no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from treatycheck.audit.archive import ArchiveObject, Settings
from treatycheck.audit.article import Article, Failure, Problem, Unreadable
from treatycheck.audit.dating.names import compiled
from treatycheck.audit.reading.decode import LONGEST_MARK, wide_encoding
from treatycheck.audit.reading.formats import HEAD, Container, container_of
from treatycheck.audit.reading.json_lines import read_json, read_json_lines
from treatycheck.audit.reading.narrowed import Narrowed
from treatycheck.audit.reading.parts import Context, Item
from treatycheck.audit.reading.single import read_single
from treatycheck.audit.reading.stream import Stream

Reader = Callable[[Stream, Context], Iterator[Item]]
_OF_LINES = frozenset({Container.JSON, Container.JSON_LINES})


def read_object(item: ArchiveObject, settings: Settings) -> Iterator[Article | Failure]:
    """Opens an object and reads it. Raises InvalidInput for a bad name pattern, nothing else."""
    try:
        with item.open() as raw:
            yield from read_articles(item.key, raw, settings, size=item.size)
    except OSError as error:
        yield Failure("", Problem.UNREADABLE, error.strerror or type(error).__name__)


def read_articles(key: str, raw: BinaryIO, settings: Settings, *, size: int = 0) -> Iterator[Article | Failure]:
    """The articles of an object's bytes, in order, and what could not be read. Raises OSError, InvalidInput."""
    context = Context(key, settings, compiled(settings.name_pattern) if settings.name_pattern else None)
    limits = settings.limits
    try:
        if size > limits.object_bytes:
            raise Unreadable(Problem.TOO_LARGE, f"has more than {limits.object_bytes:,} bytes")
        for number, item in enumerate(_items(key, raw, context)):
            if number == limits.articles:
                raise Unreadable(Problem.TOO_MANY, f"holds more than {limits.articles:,} articles")
            yield item
    except Unreadable as error:
        yield error.of("")


def _items(key: str, raw: BinaryIO, context: Context) -> Iterator[Item]:
    stream = Stream(raw, context.settings.limits.expanded_bytes)
    container = container_of(key, stream.peek(HEAD))
    reader = _reader(container)
    if reader is None:
        return read_single(stream, container, context)
    return reader(_narrowed(stream, context) if container in _OF_LINES else stream, context)


def _narrowed(stream: Stream, context: Context) -> Stream:
    """The stream in UTF-8 if its byte order mark tells of more than a byte a character."""
    encoding = wide_encoding(stream.peek(LONGEST_MARK))
    return Stream(Narrowed(stream, encoding), context.settings.limits.expanded_bytes) if encoding else stream


def _reader(container: Container) -> Reader | None:
    """The reader of objects of many articles; those that need packages of others are imported only here."""
    if container is Container.FEED:
        from treatycheck.audit.reading.feeds import read_feed

        return read_feed
    if container is Container.WARC:
        from treatycheck.audit.reading.warc import read_warc

        return read_warc
    return {Container.JSON_LINES: read_json_lines, Container.JSON: read_json}.get(container)
