"""Findings and failures of an audit, page by page, out of the JSON Lines that its sum-up wrote to S3.

A cursor is the place of the next line in the file, so that a page costs no more at the end than at the start, and
what was once told of an audit stays as it was told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from treatycheck.aws.audits.clients import S3Client
from treatycheck.aws.audits.errors import AuditRunning
from treatycheck.aws.audits.record import AuditRecord, AuditState
from treatycheck.aws.dynamodb import store_errors
from treatycheck.aws.problem import FieldError, InvalidRequest
from treatycheck.aws.request import ProxyEvent

_PIECE = 512 * 1024
# what one request reads at most; a page that is not full leads on
MOST_READ = 16 * 1024 * 1024
_LONGEST_VALUE = 100
_WRONG_CURSOR = FieldError("/cursor", "must be the next_cursor of the page before")
Line = dict[str, Any]
_VALUES: Mapping[str, Callable[[Line], Any]] = {
    "state": lambda finding: finding["state"],
    "verdict": lambda finding: finding["verdict"]["label"],
    "treaty": lambda finding: finding["treaty"]["id"],
    "relation": lambda finding: finding["relation"],
}
FILTERS = tuple(_VALUES)


def read_filter(event: ProxyEvent, names: Sequence[str]) -> dict[str, str]:
    """The query's filters of these names. Raises InvalidRequest."""
    sent = {name: event.query_string_parameters[name] for name in names if name in event.query_string_parameters}
    if wrong := [name for name, value in sent.items() if not 1 <= len(value) <= _LONGEST_VALUE]:
        raise InvalidRequest([FieldError(f"/{name}", f"must have 1 to {_LONGEST_VALUE} characters") for name in wrong])
    return sent


class Pages:
    """Pages of what lies in the bucket of reports."""

    def __init__(self, s3: S3Client, bucket: str) -> None:
        self._s3 = s3
        self._bucket = bucket

    def page(
        self, audit: AuditRecord, kind: str, wanted: Mapping[str, str], limit: int, cursor: str
    ) -> tuple[list[Line], str | None]:
        """Up to `limit` lines that have the values wanted, and the cursor that leads on.

        Raises AuditRunning before the audit was summed up, InvalidRequest, StoreUnavailable.
        """
        if not audit.places:
            if audit.state is AuditState.RUNNING:
                raise AuditRunning("the audit has not been summed up yet")
            return [], None
        between = audit.places["failures"]
        first, last = (0, between) if kind == "findings" else (between, audit.places["end"])
        start = max(first, min(read_cursor(cursor), last))
        found: list[Line] = []
        for place, line in self._lines(audit.reports["jsonl"], start, last):
            content = json.loads(line)
            if takes(wanted, content):
                found.append(content)
            if place < last and (len(found) == limit or place - start >= MOST_READ):
                return found, str(place)
        return found, None

    def _lines(self, key: str, start: int, end: int) -> Iterator[tuple[int, bytes]]:
        """Each line from a place to another, with the place behind it. Raises InvalidRequest, StoreUnavailable."""
        if 0 < start < end and self._piece(key, start - 1, start) != b"\n":
            raise InvalidRequest([_WRONG_CURSOR])
        rest, place = b"", start
        while (read := place + len(rest)) < end:
            *lines, rest = (rest + self._piece(key, read, min(end, read + _PIECE))).split(b"\n")
            for line in lines:
                place += len(line) + 1
                yield place, line

    def _piece(self, key: str, start: int, end: int) -> bytes:
        with store_errors("the report could not be read"):
            wanted = f"bytes={start}-{end - 1}"
            body: bytes = self._s3.get_object(Bucket=self._bucket, Key=key, Range=wanted)["Body"].read()
        return body


def takes(wanted: Mapping[str, str], finding: Line) -> bool:
    """Whether a finding has the values wanted."""
    return all(_VALUES[name](finding) == value for name, value in wanted.items())


def read_cursor(cursor: str) -> int:
    """The place that a cursor names. Raises InvalidRequest."""
    if not cursor:
        return 0
    if cursor.isascii() and cursor.isdigit() and len(cursor) <= 15:
        return int(cursor)
    raise InvalidRequest([_WRONG_CURSOR])
