"""What is asked of audits: by `POST /v1/audits`, by the schedule, and by whoever starts the state machine."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from treatycheck.audit.dating.names import compiled
from treatycheck.aws.audits.record import AuditRecord, Source
from treatycheck.aws.schema import ClaimId, validated
from treatycheck.errors import InvalidInput

MOST_IGNORED = 2000
LONGEST_KEY = 1024
NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_Key = Annotated[str, Field(min_length=1, max_length=LONGEST_KEY)]


class AuditRequest(BaseModel):
    """An audit of an archive. Its objects are those under `prefix`, in an S3 `inventory`, or in a `manifest`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    archive: str = Field(pattern=NAME, max_length=60)
    prefix: str | None = Field(default=None, max_length=LONGEST_KEY)
    inventory: _Key | None = None
    manifest: _Key | None = None
    name_pattern: str | None = Field(default=None, max_length=200)
    ignore: list[ClaimId] = Field(default=[], max_length=MOST_IGNORED)
    tolerated_failure_percentage: int = Field(default=5, ge=0, le=100)

    @field_validator("name_pattern")
    @classmethod
    def _is_pattern(cls, pattern: str | None) -> str | None:
        if pattern is not None:
            try:
                compiled(pattern)
            except InvalidInput as error:
                raise PydanticCustomError("pattern", "{detail}", {"detail": error.detail}) from None
        return pattern

    @model_validator(mode="after")
    def _one_source(self) -> AuditRequest:
        if sum(place is not None for place in (self.prefix, self.inventory, self.manifest)) != 1:
            raise PydanticCustomError("one_source", "must have one of prefix, inventory and manifest")
        return self

    def to_record(self, audit_id: str, started: str, bucket: str) -> AuditRecord:
        """The audit that is asked for, over objects of this bucket."""
        places = {"prefix": self.prefix, "inventory": self.inventory, "manifest": self.manifest}
        ((kind, place),) = ((kind, place) for kind, place in places.items() if place is not None)
        return AuditRecord(
            id=audit_id,
            archive=self.archive,
            source=Source(kind, bucket, place),
            started=started,
            ignore=tuple(self.ignore),
            tolerated_failure_percentage=self.tolerated_failure_percentage,
            name_pattern=self.name_pattern,
        )


def read_request(body: Any) -> AuditRequest:
    """The request in a parsed body. Raises InvalidRequest."""
    return validated(AuditRequest, body)
