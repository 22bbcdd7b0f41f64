"""What reading gives: articles with their dates, and failures with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from treatycheck.model import Document


class DateSource(StrEnum):
    """Where an article's date was told, the more trusted first. `retrieved` is the day that a crawler came by."""

    METADATA = "metadata"
    JSON_LD = "json_ld"
    TIME = "time"
    HEADER = "header"
    NAME = "name"
    RETRIEVED = "retrieved"
    GIVEN = "given"
    NONE = "none"


class Problem(StrEnum):
    """Why something could not be audited."""

    UNREADABLE = "unreadable"
    NOT_TEXT = "not_text"
    BAD_ENCODING = "bad_encoding"
    TRUNCATED = "truncated"
    CORRUPT = "corrupt"
    MALFORMED = "malformed"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    NOT_JUDGED = "not_judged"
    CRASHED = "crashed"


# what the next audit tries again, though nothing of the object has changed
PASSING = frozenset({Problem.CRASHED, Problem.UNREADABLE, Problem.NOT_JUDGED})


@dataclass(frozen=True, slots=True)
class Article:
    """A document of an archive. `part` names it in its object, "" where it is the whole of it."""

    part: str
    document: Document
    date_source: DateSource = DateSource.NONE


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or judged: a part of an object, or all of it or of its rest for the part ""."""

    part: str
    problem: Problem
    detail: str


class Unreadable(Exception):
    """Raised inside reading, and made a Failure there."""

    def __init__(self, problem: Problem, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem
        self.detail = detail

    def of(self, part: str) -> Failure:
        """The failure of a part."""
        return Failure(part, self.problem, self.detail)
