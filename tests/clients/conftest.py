"""The two places that clients call: the local server, and the Lambda handler behind API Gateway on moto."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import uvicorn
from moto import mock_aws

from tests.aws.tables import create_table
from tests.clients.gateway import gateway
from tests.functions.conftest import ENVIRONMENT, Context
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.local import LocalServer
from treatycheck.facts.bundled import BundledFactStore


@pytest.fixture(scope="session")
def local() -> Iterator[str]:
    """The address of `treatycheck serve`."""
    server = uvicorn.Server(uvicorn.Config(LocalServer(BundledFactStore.load()), log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def deployed() -> Iterator[str]:
    """The address of the handlers behind API Gateway, the table loaded by the loader's handler."""
    with mock_aws(), pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        create_table(dynamodb_client(), ENVIRONMENT["TREATYCHECK_TABLE"])
        import_module("functions.loader.app").handler({}, Context())
        app: Any = import_module("functions.api.app")
        app.store.cache_clear()
        with gateway(app.handler) as address:
            yield address


@pytest.fixture(params=["local", "deployed"])
def address(request: pytest.FixtureRequest) -> str:
    """Each of the two in turn."""
    found: str = request.getfixturevalue(request.param)
    return found
