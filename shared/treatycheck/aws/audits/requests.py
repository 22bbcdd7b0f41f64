"""What is asked of audits: by `POST /v1/audits`, by the schedule, and by whoever starts the state machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from treatycheck.audit.dating.names import compiled
from treatycheck.aws.audits.record import AuditRecord, Source
from treatycheck.aws.fields import Field, each, optional, read_fields, refused, string
from treatycheck.aws.schema import check_claim_id
from treatycheck.errors import InvalidInput

MOST_IGNORED = 2000
LONGEST_KEY = 1024
NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_LONGEST_ARCHIVE = 60


def check_archive(value: Any) -> str:
    """The name of an archive."""
    name: str = string(_LONGEST_ARCHIVE)(value)
    if not re.fullmatch(NAME, name):
        raise refused("must be words in lower case joined by hyphens")
    return name


def check_pattern(value: Any) -> str:
    """A pattern that tells days from the names of objects."""
    pattern: str = string(200)(value)
    try:
        compiled(pattern)
    except InvalidInput as error:
        raise refused(error.detail) from None
    return pattern


def check_percentage(value: Any) -> int:
    """A whole number from 0 to 100."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value not in range(101):
        raise refused("must be a whole number from 0 to 100")
    return int(value)


_AUDIT = {
    "archive": Field(check_archive),
    "prefix": Field(optional(string(LONGEST_KEY)), None),
    "inventory": Field(optional(string(LONGEST_KEY, shortest=1)), None),
    "manifest": Field(optional(string(LONGEST_KEY, shortest=1)), None),
    "name_pattern": Field(optional(check_pattern), None),
    "ignore": Field(each(check_claim_id, MOST_IGNORED, "ids"), ()),
    "tolerated_failure_percentage": Field(check_percentage, 5),
}


class AuditRequest(NamedTuple):
    """An audit of an archive. Its objects are those under `prefix`, in an S3 `inventory`, or in a `manifest`."""

    archive: str
    prefix: str | None
    inventory: str | None
    manifest: str | None
    name_pattern: str | None
    ignore: Sequence[str]
    tolerated_failure_percentage: int

    def to_record(self, audit_id: str, started: str, bucket: str) -> AuditRecord:
        """The audit that is asked for, over objects of this bucket."""
        ((kind, place),) = self._sources()
        return AuditRecord(
            id=audit_id,
            archive=self.archive,
            source=Source(kind, bucket, place),
            started=started,
            ignore=tuple(self.ignore),
            tolerated_failure_percentage=self.tolerated_failure_percentage,
            name_pattern=self.name_pattern,
        )

    def _sources(self) -> list[tuple[str, str]]:
        places = {"prefix": self.prefix, "inventory": self.inventory, "manifest": self.manifest}
        return [(kind, place) for kind, place in places.items() if place is not None]

    def has_one_source(self) -> bool:
        return len(self._sources()) == 1


def read_request(body: Any) -> AuditRequest:
    """The request in a parsed body. Raises InvalidRequest."""
    request = AuditRequest(**read_fields(body, _AUDIT))
    if not request.has_one_source():
        raise refused("must have one of prefix, inventory and manifest")
    return request
