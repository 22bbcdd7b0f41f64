"""The two places that clients call: the local server, and the Lambda handler behind API Gateway on moto."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from tests.aws.samples import STAMP, store_of
from tests.aws.serving import serving
from tests.aws.tables import ROOT, create_table
from tests.clients.gateway import gateway
from tests.functions.conftest import Context, mocked_cloud
from treatycheck.aws.dynamodb import dynamodb_client
from treatycheck.aws.loader import load
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


@pytest.fixture(scope="session")
def deployed_small(deployed: str) -> Iterator[str]:
    """The same over a table of a few treaties: moto takes minutes to read every partition of the whole."""
    app = module_of(ROOT / "functions" / "api" / "app.py")
    client = dynamodb_client()
    load(client, create_table(client, "few-facts"), store_of(), STAMP)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TREATYCHECK_TABLE", "few-facts")
        app.store()
    with gateway({"/v1/ignore-lists/": import_module("functions.lists.app").handler, "/": app.handler}) as address:
        yield address


def module_of(path: Path) -> Any:
    """A module of its own, whoever else imported the file."""
    spec = spec_from_file_location("app_over_few_facts", path)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
