"""Objects of S3 as an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from tests.audit.running import Auditor
from treatycheck.aws.s3_archive import S3Archive, S3Object, client
from treatycheck.errors import InvalidInput

WRONG = b"The INF Treaty was signed on 8 December 1986."


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket of two articles and a folder's mark, none of it on AWS."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    client.cache_clear()
    with mock_aws():
        made = boto3.resource("s3").Bucket("archive")
        made.create(CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        for name, content in (("news/2007-10-12.txt", WRONG), ("news/b.txt", b"Nothing."), ("news/", b"")):
            made.put_object(Key=name, Body=content)
        yield made
    client.cache_clear()


def test_the_objects_below_a_prefix_are_audited_and_known_again(auditor: Auditor, bucket: Any) -> None:
    archive = S3Archive("s3://archive/news/")
    found = auditor(archive=archive)
    assert [document.key for document in found.documents] == [
        "s3://archive/news/2007-10-12.txt",
        "s3://archive/news/b.txt",
    ]
    assert (str(found.documents[0].published), len(found.refuted("new"))) == ("2007-10-12", 1)
    assert auditor(archive=archive).counts.unchanged == 2
    bucket.Object("news/2007-10-12.txt").delete()
    assert len(auditor(archive=archive).refuted("fixed")) == 1


def test_an_object_that_is_gone_when_it_is_read_is_a_failure(auditor: Auditor, bucket: Any) -> None:
    class Gone(S3Archive):
        def objects(self) -> Iterator[S3Object]:
            yield S3Object("archive", "news/none.txt", "x", 3)

    ((key, failure),) = auditor(archive=Gone("s3://archive/")).failures
    assert (key, failure.problem.value) == ("s3://archive/news/none.txt", "unreadable")
    assert failure.detail == "cannot be fetched: 404"


def test_a_bucket_that_is_not_there_is_told(bucket: Any) -> None:
    with pytest.raises(InvalidInput, match="cannot be listed: NoSuchBucket"):
        list(S3Archive("s3://nowhere/").objects())


def test_an_endpoint_that_is_no_address_is_told(bucket: Any) -> None:
    with pytest.raises(InvalidInput, match="localhost is no address such as"):
        list(S3Archive("s3://archive/", "localhost").objects())


@pytest.mark.parametrize("address", ["s3://", "s3:///a", "https://archive"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInput):
        S3Archive(address)
