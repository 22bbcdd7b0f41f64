"""The reports of an audit: its objects go by once, each report is written to this machine and put into S3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from tempfile import TemporaryFile
from typing import Any

from treatycheck.audit.article import Failure, Problem
from treatycheck.audit.report.content import AuditReport, Heading, Selection
from treatycheck.audit.report.formats import REPORTS
from treatycheck.audit.tally import Tally, tally_to_record
from treatycheck.audit.versions import engine_version
from treatycheck.aws.audits.clients import S3Client
from treatycheck.aws.audits.record import AuditRecord
from treatycheck.aws.audits.spool import Spool
from treatycheck.aws.audits.summing import AuditedObject
from treatycheck.aws.dynamodb import store_errors
from treatycheck.model import Label

_TYPES = {
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "sarif": "application/sarif+json",
    "jsonl": "application/jsonl",
}
# JSON Lines hold everything: the routes read them
_EVERYTHING = Selection(labels=frozenset(Label))
# what an audit's record keeps of the sums; the rest is in the reports
_KEPT = ("documents", "labels", "states", "failures")


def write_reports(
    audit: AuditRecord, objects: Iterable[AuditedObject], s3: S3Client, bucket: str, reference: str
) -> tuple[dict[str, Any], dict[str, str], dict[str, int]]:
    """The counts, the names of the reports by format, and where in the one in JSON Lines the failures begin and end.

    Raises StoreUnavailable.
    """
    with Spool() as spool:
        tally, counts = spooled(objects, spool)
        heading = Heading(audit.archive, audit.number, audit.day, reference, engine_version(), counts)
        names: dict[str, str] = {}
        places: dict[str, int] = {}
        for name, media_type in _TYPES.items():
            selection = _EVERYTHING if name == "jsonl" else Selection()
            report = AuditReport(heading, tally, selection, _listed(selection, spool), spool.failures)
            names[name] = f"reports/{audit.id}/report.{name}"
            pieces = REPORTS[name](report)
            written = noting_places(pieces, places) if name == "jsonl" else pieces
            put(s3, bucket, names[name], media_type, written)
    return counts | {name: tally_to_record(tally)[name] for name in _KEPT}, names, places


def spooled(objects: Iterable[AuditedObject], spool: Spool) -> tuple[Tally, dict[str, int]]:
    """The sums over the objects, which go into the spool."""
    tally, counts = Tally(), Counter[str]()
    for one in objects:
        counts["gone" if one.is_gone else "objects"] += 1
        if one.done in {"unchanged", "rejudged"}:
            counts[one.done] += 1
        for document in one.documents:
            tally.add(document)
            spool.add(document)
        for failure in one.failures:
            spool.add_failure(failure)
            tally.add_failure(Failure(failure["part"], Problem(failure["problem"]), failure["detail"]))
    return tally, dict(counts)


def _listed(selection: Selection, spool: Spool) -> Callable[[], Iterator[Any]]:
    return lambda: selection.of(spool.documents())


def noting_places(lines: Iterator[str], places: dict[str, int]) -> Iterator[str]:
    """The lines of a report in JSON Lines; notes at which byte the failures begin and end."""
    place = 0
    for line in lines:
        kind = line[:40].partition('"type": "')[2].partition('"')[0]
        if kind != "finding":
            places.setdefault("failures", place)
        if kind == "summary":
            places["end"] = place
        place += len(line)
        yield line


def put(s3: S3Client, bucket: str, name: str, media_type: str, pieces: Iterable[str]) -> None:
    """Writes a report. Raises StoreUnavailable."""
    with TemporaryFile() as file:
        for piece in pieces:
            file.write(piece.encode("utf-8", errors="backslashreplace"))
        file.seek(0)
        with store_errors("the reports could not be written"):
            s3.put_object(Bucket=bucket, Key=name, Body=file, ContentType=media_type)
