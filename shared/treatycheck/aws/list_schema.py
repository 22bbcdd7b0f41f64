"""What clients send of lists of claims to ignore."""

from __future__ import annotations

import re
from typing import Any

from treatycheck.aws.fields import Field, each, read_fields, refused
from treatycheck.aws.ignore_lists import MOST_ENTRIES, IgnoreEntry
from treatycheck.aws.schema import LONGEST_CLAIM_ID, bounded, check_day

LONGEST_NOTE = 200
CLAIM_ID = rf"[A-Za-z0-9_-]{{1,{LONGEST_CLAIM_ID}}}"
_CLAIM_ID = re.compile(CLAIM_ID)


def check_claim_id(value: Any) -> str:
    """The id of a claim, as reports give it."""
    if isinstance(value, str) and _CLAIM_ID.fullmatch(value):
        return value
    raise refused("must be the id of a claim, as reports give it")


def check_note(value: Any) -> str | None:
    """A note that can be stored: a lone surrogate has no UTF-8."""
    note: str | None = bounded(LONGEST_NOTE)(value)
    try:
        (note or "").encode()
    except UnicodeEncodeError:
        raise refused("holds a lone surrogate") from None
    return note


def read_entry(body: Any) -> IgnoreEntry:
    """A claim to ignore. Raises InvalidRequest."""
    entry = read_fields(body, _ENTRY)
    return IgnoreEntry(entry["id"], entry["note"], entry["date"].isoformat() if entry["date"] else None)


def read_entries(body: Any) -> tuple[IgnoreEntry, ...]:
    """The body of `PUT /v1/ignore-lists/{id}`, and of `POST` to its entries. Raises InvalidRequest."""
    return tuple(read_fields(body, _LIST)["entries"])


_ENTRY = {"id": Field(check_claim_id), "note": Field(check_note, None), "date": Field(check_day, None)}
_LIST = {"entries": Field(each(read_entry, MOST_ENTRIES, "entries"))}
