"""Follows the stream of the table of facts: what relied on facts that changed is judged anew."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.audits.deployment import LEFT_MILLISECONDS, deployment
from treatycheck.collection import spare_what_is_loaded

logger = Logger()
spare_what_is_loaded()


@logger.inject_lambda_context
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, int]:
    """Answers how many facts changed, documents were judged again, and verdicts are others now."""
    rejudger = deployment().rejudger(lambda: context.get_remaining_time_in_millis() < LEFT_MILLISECONDS)
    counts = rejudger.follow(event["Records"])
    logger.info("followed", extra=counts)
    return counts
