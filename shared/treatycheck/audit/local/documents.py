"""The documents of a state: kept as they are judged, judged again, gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from treatycheck.audit.article import Problem
from treatycheck.audit.judging import JudgedArticle
from treatycheck.audit.kept import KeptDocument, departed, findings_packed, findings_unpacked, settled
from treatycheck.audit.local.database import Database

_COLUMNS = "d.id, d.object, o.key, d.position, d.audit, d.as_of, d.findings, d.claims"
SELECT = f"SELECT {_COLUMNS} FROM documents d JOIN objects o ON o.id = d.object "
# in an order that needs no sorting of whole rows
IN_ORDER = f"SELECT {_COLUMNS} FROM objects o CROSS JOIN documents d ON d.object = o.id "
_KEEP = """
INSERT INTO documents (object, part, position, generation, audit, as_of, dated, findings, claims)
  VALUES (?, ?, ?, (SELECT generation FROM objects WHERE id = ?), ?, ?, ?, ?, ?)
  ON CONFLICT (object, part) DO UPDATE SET position = excluded.position, generation = excluded.generation,
    audit = excluded.audit, as_of = excluded.as_of, dated = excluded.dated, stale = 0,
    findings = excluded.findings, claims = excluded.claims
  RETURNING id
"""


def kept_from_row(row: tuple[Any, ...]) -> KeptDocument:
    """A row of `SELECT`; which facts it relies on is left in the index."""
    _, _, key, position, audit, as_of, findings, claims = row
    article, found = findings_unpacked(findings)
    return KeptDocument(key, position, audit, article, date.fromisoformat(as_of), found, {}, claims)


def storable(text: str) -> str:
    """A text that SQLite takes: lone surrogates, which names in archives may hold, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents during audit `number`. Changes lie in the transaction that the caller begins and commits."""

    database: Database
    number: int

    def keep(self, object_id: int, key: str, position: int, judged: JudgedArticle) -> None:
        """An article of an object as it was judged."""
        where = "WHERE d.object = ? AND d.part = ?"
        rows = self.database.rows(SELECT + where, object_id, storable(judged.article.part))
        before = next(map(kept_from_row, rows), None)
        self._write(object_id, settled(judged, before, key=key, position=position, audit=self.number))
        self.count("judged")

    def keep_again(self, document_id: int, judged: JudgedArticle) -> None:
        """A document that was judged again."""
        row = self.database.row(SELECT + "WHERE d.id = ?", document_id)
        before = kept_from_row(row)
        self._write(row[1], settled(judged, before, key=before.key, position=before.position, audit=self.number))
        self.count("rejudged")

    def depart(self, where: str, *values: object) -> None:
        """Documents that are gone: their refuted claims are fixed, and kept for this audit's report."""
        for row in list(self.database.rows(SELECT + where, *values)):
            before = kept_from_row(row)
            kept = departed(before, self.number)
            self.database.execute("DELETE FROM reliance WHERE document = ?", row[0])
            if kept is None:
                self.database.execute("DELETE FROM documents WHERE id = ?", row[0])
            else:
                self.database.execute(
                    "UPDATE documents SET audit = ?, stale = 0, dated = 1, findings = ?, claims = x'' WHERE id = ?",
                    *(self.number, findings_packed(kept.article, kept.findings), row[0]),
                )
            if not before.is_gone:
                self.count("departed")

    def take_day(self, today: date) -> None:
        """Documents without a date are judged as of today: those judged as of another day are stale."""
        statement = "UPDATE documents SET stale = 1 WHERE NOT dated AND as_of <> ? AND NOT stale"
        self.database.execute(statement, today.isoformat())

    def stale(self, after: int, count: int) -> tuple[tuple[int, bytes], ...]:
        """The next documents to be judged again, of the objects that this audit met: their ids and claims."""
        rows = self.database.rows(
            "SELECT d.id, d.claims FROM documents d JOIN objects o ON o.id = d.object"
            " WHERE d.stale AND d.id > ? AND o.seen = ? ORDER BY d.id LIMIT ?",
            *(after, self.number, count),
        )
        return tuple((document_id, claims) for document_id, claims in rows)

    def fail(self, document_id: int, detail: str) -> None:
        """A document that could not be judged again: a failure of this audit; the next one reads its object."""
        self.database.execute(
            "INSERT OR REPLACE INTO failures SELECT object, position, part, ?, ? FROM documents WHERE id = ?",
            *(Problem.NOT_JUDGED.value, detail, document_id),
        )
        self.database.execute("UPDATE documents SET stale = 0 WHERE id = ?", document_id)
        statement = "UPDATE objects SET version = '' WHERE id = (SELECT object FROM documents WHERE id = ?)"
        self.database.execute(statement, document_id)

    def count(self, column: str) -> None:
        """One more of what the audit counts."""
        self.database.execute(f"UPDATE audits SET {column} = {column} + 1 WHERE number = ?", self.number)

    def _write(self, object_id: int, kept: KeptDocument) -> None:
        (document_id,) = self.database.row(
            _KEEP,
            *(object_id, storable(kept.part), kept.position, object_id, kept.audit, kept.as_of.isoformat()),
            *(kept.article.document.published is not None, findings_packed(kept.article, kept.findings), kept.claims),
        )
        self.database.execute("DELETE FROM reliance WHERE document = ?", document_id)
        for treaty, relations in kept.reliance.items():
            joined = " ".join(sorted(relations))
            self.database.execute("INSERT INTO reliance VALUES (?, ?, ?)", treaty, document_id, joined)
