"""The FactStore over the DynamoDB table: reads the facts of the treaties that are asked for, no others."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.table import CATALOGUE, VERSION_KEY, Item, key_to_item, parsed, partition_of, version_of
from treatycheck.errors import StoreUnavailable, UnknownTreaty
from treatycheck.facts.records import fact_from_record, treaty_from_record
from treatycheck.facts.store import ReferenceVersion
from treatycheck.model import Fact, Treaty

_PARALLEL_QUERIES = 8


class DynamoFactStore:
    """Keeps what it read as long as the table says the same version; asks for the version again after
    `reference_seconds`. Reads are consistent: a version is seen with all that was written before it.
    """

    def __init__(
        self,
        client: DynamoClient,
        table_name: str,
        reference_seconds: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._table_name = table_name
        self._reference_seconds = reference_seconds
        self._clock = clock
        self._reference: ReferenceVersion | None = None
        self._read_at = 0.0
        self._treaties: dict[str, Treaty] = {}
        self._facts: dict[str, tuple[Fact, ...]] = {}

    def reference(self) -> ReferenceVersion:
        """The version and size of what the table holds. Raises StoreUnavailable."""
        now = self._clock()
        if self._reference is None or now - self._read_at >= self._reference_seconds:
            held = self._read_version()
            if held != self._reference:
                self._treaties, self._facts = {}, {}
            self._reference, self._read_at = held, now
        return self._reference

    def treaties(self) -> Sequence[Treaty]:
        """All treaties by id. Raises StoreUnavailable."""
        return tuple(self._catalogue().values())

    def treaty(self, treaty_id: str) -> Treaty:
        """One treaty. Raises UnknownTreaty, StoreUnavailable."""
        try:
            return self._catalogue()[treaty_id]
        except KeyError:
            raise UnknownTreaty(f"no treaty has the id {treaty_id!r}") from None

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, tuple[Fact, ...]]:
        """The facts of these treaties, each sorted by fact_id; an unknown id maps to ().

        Raises StoreUnavailable.
        """
        self.reference()
        wanted = sorted(set(treaty_ids))
        missing = [treaty_id for treaty_id in wanted if treaty_id not in self._facts]
        if missing:
            with ThreadPoolExecutor(min(_PARALLEL_QUERIES, len(missing))) as pool:
                self._facts |= zip(missing, pool.map(self._read_facts, missing), strict=True)
        return {treaty_id: self._facts[treaty_id] for treaty_id in wanted}

    def _catalogue(self) -> dict[str, Treaty]:
        self.reference()
        if not self._treaties:
            treaties = (parsed(item, treaty_from_record) for item in self._read_partition(CATALOGUE))
            self._treaties = {treaty.id: treaty for treaty in treaties}
        return self._treaties

    def _read_version(self) -> ReferenceVersion:
        with store_errors("the table of facts could not be read"):
            answer = self._client.get_item(
                TableName=self._table_name, Key=key_to_item(VERSION_KEY), ConsistentRead=True
            )
        if "Item" not in answer:
            raise StoreUnavailable("the table of facts has not been loaded yet")
        return version_of(answer["Item"])

    def _read_facts(self, treaty_id: str) -> tuple[Fact, ...]:
        facts = (parsed(item, fact_from_record) for item in self._read_partition(partition_of(treaty_id)))
        return tuple(sorted(facts, key=lambda fact: fact.fact_id))

    def _read_partition(self, partition: str) -> Iterator[Item]:
        """The items of a partition, page after page."""
        request: dict[str, Any] = {
            "TableName": self._table_name,
            "KeyConditionExpression": "pk = :pk",
            "ExpressionAttributeValues": {":pk": {"S": partition}},
            "ConsistentRead": True,
        }
        while True:
            with store_errors("the table of facts could not be read"):
                page = self._client.query(**request)
            yield from page["Items"]
            if "LastEvaluatedKey" not in page:
                return
            request["ExclusiveStartKey"] = page["LastEvaluatedKey"]
