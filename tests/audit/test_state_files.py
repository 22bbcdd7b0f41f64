"""State files that no audit can be kept in: in use, damaged, of others."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.audit.archives import write_archive
from tests.audit.running import Auditor
from treatycheck.audit.local.database import Database
from treatycheck.audit.local.state import State
from treatycheck.errors import StateUnavailable


def test_of_two_that_begin_at_once_one_goes_on(tmp_path: Path) -> None:
    """Both hold what the other needs, as when each has read the empty file."""
    path = str(tmp_path / "state")
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("SELECT * FROM sqlite_master").fetchall()
    threading.Timer(1.5, other.close).start()
    Database(path).close()


def test_a_state_that_is_in_use_is_refused(auditor: Auditor) -> None:
    state = State(str(auditor.state))
    with pytest.raises(StateUnavailable, match="in use by another audit"):
        auditor()
    state.close()


@pytest.mark.parametrize("content", [b"not a database at all, whatever it is", b"SQLite format 3\x00"])
def test_a_file_that_is_no_state_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(StateUnavailable):
        State(str(path))
    assert path.read_bytes() == content


def test_a_damaged_state_says_what_to_do(auditor: Auditor) -> None:
    write_archive(auditor.folder, 10)
    auditor()
    content = auditor.state.read_bytes()
    auditor.state.write_bytes(content[:4096] + b"\xaa" * (len(content) - 4096))
    with pytest.raises(StateUnavailable, match="is damaged: audit into a new state"):
        auditor()


def test_a_database_of_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    with pytest.raises(StateUnavailable, match="no state of an audit"):
        State(str(path))
