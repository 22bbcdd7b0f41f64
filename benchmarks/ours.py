"""Treatycheck as it is measured: warm, in one process."""

from __future__ import annotations

import io
import json
from datetime import date

from benchmarks.contender import Program
from treatycheck.cli.dates import dates_of
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Document, Format
from treatycheck.pipeline import verify

TODAY = date(2026, 1, 1)


def verifying(_names: str) -> Program:
    """All claims of a document, judged."""
    store = BundledFactStore.load()
    return lambda text, format: len(verify(Document(text, Format(format), published=TODAY), store, TODAY).claims)


def answering(_names: str) -> Program:
    """The HTTP interface as the editor asks it, without the network: how many bytes it answers."""
    from aws_lambda_powertools import Logger
    from aws_lambda_powertools.event_handler import APIGatewayRestResolver

    from treatycheck.aws.api import build_api
    from treatycheck.aws.observability import Observer
    from treatycheck.aws.service import Service

    store, resolver = BundledFactStore.load(), APIGatewayRestResolver()
    observer = Observer(Logger(service="bench", stream=io.StringIO()))
    build_api(resolver, Service(lambda: store, lambda: TODAY, observer))

    def answered(text: str, format: str) -> int:
        event = event_of("/v1/verify/batch", {"items": [{"id": "1", "text": text, "format": format}]})
        answer = resolver.resolve(event, None)  # type: ignore[arg-type]  # the routes read no context
        if answer["statusCode"] != 200:
            raise RuntimeError(answer["body"])
        return len(answer["body"])

    return answered


def event_of(path: str, body: dict[str, object]) -> dict[str, object]:
    """The event of API Gateway for a POST of JSON."""
    route = {"path": path, "httpMethod": "POST", "resource": path, "requestContext": {"path": f"/live{path}"}}
    return {**route, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def dating(_names: str) -> Program:
    """All dates and durations of a document, as `treatycheck dates` prints them."""
    return lambda text, format: sum(1 for _ in dates_of(Document(text, Format(format), published=TODAY)))
