"""The first state of an audit's state machine: enters the audit and says what is to be read."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.audits.conducting import begin
from treatycheck.aws.audits.deployment import deployment

logger = Logger()


@logger.inject_lambda_context
def handler(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Answers what the map reads."""
    return begin(deployment().conductor(), event)
