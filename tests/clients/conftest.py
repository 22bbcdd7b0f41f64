"""The two places that clients call: the local server, and the Lambda handler behind API Gateway on moto."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from tests.aws.serving import serving
from tests.clients.gateway import gateway
from tests.functions.conftest import Context, mocked_cloud
from treatycheck.aws.local import LocalServer
from treatycheck.facts.bundled import BundledFactStore


@pytest.fixture(scope="session")
def local() -> Iterator[str]:
    """The address of `treatycheck serve`."""
    with serving(LocalServer(BundledFactStore.load())) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def deployed() -> Iterator[str]:
    """The address of the handlers behind API Gateway, the table loaded by the loader's handler."""
    with mocked_cloud():
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
