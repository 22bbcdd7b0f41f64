"""What Step Functions wrote of batches that failed: their objects would else be missed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from treatycheck.audit.article import Failure, Problem
from treatycheck.aws.audits.clients import S3Client
from treatycheck.aws.audits.layout import object_name
from treatycheck.aws.audits.listing import listed_of
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.parts import ObjectHead
from treatycheck.aws.audits.record import AuditRecord
from treatycheck.aws.audits.worker import fail
from treatycheck.aws.dynamodb import store_errors

_LONGEST_ERROR = 100


def failed_batches(s3: S3Client, bucket: str, executions: Iterable[str]) -> Iterator[tuple[list[Any], str]]:
    """The items of each batch that failed, and the error, of executions by their ARNs. Raises StoreUnavailable."""
    with store_errors("the results of the batches could not be read"):
        for execution in executions:
            for key in _keys(s3, bucket, f"results/{execution.rpartition(':')[2]}/"):
                if key.rpartition("/")[2].startswith("FAILED_"):
                    yield from _batches(json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read()))


def _keys(s3: S3Client, bucket: str, prefix: str) -> Iterator[str]:
    request = {"Bucket": bucket, "Prefix": prefix}
    while True:
        page = s3.list_objects_v2(**request)
        yield from (found["Key"] for found in page.get("Contents", []))
        if not page.get("IsTruncated"):
            return
        request["ContinuationToken"] = page["NextContinuationToken"]


def _batches(executions: list[dict[str, Any]]) -> Iterator[tuple[list[Any], str]]:
    for execution in executions:
        error = str(execution.get("Error") or execution.get("Status") or "")[:_LONGEST_ERROR]
        yield json.loads(execution["Input"])["Items"], error


def note_failed_batches(s3: S3Client, bucket: str, store: ObjectStore, audit: AuditRecord) -> int:
    """Notes the objects of failed batches that no worker finished; how many. Raises Outpaced, StoreUnavailable."""
    noted = 0
    for items, error in failed_batches(s3, bucket, audit.executions):
        listed = [one for item in items if (one := listed_of(item, audit.source.kind))]
        heads = store.heads(one.key for one in listed)
        for one in listed:
            head = heads.get(one.key, ObjectHead(object_name(one.key or one.told), one.key or one.told))
            if head.seen != audit.id:
                detail = f"its batch failed again and again: {error}"
                fail(store, head, audit.id, Failure("", Problem.CRASHED, detail))
                noted += 1
    return noted
