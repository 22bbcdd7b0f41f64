"""A table of facts in moto's cloud, and that table behind a real socket, for a process that knows nothing of moto."""

from __future__ import annotations

import base64
import json
import os
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from benchmarks.measure import DEPLOYED
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.loader import load
from treatycheck.data import packaged
from treatycheck.data.records import packaged_records
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import Stamp

FACTS = DEPLOYED["TREATYCHECK_TABLE"]


@contextmanager
def mocked() -> Iterator[None]:
    """moto's cloud instead of AWS."""
    from moto import mock_aws

    os.environ |= DEPLOYED
    with mock_aws():
        yield


def create_table(client: Any, name: str) -> None:
    """An empty table with the keys that all our tables have."""
    keys = [("pk", "HASH"), ("sk", "RANGE")]
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key, _ in keys],
        KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in keys],
    )


@contextmanager
def table_of_facts(treaties: Collection[str]) -> Iterator[Any]:
    """A client of a table that holds the packaged names of all treaties, and the facts of these."""
    versions, facts = packaged("version.json"), packaged_records("facts.json")
    held: Mapping[str, Any] = {treaty: facts[treaty] for treaty in treaties if treaty in facts}
    store = BundledFactStore.of(
        tuple(packaged_records("treaties.json").values()), held, versions["version"], versions["names"]
    )
    with mocked():
        client = dynamodb_client()
        create_table(client, FACTS)
        load(client, FACTS, store, Stamp("benchmarks", "", "to measure"))
        yield client


class Recording(BundledFactStore):
    """Remembers of which treaties facts were asked for."""

    @classmethod
    def begin(cls) -> Recording:
        store = cls.load()
        assert isinstance(store, cls)
        store.asked = set()
        return store

    asked: set[str]

    def facts(self, treaty_ids: Collection[str]) -> Any:
        self.asked |= set(treaty_ids)
        return super().facts(treaty_ids)


@contextmanager
def served(client: Any) -> Iterator[str]:
    """The address at which the client's cloud answers as DynamoDB does."""

    # moto takes long: what it said is said again
    known: dict[bytes, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:  # the name that http.server calls
            operation = self.headers["X-Amz-Target"].rpartition(".")[2]
            request = self.rfile.read(int(self.headers["Content-Length"]))
            body = known.get(request) or known.setdefault(request, _answer(client, operation, request))
            self.send_response(200)
            self.send_header("Content-Type", "application/x-amz-json-1.0")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _answer(client: Any, operation: str, request: bytes) -> bytes:
    answer = client._make_api_call(operation, json.loads(request, object_hook=_with_bytes))
    answer.pop("ResponseMetadata")
    return json.dumps(answer, default=lambda content: base64.b64encode(content).decode()).encode()


def _with_bytes(value: dict[str, Any]) -> dict[str, Any]:
    """An attribute's binary value is base64 on the wire."""
    return {"B": base64.b64decode(value["B"])} if value.keys() == {"B"} else value
