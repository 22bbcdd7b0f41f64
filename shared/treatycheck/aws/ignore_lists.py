"""Stored lists of claims that a client does not want to see again: what they are, and how they change.

A list is kept under a handle, which its owner's API key and its name make. So nobody else's key reaches it, the
key itself is not kept, and who is given the handle can have claims left out and no more.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Protocol

from treatycheck.errors import EditConflict, ReferenceDataError
from treatycheck.facts.precondition import Precondition

MOST_ENTRIES = 2000
# an item of DynamoDB has 400 kB at most
MOST_RECORD_BYTES = 380_000
_ATTEMPTS = 5
_HANDLE_DIGITS = 32
_HANDLE = re.compile(rf"[0-9a-f]{{{_HANDLE_DIGITS}}}")


class IgnoreEntry(NamedTuple):
    """A claim to leave out; why, and since which day (ISO 8601), where the client says so."""

    id: str
    note: str | None = None
    date: str | None = None


Entries = tuple[IgnoreEntry, ...]


class IgnoreList(NamedTuple):
    """One version of a list, counted from 1. A removed list has None for its entries and keeps its version, so that
    no version of that name comes twice.
    """

    version: int
    entries: Entries | None


class IgnoreLists(Protocol):
    """Where lists are kept."""

    def read(self, handle: str) -> IgnoreList | None:
        """The list of this handle as it is now; None if there never was one. Raises StoreUnavailable."""

    def write(self, handle: str, changed: IgnoreList, since: int) -> bool:
        """Whether the list was written: not where it has another version than `since`, 0 for none.

        Raises StoreUnavailable.
        """


def handle_of(key: str, name: str) -> str:
    """Where the list of this name lies that the holder of the API key owns."""
    return hashlib.sha256(f"{key}/{name}".encode("utf-8", "surrogatepass")).hexdigest()[:_HANDLE_DIGITS]


def is_handle(name: str) -> bool:
    return _HANDLE.fullmatch(name) is not None


def ids_on(lists: IgnoreLists, key: str, name: str) -> frozenset[str] | None:
    """The claims on the list that has this handle, or this name for this API key; None where there is none.

    Raises StoreUnavailable.
    """
    held = lists.read(name if is_handle(name) else handle_of(key, name))
    return None if held is None or held.entries is None else frozenset(entry.id for entry in held.entries)


def change(
    lists: IgnoreLists, handle: str, condition: Precondition, edit: Callable[[Entries | None], Entries | None]
) -> IgnoreList:
    """The list after an edit, which gets and gives None for a list that is not there.

    Raises what `edit` raises, PreconditionFailed, PreconditionRequired, EditConflict, StoreUnavailable.
    """
    for _ in range(_ATTEMPTS):
        held = lists.read(handle) or IgnoreList(0, None)
        entries = edit(held.entries)
        condition.check(None if held.entries is None else held.version, "the list")
        changed = IgnoreList(held.version + 1, entries)
        if lists.write(handle, changed, held.version):
            return changed
    raise EditConflict("the list kept changing; try again")


def joined(held: Entries, added: Iterable[IgnoreEntry]) -> Entries:
    """The entries with others on top, by id; the later one of a claim counts."""
    by_id = {entry.id: entry for entry in (*held, *added)}
    return tuple(by_id[claim_id] for claim_id in sorted(by_id))


def to_record(entries: Entries) -> str:
    """The entries as JSON; what is not said is left out."""
    return json.dumps([entry_to_dict(entry) for entry in entries], ensure_ascii=False, separators=(",", ":"))


def entry_to_dict(entry: IgnoreEntry) -> dict[str, Any]:
    """An entry with what is said of it."""
    return {name: value for name, value in entry._asdict().items() if value is not None}


def from_record(record: str) -> Entries:
    """The entries of such a record. Raises ReferenceDataError."""
    try:
        return tuple(IgnoreEntry(**entry) for entry in json.loads(record))
    except (TypeError, ValueError) as error:
        raise ReferenceDataError("a list of claims to ignore cannot be read") from error
