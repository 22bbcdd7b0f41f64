"""The routes of audits behind API Gateway, for callers whom IAM lets in."""

from __future__ import annotations

import uuid
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.answers import Answers
from treatycheck.aws.audits.deployment import deployment
from treatycheck.aws.audits.routes import AuditRoutes, AuditService
from treatycheck.aws.observability import Observer
from treatycheck.aws.settings import Limits

logger = Logger()
metrics = Metrics()
resolver = APIGatewayRestResolver()

service = AuditService(lambda: deployment().conductor(), lambda: deployment().pages(), lambda: str(uuid.uuid4()))
answers = Answers(resolver, Observer(logger, metrics), Limits().answer_bytes)
answers.add(AuditRoutes(answers, service).table())


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answers a proxy event."""
    return resolver.resolve(event, context)
