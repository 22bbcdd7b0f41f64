"""The objects of a state: which are done, which must be read, how far their reading got, which are gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from treatycheck.audit.archive import ArchiveObject
from treatycheck.audit.article import PASSING, Failure
from treatycheck.audit.local.database import Database
from treatycheck.audit.local.documents import Documents, storable
from treatycheck.audit.local.tasks import ReadTask

# worth another try in the next audit, though the object is the same


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects during an audit that reads under `version`. Changes lie in the caller's transaction."""

    database: Database
    documents: Documents
    version: str

    @property
    def number(self) -> int:
        return self.documents.number

    def examine(self, item: ArchiveObject, slices: int) -> list[ReadTask]:
        """What is to be done for an object of the archive: nothing where it is done or unchanged."""
        self.database.execute("INSERT INTO objects (key) VALUES (?) ON CONFLICT DO NOTHING", item.key)
        columns = "id, fingerprint, digest, version, complete, again, seen, slices"
        row = self.database.row(f"SELECT {columns} FROM objects WHERE key = ?", item.key)
        object_id, fingerprint, digest, version, complete, again, seen, begun_slices = row
        self._meet(object_id)
        current = version == self.version
        done = complete and current and (not again or seen == self.number)
        if done and item.fingerprint and fingerprint == item.fingerprint:
            self._see(object_id)
            return []
        if current and digest and not complete:
            return self._rest(object_id, item, digest, begun_slices)
        unchanged = digest if done else ""
        return [ReadTask(object_id, item, unchanged=unchanged, slice=one, slices=slices) for one in range(slices)]

    def same(self, task: ReadTask) -> None:
        """The object's content is what it was, whatever its time says."""
        statement = "UPDATE objects SET fingerprint = ? WHERE id = ?"
        self.database.execute(statement, task.object.fingerprint, task.object_id)
        self._see(task.object_id)

    def begin(self, task: ReadTask, digest: str) -> None:
        """Goes on with the reading of this content, or begins one: what was begun of another is forgotten."""
        statement = "SELECT digest, version, complete FROM objects WHERE id = ?"
        begun, version, complete = self.database.row(statement, task.object_id)
        if begun == digest and version == self.version and not complete:
            return
        self.database.execute(
            "UPDATE objects SET digest = ?, version = ?, slices = ?, generation = generation + 1, complete = 0,"
            " again = 0 WHERE id = ?",
            *(digest, self.version, task.slices, task.object_id),
        )
        if begun or version:  # of an object that is new, nothing is there
            self.database.execute("DELETE FROM slices WHERE object = ?", task.object_id)
            self.database.execute("DELETE FROM failures WHERE object = ?", task.object_id)

    def reach(self, task: ReadTask, reached: int, *, finished: bool = False) -> None:
        """All of a slice before a position is kept; the last slice that is finished completes the object."""
        if finished and task.slices == 1:
            self._complete(task)
            return
        self.database.execute(
            "INSERT INTO slices VALUES (?, ?, ?, ?) ON CONFLICT (object, slice)"
            " DO UPDATE SET reached = max(reached, excluded.reached), finished = max(finished, excluded.finished)",
            *(task.object_id, task.slice, reached, finished),
        )
        statement = "SELECT count(*) FROM slices WHERE object = ? AND finished"
        if finished and self.database.row(statement, task.object_id)[0] == task.slices:
            self._complete(task)

    def resumed(self, task: ReadTask) -> ReadTask:
        """The task from where its slice got to."""
        statement = "SELECT digest, version, complete FROM objects WHERE id = ?"
        digest, version, complete = self.database.row(statement, task.object_id)
        if not digest or version != self.version or complete:
            return task
        rows = self.database.rows(
            "SELECT reached FROM slices WHERE object = ? AND slice = ?", task.object_id, task.slice
        )
        return replace(task, unchanged="", begun=digest, skip=next((reached for (reached,) in rows), 0))

    def is_complete(self, task: ReadTask) -> bool:
        """Whether all of the task's object is kept."""
        return bool(self.database.row("SELECT complete FROM objects WHERE id = ?", task.object_id)[0])

    def abandon(self, task: ReadTask) -> None:
        """Completes an object as it is, to be read again in the next audit."""
        self._complete(task)
        self.database.execute("UPDATE objects SET again = 1 WHERE id = ?", task.object_id)

    def fail(self, task: ReadTask, position: int, failure: Failure) -> None:
        """What could not be read or judged."""
        self.database.execute(
            "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?)",
            *(task.object_id, position, storable(failure.part), failure.problem.value, storable(failure.detail)),
        )
        if failure.problem in PASSING:
            self.database.execute("UPDATE objects SET again = 1 WHERE id = ?", task.object_id)

    def miss(self, covers: Callable[[str], bool]) -> None:
        """The objects that this audit should have met and did not are gone, with their documents."""
        rows = self.database.rows("SELECT id, key FROM objects WHERE met <> ?", self.number)
        for object_id in [object_id for object_id, key in rows if covers(key)]:
            self.documents.depart("WHERE d.object = ?", object_id)
            self.database.execute("DELETE FROM failures WHERE object = ?", object_id)
            self.database.execute("DELETE FROM slices WHERE object = ?", object_id)
            statement = "UPDATE objects SET complete = 0, digest = '', version = '', fingerprint = '' WHERE id = ?"
            self.database.execute(statement, object_id)

    def _rest(self, object_id: int, item: ArchiveObject, digest: str, slices: int) -> list[ReadTask]:
        """The slices of an object that were begun and not finished."""
        rows = self.database.rows("SELECT slice, reached, finished FROM slices WHERE object = ?", object_id)
        begun = {one: (reached, finished) for one, reached, finished in rows}
        return [
            ReadTask(object_id, item, begun=digest, slice=one, slices=slices, skip=begun.get(one, (0, 0))[0])
            for one in range(slices)
            if not begun.get(one, (0, 0))[1]
        ]

    def _meet(self, object_id: int) -> None:
        statement = "UPDATE objects SET met = ? WHERE id = ? AND met <> ?"
        if self.database.execute(statement, self.number, object_id, self.number).rowcount:
            self.documents.count("objects")

    def _see(self, object_id: int) -> None:
        statement = "UPDATE objects SET seen = ? WHERE id = ? AND seen <> ?"
        if self.database.execute(statement, self.number, object_id, self.number).rowcount:
            self.documents.count("unchanged")

    def _complete(self, task: ReadTask) -> None:
        self.database.execute(
            "UPDATE objects SET complete = 1, fingerprint = ?, seen = ? WHERE id = ?",
            *(task.object.fingerprint, self.number, task.object_id),
        )
        self.documents.count("read")
        self.database.execute("DELETE FROM slices WHERE object = ?", task.object_id)
        # what was not found again may be in what could not be read, and is not told to be gone
        failed = self.database.rows("SELECT 1 FROM failures WHERE object = ? LIMIT 1", task.object_id)
        if next(failed, None) is None:
            where = "WHERE d.object = ? AND d.generation < o.generation"
            self.documents.depart(where, task.object_id)
