"""What the parent asks of its worker processes, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass

from treatycheck.audit.archive import ArchiveObject
from treatycheck.audit.article import Failure
from treatycheck.audit.judging import JudgedArticle


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Read an object and judge every `slices`-th article from number `slice` on.

    Nothing is done where the content has the digest `unchanged`; where it has the digest `begun`, articles before
    `skip` are passed over. A `careful` worker tells each article before it begins it, and answers one by one.
    """

    object_id: int
    object: ArchiveObject
    unchanged: str = ""
    begun: str = ""
    slice: int = 0
    slices: int = 1
    skip: int = 0
    careful: bool = False


@dataclass(frozen=True, slots=True)
class JudgeTask:
    """Judge kept claims again; each document by its number."""

    documents: tuple[tuple[int, bytes], ...]


Task = ReadTask | JudgeTask


@dataclass(frozen=True, slots=True)
class Same:
    """The object's content is what it was."""


@dataclass(frozen=True, slots=True)
class Starting:
    """A careful worker begins an article."""

    position: int
    part: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Articles of an object with this digest, by position; all of the slice before `reached` are done. `share` is how
    much of the object was read, 0 to 1.
    """

    digest: str
    items: tuple[tuple[int, JudgedArticle | Failure], ...]
    reached: int
    share: float
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Again:
    """Documents judged again; None where that failed."""

    documents: tuple[tuple[int, JudgedArticle | None], ...]


Answer = Same | Starting | Chunk | Again
