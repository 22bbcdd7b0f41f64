"""Facts are read in one request for the treaties that a text speaks of, in a second for siblings where need be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import pytest

from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.model import Document
from treatycheck.pipeline import verify


class CountingStore:
    """The packaged store, which remembers what was asked of it."""

    def __init__(self) -> None:
        self.requests: list[list[str]] = []
        self._store = BundledFactStore.load()

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, TreatyFacts]:
        self.requests.append(sorted(treaty_ids))
        return self._store.facts(treaty_ids)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@pytest.mark.parametrize(
    ("text", "requests"),
    [
        ("The INF Treaty was signed in Washington in 1987.", 1),
        ("The INF Treaty was signed in Washington in 1972.", 2),
    ],
)
def test_siblings_are_read_only_for_what_is_wrong(text: str, requests: int) -> None:
    store = CountingStore()
    verify(Document(text), store, date(2026, 1, 1))
    assert store.requests[0] == ["inf-treaty"]
    assert len(store.requests) == requests
