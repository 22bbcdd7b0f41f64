"""Calls of the routes over the packaged facts, as API Gateway makes them, without a cloud."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlencode

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver

from treatycheck.aws.api import build_api
from treatycheck.aws.ignore_lists import IgnoreEntry, IgnoreList, handle_of
from treatycheck.aws.listing import Listing
from treatycheck.aws.local_lists import LocalLists
from treatycheck.aws.observability import Observer
from treatycheck.aws.openapi.operation import Operation
from treatycheck.aws.origins import cors_for
from treatycheck.aws.service import Service
from treatycheck.facts.bundled import BundledFactStore

TODAY = date(2026, 1, 15)
FORM = "application/x-www-form-urlencoded"
HOST = "api.example.org"
# "signed in 1988" of the INF Treaty
IGNORED = "b4d1c407589a5ae8"
SITE = "https://news.example"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def content(self) -> Any:
        return json.loads(self.body)


@cache
def resolver(origins: tuple[str, ...]) -> APIGatewayRestResolver:
    """The routes over the packaged facts, on a day that stays; pages of the origins may call."""
    cors = cors_for(origins)
    made, store = APIGatewayRestResolver(cors=cors), BundledFactStore.load()
    observer = Observer(Logger(service="calls", stream=io.StringIO()))
    service = Service(lambda: store, lambda: TODAY, observer, lists=stored_lists)
    build_api(made, service, lambda answers: Listing(answers, stored_lists).table(), preflights=cors is not None)
    return made


@cache
def stored_lists() -> LocalLists:
    """Lists as they are for each test that begins with `stored_lists.cache_clear()`: one, of a caller without a key."""
    lists = LocalLists()
    entries = (IgnoreEntry(IGNORED, "the editor's choice", "2026-01-10"),)
    lists.write(handle_of("", "desk"), IgnoreList(1, entries), since=0)
    return lists


def call(
    method: str,
    path: str,
    body: Any = None,
    query: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
    form: dict[str, str] | str | None = None,
    origins: tuple[str, ...] = (SITE,),
    through: APIGatewayRestResolver | None = None,
) -> Answer:
    """Sends a body as JSON, or a form: its fields, or what they are encoded as."""
    sent = json.dumps(body) if form is None else form if isinstance(form, str) else urlencode(form)
    kind = "application/json" if form is None else FORM
    told = {"Host": HOST, **({"Content-Type": kind} if body is not None or form is not None else {}), **(headers or {})}
    event = {
        "resource": path,
        "path": path,
        "httpMethod": method,
        "headers": told,
        "multiValueHeaders": {name: [value] for name, value in told.items()},
        "queryStringParameters": query,
        "multiValueQueryStringParameters": {name: [value] for name, value in (query or {}).items()},
        "requestContext": {"path": f"/live{path}", "stage": "live", "apiId": "a1b2c3d4e5", "httpMethod": method},
        "body": None if body is None and form is None else sent,
        "isBase64Encoded": False,
    }
    answer = (through or resolver(origins)).resolve(event, None)  # type: ignore[arg-type]  # the routes read no context
    return Answer(
        answer["statusCode"], {k.lower(): v[0] for k, v in answer["multiValueHeaders"].items()}, answer["body"]
    )


def call_operation(operation: Operation, request: Any, headers: dict[str, str] | None = None) -> Answer:
    """Calls an operation with the examples of its parameters and a request; the lists are as at the beginning."""
    stored_lists.cache_clear()
    parameters = {parameter.name: parameter for parameter in operation.parameters if parameter.example is not None}
    path = operation.path.format(**{name: parameter.example for name, parameter in parameters.items()})
    query = {name: str(p.example) for name, p in parameters.items() if p.place == "query"}
    headers = {name: p.example for name, p in parameters.items() if p.place == "header"} | (headers or {})
    if operation.request_type == FORM:
        return call("POST", path, form=request, headers=headers)
    return call(operation.method.upper(), path, request, query or None, headers)
