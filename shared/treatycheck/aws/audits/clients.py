"""The clients of AWS that audits use beside DynamoDB's; made by botocore, without importing boto3."""

from __future__ import annotations

from typing import Any, Protocol

from botocore.config import Config
from botocore.session import get_session

_CONFIG = Config(connect_timeout=3, read_timeout=30, retries={"mode": "standard", "total_max_attempts": 5})


class S3Client(Protocol):
    """The calls that are made of S3."""

    def get_object(self, **request: Any) -> dict[str, Any]: ...
    def put_object(self, **request: Any) -> dict[str, Any]: ...
    def list_objects_v2(self, **request: Any) -> dict[str, Any]: ...


class StatesClient(Protocol):
    """The calls that are made of Step Functions."""

    def start_execution(self, **request: Any) -> dict[str, Any]: ...
    def stop_execution(self, **request: Any) -> dict[str, Any]: ...
    def list_map_runs(self, **request: Any) -> dict[str, Any]: ...
    def describe_map_run(self, **request: Any) -> dict[str, Any]: ...


class EventsClient(Protocol):
    """The call that is made of EventBridge."""

    def put_events(self, **request: Any) -> dict[str, Any]: ...


class TopicClient(Protocol):
    """The call that is made of SNS."""

    def publish(self, **request: Any) -> dict[str, Any]: ...


def s3_client() -> S3Client:
    client: S3Client = get_session().create_client("s3", config=_CONFIG)
    return client


def states_client() -> StatesClient:
    client: StatesClient = get_session().create_client("stepfunctions", config=_CONFIG)
    return client


def events_client() -> EventsClient:
    client: EventsClient = get_session().create_client("events", config=_CONFIG)
    return client


def topic_client() -> TopicClient:
    client: TopicClient = get_session().create_client("sns", config=_CONFIG)
    return client
