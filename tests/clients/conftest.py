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
        lists: Any = import_module("functions.lists.app")
        for made_anew in (app.store, app.lists, lists.lists):
            made_anew.cache_clear()
        with gateway({"/v1/ignore-lists/": lists.handler, "/": app.handler}) as address:
            yield address


@pytest.fixture(params=["local", "deployed"])
def address(request: pytest.FixtureRequest) -> str:
    """Each of the two in turn."""
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, or a skipped test."""
    from tests.clients.chromium import chromium

    with chromium() as found:
        yield found


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A page of its own, which must have had nothing to complain of that the test did not take out of `errors`."""
    from tests.clients.chromium import Tab

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Tab(context)
    yield made
    context.close()
    assert made.errors == []
