"""The HTTP interface: one table of routes, for API Gateway and the local server."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aws_lambda_powertools.event_handler.api_gateway import ApiGatewayResolver

from treatycheck.aws.answers import Answers, Route
from treatycheck.aws.describing import Describing
from treatycheck.aws.fact_search import FactSearch
from treatycheck.aws.pages import Pages
from treatycheck.aws.proofreading import Proofreading
from treatycheck.aws.reading import Reading
from treatycheck.aws.service import Service
from treatycheck.aws.verifying import Verifying


def no_more(_answers: Answers) -> Sequence[Route]:
    return ()


def build_api(
    resolver: ApiGatewayResolver,
    service: Service,
    more: Callable[[Answers], Sequence[Route]] = no_more,
    preflights: bool = False,
) -> None:
    """Adds the routes, those of `more`, and the answers to errors to a Powertools resolver."""
    answers = Answers(resolver, service.observer, service.limits.answer_bytes)
    answers.add([*routes(answers, service), *more(answers)], preflights)


def routes(answers: Answers, service: Service) -> list[Route]:
    """Method, path and handler of each route."""
    groups = (Verifying, Reading, Proofreading, FactSearch, Describing, Pages)
    return [route for group in groups for route in group(answers, service).table()]
