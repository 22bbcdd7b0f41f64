"""The HTTP interface on this machine: the same routes under uvicorn."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import uvicorn
from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import HttpResolverLocal

from treatycheck.aws.api import Service, build_api, to_json
from treatycheck.aws.clock import today_in_utc
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.observability import Observer
from treatycheck.aws.problem import PROBLEM_JSON, MalformedRequest, problem_body
from treatycheck.aws.request import too_large
from treatycheck.aws.settings import Limits
from treatycheck.errors import InvalidInput, TreatycheckError
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import FactStore

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class LocalServer:
    """An ASGI application in front of the routes: bounds the body while it is read, and makes of the
    request what API Gateway would: text in UTF-8, a path without a slash at its end.
    """

    def __init__(self, store: FactStore, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._resolver = HttpResolverLocal()
        logger = Logger(service="treatycheck-local", stream=sys.stderr)
        build_api(self._resolver, Service(lambda: store, today_in_utc, Observer(logger), self._limits))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._resolver(scope, receive, send)
            return
        try:
            body = await read_body(receive, self._limits.body_bytes)
        except TreatycheckError as error:
            await send_problem(send, problem_body(error, scope["path"]))
            return
        await self._resolver(normalized(scope), replay(body), send)


async def read_body(receive: Receive, limit: int) -> bytes:
    """The body, read no further than `limit` bytes. Raises TextTooLarge, MalformedRequest."""
    body = bytearray()
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > limit:
            raise too_large(limit)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        raise MalformedRequest("the body is not UTF-8") from None
    return bytes(body)


def replay(body: bytes) -> Receive:
    """What to call to receive this body."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def normalized(scope: Scope) -> Scope:
    """The request's scope with headers and query in UTF-8, which Powertools expects of any client."""
    headers = [(name, value.decode("latin-1").encode()) for name, value in scope["headers"]]
    query = scope["query_string"].decode("latin-1").encode()
    return {**scope, "headers": headers, "query_string": query, "path": scope["path"].rstrip("/") or "/"}


async def send_problem(send: Send, problem: dict[str, Any]) -> None:
    """Answers with problem details, and closes the connection: the body may not have been read to its end."""
    headers = [(b"content-type", PROBLEM_JSON.encode()), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": problem["status"], "headers": headers})
    await send({"type": "http.response.body", "body": to_json(problem).encode("ascii")})


def run(host: str, port: int, store: FactStore) -> None:
    """Serves until interrupted."""
    uvicorn.run(LocalServer(store), host=host, port=port, log_level="info", access_log=False)


def serve(host: str, port: int, dynamodb_endpoint: str | None = None, table_name: str | None = None) -> None:
    """Serves the packaged facts, or those of a table until interrupted. Raises InvalidInput, StoreUnavailable."""
    if dynamodb_endpoint and not table_name:
        raise InvalidInput("an endpoint of DynamoDB needs the name of a table, too")
    run(host, port, store_for(dynamodb_endpoint, table_name))


def store_for(dynamodb_endpoint: str | None, table_name: str | None) -> FactStore:
    """The store over the table of this name, or the packaged one. Raises StoreUnavailable."""
    if table_name is None:
        return BundledFactStore.load()
    return DynamoFactStore(dynamodb_client(dynamodb_endpoint), table_name)
