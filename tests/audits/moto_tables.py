"""moto's tables, as DynamoDB's are in what audits rest on: a request is one step, and a query reads one partition."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from moto.dynamodb.models.table import Table
from moto.dynamodb.responses import DynamoHandler


def whole_tables(patch: pytest.MonkeyPatch) -> None:
    """Mends moto's tables for threads and for archives."""
    one_request_at_a_time(patch)
    one_partition_a_query(patch)


def one_request_at_a_time(patch: pytest.MonkeyPatch) -> None:
    """DynamoDB checks a condition and writes in one step; moto's threads must not come between."""
    lock, call = threading.RLock(), DynamoHandler.call_action

    def locked(self: Any) -> Any:
        with lock:
            return call(self)

    patch.setattr(DynamoHandler, "call_action", locked)


def one_partition_a_query(patch: pytest.MonkeyPatch) -> None:
    """moto sorts the whole table for each query, which for an archive costs its square."""
    query = Table.query

    def queried(self: Any, hash_key: Any, *rest: Any, **named: Any) -> Any:
        assert not self.all_indexes()
        items = self.items
        self.items = {hash_key: items[hash_key]} if hash_key in items else {}
        try:
            return query(self, hash_key, *rest, **named)
        finally:
            self.items = items

    patch.setattr(Table, "query", queried)
