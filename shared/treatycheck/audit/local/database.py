"""A state file: one SQLite database, one writer, transactions that are whole or not at all."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from treatycheck.audit.local.schema import APPLICATION, LAYOUT, TABLES
from treatycheck.errors import StateUnavailable

_IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class Database:
    """The connection. All errors of SQLite become StateUnavailable, and what was begun is undone."""

    def __init__(self, path: str) -> None:
        """Opens or makes the file, for this process alone. Raises StateUnavailable."""
        self.path = path
        self._open = False
        with self._told():
            try:
                self._connect()
            except sqlite3.OperationalError as error:
                if _kind(error) not in _IN_USE:
                    raise
                # two that begin at once stand in each other's way: one of them is to go on
                time.sleep(random.uniform(0.1, 1.0))
                self._connect()

    def close(self) -> None:
        """Closes the file; what was not committed is undone."""
        self.connection.close()

    def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        """Runs a statement. Raises StateUnavailable."""
        with self._told():
            return self.connection.execute(statement, values)

    def rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one after the other. Raises StateUnavailable."""
        with self._told():
            yield from self.connection.execute(statement, values)

    def row(self, statement: str, *values: object) -> tuple[Any, ...]:
        """The one row of a query. Raises StateUnavailable."""
        (row,) = self.rows(statement, *values)
        return row

    def begin(self) -> None:
        """Begins a transaction where none is open."""
        if not self._open:
            self.execute("BEGIN IMMEDIATE")
            self._open = True

    def commit(self) -> None:
        """Makes all since `begin` lasting."""
        if self._open:
            self.execute("COMMIT")
            self._open = False

    def rollback(self) -> None:
        """Undoes all since `begin`; a full disk may have done so already."""
        self._open = False
        if self.connection.in_transaction:
            with self._told():
                self.connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All inside or nothing, whatever ends it."""
        self.begin()
        try:
            yield
            self.commit()
        except BaseException:
            self.rollback()
            raise

    def _connect(self) -> None:
        self.connection = sqlite3.connect(self.path, isolation_level=None, timeout=1.0)
        try:
            self.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._check()
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.close()
            raise

    def _check(self) -> None:
        application = self.connection.execute("PRAGMA application_id").fetchone()[0]
        layout = self.connection.execute("PRAGMA user_version").fetchone()[0]
        if not application and not self.connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            script = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {LAYOUT};"
            self.connection.executescript(f"BEGIN; {TABLES} {script} COMMIT;")
        elif application != APPLICATION:
            raise StateUnavailable(f"{self.path} is no state of an audit")
        elif layout != LAYOUT:
            raise StateUnavailable(f"{self.path} was written by another version: audit into a new state")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StateUnavailable(_meaning(self.path, error)) from error


def _kind(error: sqlite3.Error) -> int:
    """The lowest byte of SQLite's code."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _meaning(path: str, error: sqlite3.Error) -> str:
    code = _kind(error)
    if code in _IN_USE:
        return f"{path} is in use by another audit"
    if code == sqlite3.SQLITE_NOTADB:
        return f"{path} is no state of an audit"
    if code == sqlite3.SQLITE_FULL:
        return f"{path}: the disk is full; the state is whole as of the last step, --resume goes on from there"
    if code == sqlite3.SQLITE_READONLY:
        return f"{path} cannot be written"
    if code == sqlite3.SQLITE_CORRUPT:
        return f"{path} is damaged: audit into a new state"
    if code == sqlite3.SQLITE_CANTOPEN:
        folder = Path(path).parent
        return f"{path} cannot be opened" + ("" if folder.is_dir() else f": there is no folder {folder}")
    return f"{path}: {error}"
