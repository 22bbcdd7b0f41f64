"""Objects of an archive that lie in memory."""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

from treatycheck.audit.archive import Settings
from treatycheck.audit.article import Article, Failure
from treatycheck.audit.reading.read import read_object

DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class MemoryObject:
    """An object with its content at hand."""

    key: str
    content: bytes

    @property
    def fingerprint(self) -> str:
        return hashlib.md5(self.content).hexdigest()

    @property
    def size(self) -> int:
        return len(self.content)

    def open(self) -> io.BytesIO:
        return io.BytesIO(self.content)


def read(key: str, content: bytes | str, settings: Settings = DEFAULT) -> list[Article | Failure]:
    """All that is read of an object."""
    return list(read_object(MemoryObject(key, content.encode() if isinstance(content, str) else content), settings))


def article(key: str, content: bytes | str, settings: Settings = DEFAULT) -> Article:
    """The one article of an object that has no failures."""
    (found,) = read(key, content, settings)
    assert isinstance(found, Article), found
    return found


def failures(found: Sequence[Article | Failure]) -> list[tuple[str, str]]:
    return [(item.part, item.problem.value) for item in found if isinstance(item, Failure)]


def texts(found: Sequence[Article | Failure]) -> list[str]:
    return [item.document.text for item in found if isinstance(item, Article)]


def gzipped(content: bytes | str) -> bytes:
    return gzip.compress(content.encode() if isinstance(content, str) else content)
