"""What an audit of a million articles costs on AWS: `python -m benchmarks.audit_on_aws`.

What an article takes of a table is counted from the items that a real worker writes and reads, in moto's cloud; its
processor time is measured. Prices and waiting times are assumptions, and stand below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.audit import MIXES, NEWS_SHARE, WORDS, cost_of, write_archive
from benchmarks.cloud import create_table, mocked
from benchmarks.counting import Counting, size
from benchmarks.texts import article

MILLION = 1_000_000
BATCH, CONCURRENCY = 100, 40
ARTICLES = 100
# of a day's audit, so many articles are new or changed
CHANGED_SHARE = 0.01
# dollars: AWS's public prices in us-east-1, on arm64, as last looked up in 2025
PRICES = {
    "Lambda, a GB-second": 0.0000133334,
    "Lambda, a million requests": 0.20,
    "Step Functions, a million transitions": 25.00,
    "S3, a million GET": 0.40,
    "S3, a million LIST or PUT": 5.00,
    "DynamoDB, a million write units": 0.625,
    "DynamoDB, a million read units": 0.125,
    "DynamoDB, a GB kept for a month, with its recovery": 0.25 + 0.20,
}
MEMORY_GB = 1769 / 1024
# seconds that a worker waits for an answer
S3_SECONDS, DYNAMODB_SECONDS = 0.030, 0.005
# each batch: an execution of the map's, with one state
TRANSITIONS_A_BATCH = 2
TODAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Use:
    """Of one article: seconds of a processor, calls and units of the table, bytes kept in it."""

    seconds: float
    calls: float
    writes: float
    reads: float
    kept: float

    def mixed(self, other: Use, share: float) -> Use:
        """A mix with a share of the other."""
        parts = zip(self.values(), other.values(), strict=True)
        return Use(*((1 - share) * one + share * two for one, two in parts))

    def values(self) -> tuple[float, ...]:
        return (self.seconds, self.calls, self.writes, self.reads, self.kept)


@contextmanager
def cloud() -> Iterator[tuple[Counting, Any]]:
    """A table and a bucket of moto's."""
    import boto3

    with mocked():
        dynamodb, s3 = boto3.client("dynamodb", "us-east-1"), boto3.client("s3", "us-east-1")
        s3.create_bucket(Bucket="archive")
        create_table(dynamodb, "audits")
        yield Counting(dynamodb), s3


def uses_of(plain_for_each: int) -> tuple[Use, Use]:
    """What an article takes that is new, and one that is unchanged."""
    from treatycheck.audit.fact_digests import FactDigests
    from treatycheck.aws.audits.object_store import ObjectStore
    from treatycheck.aws.audits.record import AuditRecord, Source
    from treatycheck.aws.audits.worker import Worker
    from treatycheck.facts.bundled import BundledFactStore

    with cloud() as (client, s3), TemporaryDirectory() as folder:
        items = []
        for number in range(ARTICLES):
            key = f"2012-01-{number % 28 + 1:02}-{number}.txt"
            body = article(WORDS, plain_for_each, number).encode()
            tag = s3.put_object(Bucket="archive", Key=key, Body=body)["ETag"]
            items.append({"Key": key, "ETag": tag})
        steps = [Counter(client.used)]
        for audit in ("first", "second"):
            record = AuditRecord(audit, "news", Source("prefix", "archive", ""), "", number=1)
            store = ObjectStore(client, "audits", "news", 0)
            facts = BundledFactStore.load()
            worker = Worker(record, store, facts, FactDigests(facts), s3, TODAY)
            for start in range(0, ARTICLES, BATCH):
                worker.verify(items[start : start + BATCH])
            steps.append(Counter(client.used))
        write_archive(Path(folder) / "archive", ARTICLES, plain_for_each)
        seconds = cost_of(Path(folder) / "archive").read
        kept = size(client.scan(TableName="audits")["Items"]) / ARTICLES
    took = [{name: (new[name] - old[name]) / ARTICLES for name in new} for old, new in pairwise(steps)]
    first, second = ((one["calls"], one["writes"], one["reads"]) for one in took)
    return Use(seconds, *first, kept), Use(0.0, *second, kept)


def bill(use: Use, read_share: float) -> dict[str, float]:
    """Dollars for a million articles, of which a share is read in S3."""
    waiting = read_share * S3_SECONDS + use.calls * DYNAMODB_SECONDS
    batches = MILLION / BATCH
    return {
        "Lambda, time": MILLION * (use.seconds + waiting) * MEMORY_GB * PRICES["Lambda, a GB-second"],
        "Lambda, requests": batches / MILLION * PRICES["Lambda, a million requests"],
        "Step Functions": batches * TRANSITIONS_A_BATCH / MILLION * PRICES["Step Functions, a million transitions"],
        "S3, objects": read_share * PRICES["S3, a million GET"],
        "S3, lists and results": 2 * MILLION / 1000 / MILLION * PRICES["S3, a million LIST or PUT"],
        "DynamoDB, writes": use.writes * PRICES["DynamoDB, a million write units"],
        "DynamoDB, reads": use.reads * PRICES["DynamoDB, a million read units"],
        # the sum-up reads everything once, 4 kB a unit
        "DynamoDB, sum-up": use.kept / 4096 * PRICES["DynamoDB, a million read units"],
    }


def main() -> None:
    (plain, plain_again), (told, told_again) = (uses_of(MIXES[name]) for name in ("no treaty", "one sentence in 15"))
    first, again = plain.mixed(told, NEWS_SHARE), plain_again.mixed(told_again, NEWS_SHARE)
    nightly = again.mixed(first, CHANGED_SHARE)
    print(f"an article, new and unchanged; {NEWS_SHARE:.0%} speak of treaties in one sentence of 15")
    for name, one, two in zip(
        ("ms", "calls", "writes", "reads", "bytes kept"), first.values(), again.values(), strict=True
    ):
        scale = 1000 if name == "ms" else 1
        print(f"  {name:12}{one * scale:10.2f}{two * scale:10.2f}")
    took = first.seconds + S3_SECONDS + first.calls * DYNAMODB_SECONDS
    print(
        f"a batch of {BATCH} new articles takes {BATCH * took:.1f} s, most of it waiting; {CONCURRENCY} batches at once"
    )
    print(f"take a million in {MILLION * took / CONCURRENCY / 60:.0f} minutes, with", end=" ")
    print(f"{CONCURRENCY / took * first.writes:,.0f} write units and {CONCURRENCY / took:,.0f} GET a second")
    bills = (bill(first, 1.0), bill(nightly, CHANGED_SHARE))
    print(f"\ndollars for a million articles: all new; {CHANGED_SHARE:.0%} new or changed")
    for name in bills[0]:
        print(f"  {name:24}{bills[0][name]:8.2f}{bills[1][name]:8.2f}")
    print(f"  {'together':24}{sum(bills[0].values()):8.2f}{sum(bills[1].values()):8.2f}")
    kept = first.kept * MILLION / 1e9
    price = PRICES["DynamoDB, a GB kept for a month, with its recovery"]
    print(f"kept: {kept:.1f} GB, {kept * price:.2f} dollars a month")


if __name__ == "__main__":
    main()
