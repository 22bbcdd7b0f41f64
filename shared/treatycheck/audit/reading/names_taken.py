"""Counts by name for any number of names: so many in memory, the others in a temporary file."""

from __future__ import annotations

import hashlib
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EIO

MOST_IN_MEMORY = 100_000
_TABLE = """
PRAGMA journal_mode = OFF; PRAGMA cache_size = -16000;
CREATE TABLE counts (name BLOB PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
BEGIN;
"""


class NamesTaken:
    """A count for each name that was given one, 0 for all others. Raises OSError where no file can be written."""

    def __init__(self) -> None:
        self._near: dict[bytes, int] = {}
        self._far: sqlite3.Connection | None = None

    def __getitem__(self, name: str) -> int:
        digest = _digest(name)
        count = self._near.get(digest)
        if count is not None or self._far is None:
            return count or 0
        with _told():
            row = self._far.execute("SELECT count FROM counts WHERE name = ?", (digest,)).fetchone()
        return row[0] if row else 0

    def __setitem__(self, name: str, count: int) -> None:
        digest = _digest(name)
        if len(self._near) < MOST_IN_MEMORY or digest in self._near:
            self._near[digest] = count
            return
        with _told():
            self._file().execute("INSERT OR REPLACE INTO counts VALUES (?, ?)", (digest, count))

    def _file(self) -> sqlite3.Connection:
        if self._far is None:
            # without a name, SQLite makes a file that goes with the connection
            self._far = sqlite3.connect("", isolation_level=None)
            weakref.finalize(self, self._far.close)
            self._far.executescript(_TABLE)
        return self._far


def _digest(name: str) -> bytes:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).digest()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(EIO, f"the names of an object's articles could not be kept: {error}") from error
