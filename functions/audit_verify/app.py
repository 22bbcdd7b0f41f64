"""Verifies a batch of an archive's objects, for the map of an audit's state machine."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.audits.deployment import LEFT_MILLISECONDS, deployment
from treatycheck.aws.audits.record import AuditState
from treatycheck.collection import spare_what_is_loaded

logger = Logger()
spare_what_is_loaded()


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    """Answers how many objects were done in which way; of an audit that has ended, none."""
    audit = deployment().ledger.audit(event["audit"])
    if audit.state is not AuditState.RUNNING:
        return {}
    worker = deployment().worker(audit, lambda: context.get_remaining_time_in_millis() < LEFT_MILLISECONDS)
    counts = worker.verify(event["objects"], event["attempt"])
    logger.info("verified", extra={"objects": counts, "attempt": event["attempt"]})
    return counts
