"""The DynamoDB client: what is used of it, how it is made, and what its errors mean.

botocore makes the client as boto3 would, without importing boto3's transfers to S3.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import get_session

from treatycheck.errors import StoreUnavailable

_CONFIG = Config(connect_timeout=2, read_timeout=5, retries={"mode": "standard", "total_max_attempts": 4})


class DynamoClient(Protocol):
    """The calls that stores and writers make."""

    def get_item(self, **request: Any) -> dict[str, Any]: ...
    def query(self, **request: Any) -> dict[str, Any]: ...
    def scan(self, **request: Any) -> dict[str, Any]: ...
    def put_item(self, **request: Any) -> dict[str, Any]: ...
    def transact_write_items(self, **request: Any) -> dict[str, Any]: ...
    def update_item(self, **request: Any) -> dict[str, Any]: ...
    def batch_get_item(self, **request: Any) -> dict[str, Any]: ...
    def batch_write_item(self, **request: Any) -> dict[str, Any]: ...


def dynamodb_client(endpoint: str | None = None, region: str | None = None) -> DynamoClient:
    """A client for AWS, or for the DynamoDB Local at `endpoint`, which takes any key but wants one.

    Raises StoreUnavailable.
    """
    options: dict[str, Any] = {"region_name": region, "config": _CONFIG}
    if endpoint:
        keys = {"aws_access_key_id": "local", "aws_secret_access_key": "local"}
        options |= {"endpoint_url": endpoint, "region_name": region or "us-east-1", **keys}
    with store_errors("no client of DynamoDB could be made"):
        client: DynamoClient = get_session().create_client("dynamodb", **options)
    return client


@contextmanager
def store_errors(detail: str) -> Iterator[None]:
    """Turns the client's errors into StoreUnavailable with this detail."""
    try:
        yield
    except (BotoCoreError, ClientError, ValueError) as error:
        raise StoreUnavailable(detail) from error
