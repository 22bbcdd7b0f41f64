"""An audit as it is kept: what it was asked for, its state, and how it ended."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from treatycheck.aws.audits.layout import audit_key, digest_of, number, text, text_of
from treatycheck.aws.table import Item, key_to_item, to_json

_ID = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")


class AuditState(StrEnum):
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the objects are listed: `prefix` under `place`, or the `inventory` or `manifest` that lies at it."""

    kind: str
    bucket: str
    place: str

    def to_input(self) -> dict[str, str]:
        """As the state machine reads it."""
        return {"kind": self.kind, "bucket": self.bucket, "prefix" if self.kind == "prefix" else "key": self.place}


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """`number` counts the archive's audits that succeeded, up to this one; `executions` are ARNs, the latest last.

    `counts` and `reports` (names of objects in S3 by format) are there once it has been summed up; `places` tells
    where in the one in JSON Lines the failures begin and end. `told` says that the notice of its end has gone out.
    """

    id: str
    archive: str
    source: Source
    started: str
    number: int = 0
    state: AuditState = AuditState.RUNNING
    ended: str = ""
    reason: str = ""
    ignore: tuple[str, ...] = ()
    tolerated_failure_percentage: int = 5
    name_pattern: str | None = None
    executions: tuple[str, ...] = ()
    counts: dict[str, Any] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    told: bool = False

    @property
    def day(self) -> date:
        """The day on which it was begun."""
        return date.fromisoformat(self.started[:10])

    def to_item(self) -> Item:
        """The item as DynamoDB takes it."""
        record = {**asdict(self), "state": self.state.value}
        shown = {"state": text(self.state.value), "runs": number(len(self.executions))}
        return {**key_to_item(audit_key(self.id)), "record": text(to_json(record)), **shown}


def audit_of(item: Item) -> AuditRecord:
    """The audit that an item holds."""
    content = json.loads(text_of(item, "record"))
    content["source"] = Source(**content["source"])
    content["state"] = AuditState(content["state"])
    for name in ("ignore", "executions"):
        content[name] = tuple(content[name])
    return AuditRecord(**content)


def audit_id_of(name: str, started: str) -> str:
    """The id of the audit that an execution of this name, started at an ISO time, is for.

    What this package starts is named by the id, with `_2` and so on where it is resumed. What others start has any
    name: its id is made of the start, so that ids sort by time, and of the name.
    """
    own = name.partition("_")[0]
    if _ID.fullmatch(own):
        return own
    return new_audit_id(started, name)


def new_audit_id(started: str, seed: str) -> str:
    """An id that sorts by time."""
    moment = datetime.fromisoformat(started.replace("Z", "+00:00"))
    return f"{moment:%Y%m%dT%H%M%SZ}-{digest_of(seed, 8)}"


def is_audit_id(name: str) -> bool:
    return bool(_ID.fullmatch(name))
