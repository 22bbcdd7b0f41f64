"""The environment, read in this one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from treatycheck.errors import TreatycheckError

LAMBDA_PAYLOAD_BYTES = 6 * 1024 * 1024


class BrokenSettings(TreatycheckError):
    """A variable of the environment is missing or cannot be read."""

    title = "Broken settings"
    slug = "settings"


class Limits(NamedTuple):
    """How much is taken and given: Lambda lets 6 MB through, of which the event's frame takes some.

    API Gateway waits 29 seconds. `python -m benchmarks.hostile` measures what a text takes besides the `text_seconds`:
    till its time is looked at first, and to be written out.
    """

    body_bytes: int = LAMBDA_PAYLOAD_BYTES
    answer_bytes: int = LAMBDA_PAYLOAD_BYTES - 64 * 1024
    text_seconds: float = 18.0
    # as JSON, more fit no answer; before they are written they would fill the memory
    claims: int = 15_000
    # no document of a batch is begun later
    batch_seconds: float = 15.0


class Settings(NamedTuple):
    """Where the facts are. `reference_seconds` is how long a version read from the table is trusted."""

    table_name: str
    dynamodb_endpoint: str | None = None
    reference_seconds: float = 60.0


def read_lists_table(environment: Mapping[str, str] = os.environ) -> str:
    """The table of lists of claims to ignore. Raises BrokenSettings."""
    name = environment.get("TREATYCHECK_LISTS_TABLE", "")
    if not name:
        raise BrokenSettings("TREATYCHECK_LISTS_TABLE is not set")
    return name


def read_endpoint(environment: Mapping[str, str] = os.environ) -> str | None:
    """Where DynamoDB answers, if not on AWS."""
    return environment.get("TREATYCHECK_DYNAMODB_ENDPOINT") or None


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of a deployed function. Raises BrokenSettings."""
    table_name = environment.get("TREATYCHECK_TABLE", "")
    if not table_name:
        raise BrokenSettings("TREATYCHECK_TABLE is not set")
    try:
        seconds = float(environment.get("TREATYCHECK_REFERENCE_SECONDS", "60"))
    except ValueError as error:
        raise BrokenSettings("TREATYCHECK_REFERENCE_SECONDS is no number") from error
    return Settings(table_name, read_endpoint(environment), seconds)


class AuditSettings(NamedTuple):
    """What audits of archives work with: table, buckets, state machine, and whom they tell.

    `concurrency` is how many batches are verified at once, `batch` how many objects are in one.
    """

    table_name: str
    archive_bucket: str
    report_bucket: str
    state_machine: str = ""
    topic: str = ""
    event_bus: str = ""
    concurrency: int = 40
    batch: int = 100


def read_audit_settings(environment: Mapping[str, str] = os.environ) -> AuditSettings:
    """The settings of a function of audits. Raises BrokenSettings."""
    needed = ("TREATYCHECK_AUDIT_TABLE", "TREATYCHECK_ARCHIVE_BUCKET", "TREATYCHECK_REPORT_BUCKET")
    if missing := [name for name in needed if not environment.get(name)]:
        raise BrokenSettings(f"{missing[0]} is not set")
    table_name, archive_bucket, report_bucket = (environment[name] for name in needed)
    return AuditSettings(
        table_name,
        archive_bucket,
        report_bucket,
        state_machine=environment.get("TREATYCHECK_AUDIT_MACHINE", ""),
        topic=environment.get("TREATYCHECK_AUDIT_TOPIC", ""),
        event_bus=environment.get("TREATYCHECK_AUDIT_EVENTS", ""),
        concurrency=_whole(environment, "TREATYCHECK_AUDIT_CONCURRENCY", 40),
        batch=_whole(environment, "TREATYCHECK_AUDIT_BATCH", 100),
    )


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    told = environment.get(name) or str(default)
    if not (told.isascii() and told.isdigit() and int(told)):
        raise BrokenSettings(f"{name} is no whole number from 1")
    return int(told)


def read_origins(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The origins whose pages may call from a browser, as `TREATYCHECK_ORIGINS` lists them."""
    listed = environment.get("TREATYCHECK_ORIGINS", "").split(",")
    return tuple(origin.strip().rstrip("/") for origin in listed if origin.strip())
