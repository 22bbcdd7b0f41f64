"""What clients send of lists of claims to ignore, checked by pydantic."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from treatycheck.aws.ignore_lists import MOST_ENTRIES, IgnoreEntry
from treatycheck.aws.schema import LONGEST_CLAIM_ID, Day, bounded

LONGEST_NOTE = 200
CLAIM_ID = rf"[A-Za-z0-9_-]{{1,{LONGEST_CLAIM_ID}}}"
_CLAIM_ID = re.compile(CLAIM_ID)


def check_claim_id(value: Any) -> str:
    """The id of a claim, as reports give it."""
    if isinstance(value, str) and _CLAIM_ID.fullmatch(value):
        return value
    raise PydanticCustomError("claim_id", "must be the id of a claim, as reports give it")


def check_note(value: Any) -> str | None:
    """A note that can be stored: a lone surrogate has no UTF-8."""
    note = bounded(LONGEST_NOTE)(value)
    try:
        (note or "").encode()
    except UnicodeEncodeError:
        raise PydanticCustomError("note", "holds a lone surrogate") from None
    return note


class EntryRequest(BaseModel):
    """A claim to ignore."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, PlainValidator(check_claim_id)]
    note: Annotated[str | None, PlainValidator(check_note)] = None
    date: Day = None

    def to_entry(self) -> IgnoreEntry:
        return IgnoreEntry(self.id, self.note, self.date.isoformat() if self.date else None)


class ListRequest(BaseModel):
    """The body of `PUT /v1/ignore-lists/{id}`, and of `POST` to its entries."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    entries: Annotated[list[EntryRequest], Field(max_length=MOST_ENTRIES)]

    def to_entries(self) -> tuple[IgnoreEntry, ...]:
        return tuple(entry.to_entry() for entry in self.entries)
