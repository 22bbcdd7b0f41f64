"""What an audit reads: the port that folders and buckets implement, and what is taken of an object at most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Protocol

from treatycheck.model import MAX_CHARACTERS


class ArchiveObject(Protocol):
    """A file or its like. It is sent to worker processes, so it can be pickled."""

    @property
    def key(self) -> str:
        """Its name, unique in the archive and lasting: findings are known by it."""

    @property
    def fingerprint(self) -> str:
        """What changes with its content and is told without reading it: an ETag, a size and time; "" if nothing is."""

    @property
    def size(self) -> int:
        """Its bytes as they lie."""

    def open(self) -> BinaryIO:
        """Its content from the first byte, seekable. Raises OSError."""


class Archive(Protocol):
    """A set of objects."""

    def objects(self) -> Iterator[ArchiveObject]:
        """The objects, each key once, in the order of their keys. Raises OSError."""

    def covers(self, key: str) -> bool:
        """Whether an object with this key, if there were one, would be among the objects."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken at most: bytes of an object as it lies, of what it expands to, of one article; articles."""

    object_bytes: int = 20_000_000_000
    expanded_bytes: int = 100_000_000_000
    article_bytes: int = 4 * MAX_CHARACTERS + 3
    articles: int = 5_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How objects are read. `name_pattern` tells where the date stands in an object's name or an article's
    address, such as "DD-MM-YYYY"; `published` dates what has no date of its own.
    """

    limits: Limits = Limits()
    name_pattern: str | None = None
    published: date | None = None
