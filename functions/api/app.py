"""The HTTP interface behind API Gateway."""

from __future__ import annotations

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.api import build_api
from treatycheck.aws.clock import today_in_utc
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.dynamo_lists import DynamoLists
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.observability import Observer
from treatycheck.aws.origins import cors_for
from treatycheck.aws.service import Service
from treatycheck.aws.settings import read_endpoint, read_lists_table, read_origins, read_settings
from treatycheck.collection import spare_what_is_loaded

logger = Logger()
metrics = Metrics()
cors = cors_for(read_origins())
api = APIGatewayRestResolver(cors=cors)


@cache
def store() -> DynamoFactStore:
    """The table's store, kept as long as the function is warm. Raises BrokenSettings, StoreUnavailable."""
    settings = read_settings()
    return DynamoFactStore(dynamodb_client(settings.dynamodb_endpoint), settings.table_name, settings.reference_seconds)


@cache
def lists() -> DynamoLists:
    """The table of lists of claims to ignore. Raises BrokenSettings, StoreUnavailable."""
    return DynamoLists(dynamodb_client(read_endpoint()), read_lists_table())


build_api(api, Service(store, today_in_utc, Observer(logger, metrics), lists=lists), preflights=cors is not None)
spare_what_is_loaded()


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answers a proxy event."""
    return api.resolve(event, context)
