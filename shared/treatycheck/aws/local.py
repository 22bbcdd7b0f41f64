"""The HTTP interface on this machine: the same routes under uvicorn."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import uvicorn
from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import HttpResolverLocal

from treatycheck.aws.administration import Administration
from treatycheck.aws.answers import SAFE_HEADERS, Answers, Route, retry_after, to_json
from treatycheck.aws.api import build_api
from treatycheck.aws.clock import now_in_utc, today_in_utc
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.editor import Editor
from treatycheck.aws.ignore_lists import IgnoreLists
from treatycheck.aws.listing import Listing
from treatycheck.aws.local_lists import LocalLists
from treatycheck.aws.observability import Observer
from treatycheck.aws.origins import cors_for
from treatycheck.aws.problem import PROBLEM_JSON, MalformedRequest, problem_body
from treatycheck.aws.request import too_large
from treatycheck.aws.service import Service
from treatycheck.aws.settings import Limits
from treatycheck.errors import InvalidInput, TreatycheckError
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import FactStore
from treatycheck.mentions.entities import lexicon

# who changes a fact here looks at it next
_REFERENCE_SECONDS = 1.0
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class LocalServer:
    """An ASGI application in front of the routes: bounds the body while it is read, and makes of the
    request what API Gateway would: text in UTF-8, a path without a slash at its end.
    """

    def __init__(
        self,
        store: FactStore,
        limits: Limits | None = None,
        editor: Editor | None = None,
        origins: Sequence[str] = (),
        lists: IgnoreLists | None = None,
    ) -> None:
        kept = lists or LocalLists()
        self._limits = limits or Limits()
        self._cors = cors_for(origins)
        self._resolver = HttpResolverLocal(cors=self._cors)
        logger = Logger(service="treatycheck-local", stream=sys.stderr)
        service = Service(lambda: store, today_in_utc, Observer(logger), self._limits, lists=lambda: kept)
        build_api(self._resolver, service, further_routes(kept, editor), preflights=self._cors is not None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._resolver(scope, receive, send)
            return
        try:
            body = await read_body(receive, self._limits.body_bytes)
        except TreatycheckError as error:
            await send_problem(send, problem_body(error, scope["path"]), self._leave(scope))
            return
        await self._resolver(normalized(scope), replay(body), send)

    def _leave(self, scope: Scope) -> dict[str, str]:
        """What lets the asking page read an answer that no route gives."""
        origin = dict(scope["headers"]).get(b"origin", b"").decode("latin-1")
        return self._cors.to_dict(self._cors.allowed_origin(origin)) if self._cors and origin else {}


def further_routes(lists: IgnoreLists, editor: Editor | None) -> Callable[[Answers], Sequence[Route]]:
    """The routes of lists, and with an editor those that change the reference data, for whoever reaches this server."""

    def routes(answers: Answers) -> list[Route]:
        administration = Administration(answers, lambda: editor, now_in_utc).table() if editor else []
        return [*Listing(answers, lambda: lists).table(), *administration]

    return routes


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


async def send_problem(send: Send, problem: dict[str, Any], leave: dict[str, str]) -> None:
    """Answers with problem details, and closes the connection: the body may not have been read to its end."""
    told = {
        **SAFE_HEADERS,
        "Content-Type": PROBLEM_JSON,
        "Connection": "close",
        **retry_after(problem["status"]),
        **leave,
    }
    headers = [(name.lower().encode(), value.encode()) for name, value in told.items()]
    await send({"type": "http.response.start", "status": problem["status"], "headers": headers})
    await send({"type": "http.response.body", "body": to_json(problem).encode("ascii")})


def serve(
    host: str,
    port: int,
    dynamodb_endpoint: str | None = None,
    table_name: str | None = None,
    administer: bool = False,
    origins: Sequence[str] = (),
    lists_file: Path | None = None,
) -> None:
    """Serves the packaged facts, or those of a table until interrupted; `administer` lets callers change the table.
    Pages of the `origins` may call from a browser. Lists of claims to ignore are kept in `lists_file`, else in memory.

    Raises InvalidInput, StoreUnavailable, OSError.
    """
    if (dynamodb_endpoint or administer) and not table_name:
        raise InvalidInput("an endpoint of DynamoDB, or administration, needs the name of a table, too")
    server = server_for(dynamodb_endpoint, table_name, administer, origins, LocalLists(lists_file))
    uvicorn.run(server, host=host, port=port, access_log=False)


def server_for(
    dynamodb_endpoint: str | None, table_name: str | None, administer: bool, origins: Sequence[str], lists: IgnoreLists
) -> LocalServer:
    """The server over the table of this name, or over the packaged facts. Raises StoreUnavailable."""
    if table_name is None:
        return LocalServer(BundledFactStore.load(), origins=origins, lists=lists)
    client = dynamodb_client(dynamodb_endpoint)
    editor = Editor(client, table_name, frozenset(lexicon().party_names)) if administer else None
    store = DynamoFactStore(client, table_name, _REFERENCE_SECONDS)
    return LocalServer(store, editor=editor, origins=origins, lists=lists)
