from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from moto import mock_aws

from tests.aws.tables import create_table
from treatycheck.aws.dynamodb import dynamodb_client


@pytest.fixture(params=["moto", pytest.param("dynamodb_local", marks=pytest.mark.dynamodb_local)])
def client(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of moto's DynamoDB, and one of the real DynamoDB Local."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    if request.param == "dynamodb_local":
        endpoint = os.environ.get("TREATYCHECK_DYNAMODB_ENDPOINT")
        if not endpoint:
            pytest.skip("TREATYCHECK_DYNAMODB_ENDPOINT is not set: run tests/dynamodb_local.sh")
        yield dynamodb_client(endpoint)
        return
    with mock_aws():
        yield dynamodb_client()


@pytest.fixture
def table(client: Any) -> str:
    """The name of an empty table of facts."""
    return create_table(client, f"facts-{uuid.uuid4()}")
