"""Counts what a client asks of DynamoDB."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any


class Counting:
    """A client of DynamoDB that counts calls, and the units that they take."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.used: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(**request: Any) -> Any:
            answer = getattr(self._client, name)(**request)
            self.used["calls"] += 1
            self.used["writes"] += sum(units(item, 1024) for item in written(name, request))
            self.used["reads"] += units_read(name, request, answer)
            return answer

        return call


def size(value: Any) -> int:
    """The bytes of an item, or of an attribute, as DynamoDB counts them, to within a few."""
    if isinstance(value, dict):
        return sum(len(key) + size(part) for key, part in value.items())
    if isinstance(value, list):
        return sum(map(size, value))
    return len(value) if isinstance(value, bytes) else len(str(value).encode())


def units(item: Any, unit: int) -> int:
    return -(-size(item) // unit)


def written(name: str, request: dict[str, Any]) -> Iterator[Any]:
    """The items that a call writes; one that is deleted counts as small."""
    if name == "put_item":
        yield request["Item"]
    elif name == "update_item":
        yield request["Key"]
    elif name == "batch_write_item":
        for writes in request["RequestItems"].values():
            yield from (next(iter(write.values())).get("Item", {"pk": "x"}) for write in writes)


def units_read(name: str, request: dict[str, Any], answer: dict[str, Any]) -> int:
    """Consistent reads take one unit for each 4 kB: of all that a query gives, of each item that is got."""
    if name == "query":
        return max(1, units(answer["Items"], 4096))
    if name == "batch_get_item":
        return sum(len(tables["Keys"]) for tables in request["RequestItems"].values())
    return int(name == "get_item")
