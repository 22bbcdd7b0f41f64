"""Changes of the reference data behind API Gateway, for callers whom IAM lets in."""

from __future__ import annotations

from functools import cache
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.typing import LambdaContext

from treatycheck.aws.administration import Administration
from treatycheck.aws.answers import Answers
from treatycheck.aws.clock import now_in_utc
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.editor import Editor
from treatycheck.aws.observability import Observer
from treatycheck.aws.settings import Limits, read_settings
from treatycheck.mentions.entities import lexicon

logger = Logger()
metrics = Metrics()
resolver = APIGatewayRestResolver()


@cache
def editor() -> Editor:
    """The table's editor, kept as long as the function is warm. Raises BrokenSettings, StoreUnavailable."""
    settings = read_settings()
    client = dynamodb_client(settings.dynamodb_endpoint)
    return Editor(client, settings.table_name, frozenset(lexicon().party_names))


answers = Answers(resolver, Observer(logger, metrics), Limits().answer_bytes)
answers.add(Administration(answers, editor, now_in_utc).table())


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answers a proxy event."""
    return resolver.resolve(event, context)
