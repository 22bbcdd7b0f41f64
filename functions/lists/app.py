"""Stored lists of claims to ignore behind API Gateway, each for the API key that made it."""

from __future__ import annotations

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.answers import Answers
from treatycheck.aws.dynamo_lists import DynamoLists
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.listing import Listing
from treatycheck.aws.observability import Observer
from treatycheck.aws.origins import cors_for
from treatycheck.aws.settings import Limits, read_endpoint, read_lists_table, read_origins

logger = Logger()
metrics = Metrics()
cors = cors_for(read_origins())
resolver = APIGatewayRestResolver(cors=cors)


@cache
def lists() -> DynamoLists:
    """The table's lists, kept as long as the function is warm. Raises BrokenSettings, StoreUnavailable."""
    return DynamoLists(dynamodb_client(read_endpoint()), read_lists_table())


answers = Answers(resolver, Observer(logger, metrics), Limits().answer_bytes)
answers.add(Listing(answers, lists).table(), preflights=cors is not None)


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answers a proxy event."""
    return resolver.resolve(event, context)
