"""Which facts changed, out of the stream of their table.

A fact's new state is in the stream before a load shows it, and by then other states are, too. So what is not shown
yet is noted, and judged when the head says that it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from treatycheck.aws.audits.layout import CHANGED, text
from treatycheck.aws.batch_writes import delete, put, write
from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.loader import id_of
from treatycheck.aws.queries import paged, read_head_or_empty
from treatycheck.aws.table import HEAD_KEY, Key, key_of, key_to_item

_UNAVAILABLE = "the changes of facts could not be read or noted"


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact with the number of the change."""

    fact_id: str
    sequence: int

    @property
    def key(self) -> Key:
        """Where it is noted."""
        return CHANGED, f"{self.fact_id}#{self.sequence}"


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of one table of facts, noted in one of audits."""

    client: DynamoClient
    fact_table: str
    audit_table: str
    sleep: Callable[[float], None] = time.sleep

    def shown(self, records: Iterable[Mapping[str, Any]]) -> list[ChangedFact]:
        """The changes of these records, and of earlier ones, that are shown by now. Raises StoreUnavailable."""
        keys = [key_of(record["dynamodb"]["Keys"]) for record in records]
        found = {fact for key in keys if (fact := changed_fact(key))}
        with store_errors(_UNAVAILABLE):
            write(self.client, self.audit_table, [put(key_to_item(fact.key)) for fact in found], self.sleep)
            # read after they were noted: else the head might show them between, and nobody would look again
            head = read_head_or_empty(self.client, self.fact_table)
            if HEAD_KEY in keys:
                found |= set(self._noted())
        return sorted((fact for fact in found if head.shows(fact.sequence)), key=lambda fact: fact.key)

    def judged(self, facts: Iterable[ChangedFact]) -> None:
        """Forgets changes. Raises StoreUnavailable."""
        with store_errors(_UNAVAILABLE):
            write(self.client, self.audit_table, [delete(fact.key) for fact in facts], self.sleep)

    def _noted(self) -> Iterable[ChangedFact]:
        request = {
            "TableName": self.audit_table,
            "KeyConditionExpression": "pk = :pk",
            "ExpressionAttributeValues": {":pk": text(CHANGED)},
            "ConsistentRead": True,
        }
        for item in paged(self.client.query, request):
            fact_id, _, sequence = key_of(item)[1].rpartition("#")
            yield ChangedFact(fact_id, int(sequence))


def changed_fact(key: Key) -> ChangedFact | None:
    """The fact whose state lies at a key of the table of facts; None for other keys."""
    name, _, sequence = key[1].rpartition("#")
    if not key[0].startswith("treaty#") or not name or not sequence.isdecimal():
        return None
    return ChangedFact(id_of((key[0], name)), int(sequence))
