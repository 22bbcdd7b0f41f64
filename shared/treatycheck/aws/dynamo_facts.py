"""The FactStore over the DynamoDB table: reads the facts of the treaties that are asked for, no others."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.queries import read_head, read_states
from treatycheck.aws.table import CATALOGUE, Head, State, key_of_fact, latest, parsed, partition_of
from treatycheck.errors import StoreUnavailable, UnknownFact, UnknownTreaty
from treatycheck.facts.records import fact_from_record, treaty_from_record
from treatycheck.facts.store import ReferenceVersion, Revision
from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.model import Treaty

_PARALLEL_QUERIES = 8
_UNREADABLE = "the table of facts could not be read"


class DynamoFactStore:
    """Keeps what it read as long as the table says the same version; asks for the head again after
    `reference_seconds`. All that it gives between is of one reference version, whatever is written meanwhile.
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
        self._head: Head | None = None
        self._read_at = 0.0
        self._treaties: dict[str, Treaty] = {}
        self._facts: dict[str, TreatyFacts] = {}

    def reference(self) -> ReferenceVersion:
        """The version and size of what the table holds. Raises StoreUnavailable."""
        return self._fresh_head().reference

    def treaties(self) -> Sequence[Treaty]:
        """All treaties by id. Raises StoreUnavailable."""
        return tuple(self._catalogue().values())

    def treaty(self, treaty_id: str) -> Treaty:
        """One treaty. Raises UnknownTreaty, StoreUnavailable."""
        try:
            return self._catalogue()[treaty_id]
        except KeyError:
            raise UnknownTreaty(f"no treaty has the id {treaty_id!r}") from None

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, TreatyFacts]:
        """The facts of these treaties, each sorted by fact_id; an unknown id maps to ().

        Raises StoreUnavailable.
        """
        head = self._fresh_head()
        wanted = sorted(set(treaty_ids))
        missing = [treaty_id for treaty_id in wanted if treaty_id not in self._facts]
        if missing:
            with ThreadPoolExecutor(min(_PARALLEL_QUERIES, len(missing))) as pool:
                read = pool.map(lambda treaty_id: self._read_facts(treaty_id, head), missing)
                self._facts |= zip(missing, read, strict=True)
        return {treaty_id: self._facts[treaty_id] for treaty_id in wanted}

    def history(self, fact_id: str) -> tuple[Revision, ...]:
        """All states of a fact, the latest first, as the table is now. Raises UnknownFact, StoreUnavailable."""
        with store_errors(_UNREADABLE):
            head = read_head(self._client, self._table_name) or self._fresh_head()
            partition, name = key_of_fact(fact_id)
            states = list(read_states(self._client, self._table_name, partition, f"{name}#"))
        shown = [
            to_revision(state) for state in states if state.key == (partition, name) and head.shows(state.sequence)
        ]
        if not shown:
            raise UnknownFact(f"no fact has the id {fact_id!r}")
        return tuple(reversed(shown))

    def _fresh_head(self) -> Head:
        now = self._clock()
        if self._head is None or now - self._read_at >= self._reference_seconds:
            held = self._read_head()
            if self._head is None or held.reference.version != self._head.reference.version:
                self._facts = {}
            if self._head is None or held.reference.names != self._head.reference.names:
                self._treaties = {}
            self._head, self._read_at = held, now
        return self._head

    def _read_head(self) -> Head:
        with store_errors(_UNREADABLE):
            head = read_head(self._client, self._table_name)
        if head is None or not head.current:
            raise StoreUnavailable("the table of facts has not been loaded yet")
        return head

    def _catalogue(self) -> dict[str, Treaty]:
        head = self._fresh_head()
        if not self._treaties:
            states = self._read_partition(CATALOGUE, head)
            self._treaties = {state.key[1]: parsed(state, treaty_from_record) for state in states}
        return self._treaties

    def _read_facts(self, treaty_id: str, head: Head) -> TreatyFacts:
        facts = (parsed(state, fact_from_record) for state in self._read_partition(partition_of(treaty_id), head))
        return TreatyFacts(sorted(facts, key=lambda fact: fact.fact_id))

    def _read_partition(self, partition: str, head: Head) -> list[State]:
        """What a partition holds at the head, by key."""
        with store_errors(_UNREADABLE):
            states = latest(read_states(self._client, self._table_name, partition), head)
        return [state for _, state in sorted(states.items()) if not state.removed]


def to_revision(state: State) -> Revision:
    """A state of a fact as a store gives it. Raises ReferenceDataError."""
    fact = None if state.removed else parsed(state, fact_from_record)
    return Revision(state.version, fact, state.stamp)
