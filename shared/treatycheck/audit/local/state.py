"""A state file over its audits: begun, resumed, finished, and what a report of the last one shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from treatycheck.audit.article import Failure, Problem
from treatycheck.audit.finding import DocumentFindings
from treatycheck.audit.kept import findings_in
from treatycheck.audit.local.database import Database
from treatycheck.audit.local.documents import IN_ORDER, Documents, kept_from_row
from treatycheck.audit.local.objects import Objects
from treatycheck.audit.reliance import reliance_from_record, relies
from treatycheck.audit.versions import Groups, changed_groups, engine_version
from treatycheck.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Counts:
    """What an audit did: objects met, of these unchanged, read; documents judged, judged again for changed facts or
    another day, gone.
    """

    objects: int
    unchanged: int
    read: int
    judged: int
    rejudged: int
    departed: int


@dataclass(frozen=True, slots=True)
class Run:
    """An audit: its number in this state, the day of undated articles, what was asked; which facts and engine."""

    number: int
    today: date
    request: dict[str, Any]
    reference: str
    engine: str
    finished: bool


class State:
    """The file. Raises StateUnavailable from all methods."""

    def __init__(self, path: str) -> None:
        self.database = Database(path)

    def close(self) -> None:
        self.database.close()

    def last(self) -> Run | None:
        """The last audit, finished or not."""
        statement = (
            "SELECT number, today, request, reference, engine, finished FROM audits ORDER BY number DESC LIMIT 1"
        )
        for number, today, request, reference, engine, finished in self.database.rows(statement):
            return Run(number, date.fromisoformat(today), json.loads(request), reference, engine, bool(finished))
        return None

    def begin(self, today: date, request: dict[str, Any], reference: str) -> Run:
        """An audit. One that was not finished is taken over: what is new is told against the last finished one."""
        last = self.last()
        number = last.number + last.finished if last else 1
        self._meet_anew(number)
        self.database.execute(
            "INSERT INTO audits (number, today, request, reference, engine) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (number) DO UPDATE SET today = excluded.today, request = excluded.request,"
            " reference = excluded.reference, engine = excluded.engine",
            *(number, today.isoformat(), json.dumps(request), reference, engine_version()),
        )
        return Run(number, today, request, reference, engine_version(), False)

    def resume(self, reference: str) -> Run:
        """The audit that was not finished. Raises InvalidInput where there is none."""
        last = self.last()
        if last is None:
            raise InvalidInput(f"{self.database.path}: there is no audit to resume")
        if last.finished:
            told = "there is no unfinished audit to resume; --report shows the last one"
            raise InvalidInput(f"{self.database.path}: {told}")
        self._meet_anew(last.number)
        statement = "UPDATE audits SET reference = ?, engine = ? WHERE number = ?"
        self.database.execute(statement, reference, engine_version(), last.number)
        return replace(last, reference=reference, engine=engine_version())

    def _meet_anew(self, number: int) -> None:
        """What an audit met before it was ended may be gone when it goes on."""
        self.database.execute("UPDATE objects SET met = 0 WHERE met = ?", number)
        self.database.execute("UPDATE audits SET objects = 0 WHERE number = ?", number)

    def documents(self, run: Run) -> Documents:
        return Documents(self.database, run.number)

    def objects(self, run: Run, version: str) -> Objects:
        return Objects(self.database, self.documents(run), version)

    def finish(self, run: Run) -> None:
        """Ends an audit, and forgets what was fixed before it."""
        self.database.execute("DELETE FROM documents WHERE claims = x'' AND audit < ?", run.number)
        self.database.execute(
            "DELETE FROM objects WHERE met < ? AND digest = '' AND id NOT IN (SELECT object FROM documents)", run.number
        )
        self.database.execute("UPDATE audits SET finished = 1 WHERE number = ?", run.number)

    def take_reference(self, version: str, groups: Callable[[], Groups]) -> None:
        """Brings the state to a version of the facts: the documents that relied on what changed become stale."""
        known = dict(self.database.rows("SELECT treaty || ' ' || relation, digest FROM groups"))
        if known.get(" ") == version:
            return
        new = groups()
        old: Groups = {(group.split(" ")[0], group.split(" ")[1]): digest for group, digest in known.items()}
        if old.pop(("", ""), ""):
            self._make_stale(changed_groups(old, new))
        self.database.execute("DELETE FROM groups")
        for (treaty, relation), digest in {**new, ("", ""): version}.items():
            self.database.execute("INSERT INTO groups VALUES (?, ?, ?)", treaty, relation, digest)

    def _make_stale(self, changed: frozenset[tuple[str, str]]) -> None:
        for treaty in sorted({treaty for treaty, _ in changed}):
            rows = self.database.rows("SELECT document, relations FROM reliance WHERE treaty = ?", treaty)
            for document, relations in list(rows):
                if relies(reliance_from_record({treaty: relations.split()}), changed):
                    self.database.execute("UPDATE documents SET stale = 1 WHERE id = ?", document)

    def counts(self, run: Run) -> Counts:
        """What an audit did."""
        columns = ", ".join(field.name for field in fields(Counts))
        return Counts(*self.database.row(f"SELECT {columns} FROM audits WHERE number = ?", run.number))

    def found(self, run: Run) -> Iterator[DocumentFindings]:
        """The documents of an audit with their findings, by key and place."""
        where = "WHERE o.seen = ? OR d.audit = ? ORDER BY o.key, d.position, d.part"
        for row in self.database.rows(IN_ORDER + where, run.number, run.number):
            yield findings_in(kept_from_row(row), run.number)

    def failures(self, run: Run) -> Iterator[tuple[str, Failure]]:
        """What an audit could not read or judge, by key and place."""
        statement = (
            "SELECT o.key, f.part, f.problem, f.detail FROM failures f JOIN objects o ON o.id = f.object"
            " WHERE o.seen = ? ORDER BY o.key, f.position"
        )
        for key, part, problem, detail in self.database.rows(statement, run.number):
            yield key, Failure(part, Problem(problem), detail)


@contextmanager
def opened_state(path: str) -> Iterator[State]:
    """The state in a file, which is made where there is none. Raises StateUnavailable."""
    state = State(path)
    try:
        yield state
    finally:
        state.close()
