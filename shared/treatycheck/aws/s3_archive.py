"""Objects of S3 as an archive: `s3://bucket/prefix`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO, cast

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from treatycheck.errors import InvalidInput

_SCHEME = "s3://"
_IN_MEMORY = 32_000_000
_CONFIG = Config(retries={"mode": "adaptive", "max_attempts": 8})


@cache
def client(endpoint_url: str | None) -> Any:
    """The client of a process, made when it is first needed."""
    return boto3.client("s3", endpoint_url=endpoint_url, config=_CONFIG)


@dataclass(frozen=True, slots=True)
class S3Object:
    """An object of a bucket, known by its address."""

    bucket: str
    name: str
    fingerprint: str
    size: int
    endpoint_url: str | None = None

    @property
    def key(self) -> str:
        return f"{_SCHEME}{self.bucket}/{self.name}"

    def open(self) -> BinaryIO:
        """Its content: in memory, or in a temporary file where it is large. Raises OSError."""
        content = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  the caller closes it
        try:
            client(self.endpoint_url).download_fileobj(self.bucket, self.name, content)
        except (BotoCoreError, ClientError) as error:
            content.close()
            raise OSError(None, f"cannot be fetched: {_code(error)}") from error
        content.seek(0)
        return cast(BinaryIO, content)


@dataclass(frozen=True, slots=True)
class S3Archive:
    """The objects of a bucket whose names begin with a prefix. Raises InvalidInput for no such address."""

    address: str
    endpoint_url: str | None = None

    def __post_init__(self) -> None:
        if not self.address.startswith(_SCHEME) or not self._bucket:
            raise InvalidInput(f"{self.address} is no address such as s3://bucket/prefix")

    @property
    def _bucket(self) -> str:
        return self.address.removeprefix(_SCHEME).partition("/")[0]

    @property
    def _prefix(self) -> str:
        return self.address.removeprefix(_SCHEME).partition("/")[2]

    def objects(self) -> Iterator[S3Object]:
        """The objects in the order of their names. Raises InvalidInput where they cannot be listed."""
        try:
            pages = self._client().get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._prefix):
                for entry in page.get("Contents", ()):
                    if not entry["Key"].endswith("/"):
                        yield self._object(entry)
        except (BotoCoreError, ClientError) as error:
            raise InvalidInput(f"{self.address} cannot be listed: {_code(error)}") from error

    def covers(self, key: str) -> bool:
        """Whether an object with this address would be listed."""
        return key.startswith(f"{_SCHEME}{self._bucket}/{self._prefix}")

    def _client(self) -> Any:
        try:
            return client(self.endpoint_url)
        except ValueError as error:
            raise InvalidInput(f"{self.endpoint_url} is no address such as http://localhost:9000") from error

    def _object(self, entry: dict[str, Any]) -> S3Object:
        fingerprint = f"{entry['ETag']}-{entry['Size']}"
        return S3Object(self._bucket, entry["Key"], fingerprint, entry["Size"], self.endpoint_url)


def _code(error: Exception) -> str:
    """What went wrong, without addresses and names."""
    return str(error.response["Error"].get("Code")) if isinstance(error, ClientError) else type(error).__name__
