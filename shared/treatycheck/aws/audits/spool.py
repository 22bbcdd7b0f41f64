"""Documents and failures on this machine, while reports are made of them: written once, read as often as it takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any

from treatycheck.audit.article import Failure, Problem
from treatycheck.audit.finding import DocumentFindings, finding_from_record, finding_to_record

_PLAIN = ("key", "part", "title", "url", "date_source", "gone")


class Spool:
    """Two temporary files, gone when it is left."""

    def __init__(self) -> None:
        self._documents: IO[bytes] = TemporaryFile()  # noqa: SIM115  closed when the spool is left
        self._failures: IO[bytes] = TemporaryFile()  # noqa: SIM115

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_error: object) -> None:
        self._documents.close()
        self._failures.close()

    def add(self, document: DocumentFindings) -> None:
        """One more document; one without findings is left out."""
        if document.findings:
            self._documents.write(_line(document_to_record(document)))

    def add_failure(self, failure: dict[str, str]) -> None:
        """One more failure, as `failure_to_dict` writes it."""
        self._failures.write(_line(failure))

    def documents(self) -> Iterator[DocumentFindings]:
        """The documents in the order in which they came."""
        yield from map(document_from_record, _lines(self._documents))

    def failures(self) -> Iterator[tuple[str, Failure]]:
        """The failures with the keys of their objects."""
        for record in _lines(self._failures):
            yield record["key"], Failure(record["part"], Problem(record["problem"]), record["detail"])


def document_to_record(document: DocumentFindings) -> dict[str, Any]:
    """A document with its findings as JSON."""
    days = {"published": document.published and document.published.isoformat(), "as_of": document.as_of.isoformat()}
    findings = [finding_to_record(finding) for finding in document.findings]
    return {name: getattr(document, name) for name in _PLAIN} | days | {"findings": findings}


def document_from_record(record: dict[str, Any]) -> DocumentFindings:
    """What `document_to_record` wrote."""
    published = record["published"]
    return DocumentFindings(
        **{name: record[name] for name in _PLAIN},
        published=date.fromisoformat(published) if published else None,
        as_of=date.fromisoformat(record["as_of"]),
        findings=tuple(map(finding_from_record, record["findings"])),
    )


def _line(record: Any) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode("ascii") + b"\n"


def _lines(file: IO[bytes]) -> Iterator[Any]:
    """The lines from the start. Readers may take turns: each goes on where it was."""
    file.flush()
    place = 0
    while True:
        file.seek(place)
        line = file.readline()
        if not line:
            return
        place = file.tell()
        yield json.loads(line)
