"""Sums an audit up and tells of it: the last state of its state machine, and what an unfinished execution leads to."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.audits.deployment import deployment
from treatycheck.aws.audits.finishing import finish

logger = Logger()


@logger.inject_lambda_context
def handler(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Answers the audit's state, counts and reports."""
    result = finish(deployment().finisher(), event)
    logger.info("finished", extra=result)
    return result
