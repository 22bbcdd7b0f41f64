"""The facts of the treaties at hand: those spoken of are read at once, those of siblings where they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from treatycheck.facts.store import FactStore
from treatycheck.facts.treaty_facts import TreatyFacts


class FactsAtHand(Mapping[str, TreatyFacts]):
    """Facts by treaty, read from a store in one request, and in a second one for all siblings together.

    Most texts need no second one: only a wrong value is looked for among other treaties. Raises StoreUnavailable
    when made and when a sibling is first asked for.
    """

    def __init__(self, store: FactStore, treaties: Collection[str], siblings: Collection[str]) -> None:
        self._store = store
        self._read = _facts_of(store, treaties)
        self._unread = set(siblings).difference(self._read)

    def __getitem__(self, treaty: str) -> TreatyFacts:
        if treaty in self._unread:
            self._read.update(_facts_of(self._store, self._unread))
            self._unread.clear()
        return self._read[treaty]

    def __contains__(self, treaty: object) -> bool:
        return treaty in self._read or treaty in self._unread

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._read, *self._unread}))

    def __len__(self) -> int:
        return len(self._read) + len(self._unread)


def _facts_of(store: FactStore, treaties: Collection[str]) -> dict[str, TreatyFacts]:
    return {treaty: TreatyFacts.over(own) for treaty, own in store.facts(sorted(treaties)).items()}
