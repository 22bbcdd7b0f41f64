from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from moto import mock_aws

from tests.aws.tables import create_table
from treatycheck.aws.dynamodb import dynamodb_client


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of moto's DynamoDB."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    with mock_aws():
        yield dynamodb_client()


@pytest.fixture
def table(client: Any) -> str:
    """The name of an empty table of facts."""
    return create_table(client, "facts")
