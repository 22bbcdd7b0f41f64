"""Objects of S3, brought to this machine while their hash is taken."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from treatycheck.aws.audits.clients import S3Client
from treatycheck.errors import StoreUnavailable

_PIECE = 1024 * 1024
_IN_MEMORY = 16 * 1024 * 1024
# what an object, and nothing else, is to blame for: it is gone, locked away, or in an archive storage class
_OF_THE_OBJECT = frozenset({"NoSuchKey", "AccessDenied", "InvalidObjectState", "404", "403"})


class Missing(Exception):
    """The object cannot be had, whatever is tried: the code of S3's error says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An object's bytes and what they are known by. Of one larger than is taken, nothing was read."""

    body: BinaryIO
    etag: str
    hash: str
    size: int


@contextmanager
def fetched(s3: S3Client, bucket: str, key: str, limit: int) -> Iterator[Fetched]:
    """The object, up to `limit` bytes. Raises Missing, StoreUnavailable."""
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        answer = _get(s3, bucket, key)
        size = int(answer["ContentLength"])
        digest = _copy(answer["Body"], file) if size <= limit else ""
        file.seek(0)
        yield Fetched(cast(BinaryIO, file), bare(answer["ETag"]), digest, size)


def bare(etag: str) -> str:
    """An entity tag without its quotation marks, which inventories leave out."""
    return etag.strip('"')


def _get(s3: S3Client, bucket: str, key: str) -> dict[str, Any]:
    try:
        return s3.get_object(Bucket=bucket, Key=key)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code in _OF_THE_OBJECT:
            raise Missing(code) from error
        raise StoreUnavailable("the archive could not be read") from error
    except BotoCoreError as error:
        raise StoreUnavailable("the archive could not be read") from error


def _copy(body: Any, file: Any) -> str:
    digest = hashlib.sha256()
    try:
        while piece := body.read(_PIECE):
            digest.update(piece)
            file.write(piece)
    except (BotoCoreError, HTTPClientError, OSError) as error:
        raise StoreUnavailable("the archive could not be read") from error
    return digest.hexdigest()
