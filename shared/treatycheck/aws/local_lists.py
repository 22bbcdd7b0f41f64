"""Lists of claims to ignore on this machine: in memory, and in one file where one is named."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

from treatycheck.aws.ignore_lists import Entries, IgnoreList, from_record, to_record
from treatycheck.errors import InvalidInput, ReferenceDataError, StoreUnavailable


class LocalLists:
    """Lists by handle. With `path` they are read from that file, and each change replaces it."""

    def __init__(self, path: Path | None = None) -> None:
        """Raises InvalidInput where the file is none of ours, OSError where it cannot be read."""
        self._path = path
        self._lock = threading.Lock()
        self._lists = read_lists(path) if path is not None and path.exists() else {}

    def read(self, handle: str) -> IgnoreList | None:
        """The list of this handle as it is now; None if there never was one."""
        return self._lists.get(handle)

    def write(self, handle: str, changed: IgnoreList, since: int) -> bool:
        """Whether the list was written: not where it has another version than `since`, 0 for none.

        Raises StoreUnavailable where the file cannot be written.
        """
        with self._lock:
            held = self._lists.get(handle)
            if (held.version if held else 0) != since:
                return False
            lists = {**self._lists, handle: changed}
            if self._path is not None:
                write_lists(self._path, lists)
            self._lists = lists
        return True


def in_memory() -> Callable[[], LocalLists]:
    """What gives the same lists at each call, kept in no file."""
    lists = LocalLists()
    return lambda: lists


def read_lists(path: Path) -> dict[str, IgnoreList]:
    """The lists in a file. Raises InvalidInput, OSError."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {handle: IgnoreList(int(held["version"]), _entries(held["entries"])) for handle, held in content.items()}
    except (AttributeError, KeyError, TypeError, ValueError, ReferenceDataError) as error:
        raise InvalidInput(f"{path}: holds no lists of claims to ignore") from error


def _entries(written: object) -> Entries | None:
    return None if written is None else from_record(json.dumps(written))


def write_lists(path: Path, lists: dict[str, IgnoreList]) -> None:
    """Replaces the file in one step, so that a crash leaves the old or the new one. Raises StoreUnavailable."""
    content = {
        handle: {
            "version": held.version,
            "entries": None if held.entries is None else json.loads(to_record(held.entries)),
        }
        for handle, held in sorted(lists.items())
    }
    begun = path.with_name(f"{path.name}.new")
    try:
        begun.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        begun.replace(path)
    except OSError as error:
        raise StoreUnavailable("the file of lists could not be written") from error
