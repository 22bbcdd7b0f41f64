from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from moto import mock_aws

from tests.aws.tables import create_table
from treatycheck.aws.dynamodb import dynamodb_client

ENVIRONMENT = {
    "AWS_DEFAULT_REGION": "eu-central-1",
    "TREATYCHECK_TABLE": "facts",
    "TREATYCHECK_LISTS_TABLE": "lists",
    "TREATYCHECK_ORIGINS": "https://news.example",
    "POWERTOOLS_METRICS_NAMESPACE": "Treatycheck",
    "POWERTOOLS_SERVICE_NAME": "tests",
}

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


@dataclass(frozen=True)
class Context:
    """What Powertools and the functions read of a Lambda context."""

    function_name: str = "tests"
    memory_limit_in_mb: int = 1769
    invoked_function_arn: str = "arn:aws:lambda:eu-central-1:123456789012:function:tests"
    aws_request_id: str = "4a7e3b1c-0d5f-4c58-9f0e-2f6d1b8c7a90"
    log_stream_name: str = "2026/01/01/[1]abc"


@pytest.fixture
def context() -> Context:
    return Context()


@contextmanager
def mocked_cloud() -> Iterator[Any]:
    """moto's cloud with the template's tables, empty, and the functions' environment."""
    with mock_aws(), pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        client = dynamodb_client()
        create_table(client, ENVIRONMENT["TREATYCHECK_TABLE"])
        create_table(client, ENVIRONMENT["TREATYCHECK_LISTS_TABLE"], "ListTable")
        yield client


@pytest.fixture(scope="module")
def cloud() -> Iterator[Any]:
    """The cloud of a file's tests."""
    with mocked_cloud() as client:
        yield client


@pytest.fixture(scope="module")
def loader(cloud: Any) -> Handler:
    handler: Handler = import_module("functions.loader.app").handler
    return handler


@pytest.fixture(scope="module")
def api(cloud: Any) -> Handler:
    """The API's handler, with a store that has read nothing yet."""
    app = import_module("functions.api.app")
    app.store.cache_clear()
    app.lists.cache_clear()
    handler: Handler = app.handler
    return handler


@pytest.fixture(scope="module")
def lists(cloud: Any) -> Handler:
    """The handler of stored lists, with a client of the cloud's table."""
    app = import_module("functions.lists.app")
    app.lists.cache_clear()
    handler: Handler = app.handler
    return handler


@pytest.fixture(scope="module")
def admin(cloud: Any) -> Handler:
    """The handler of changes, with an editor of the cloud's table."""
    app = import_module("functions.admin.app")
    app.editor.cache_clear()
    handler: Handler = app.handler
    return handler


@pytest.fixture
def log(api: Handler, monkeypatch: pytest.MonkeyPatch) -> StringIO:
    """What the API's handler logs from now on."""
    stream = StringIO()
    monkeypatch.setattr(import_module("functions.api.app").logger.registered_handler, "stream", stream)
    return stream
