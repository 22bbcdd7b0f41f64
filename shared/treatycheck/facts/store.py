"""What every store of facts offers: the bundled files and the DynamoDB table alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from treatycheck.model import Fact, Treaty


class ReferenceVersion(NamedTuple):
    """Which reference data a store holds: `version` of all of it, `names` of the treaties and their names alone."""

    version: str
    treaties: int
    facts: int
    names: str = ""


class Stamp(NamedTuple):
    """Who changed something, when (ISO 8601 in UTC; empty for what came with the package), and why."""

    by: str
    at: str
    reason: str


class Revision(NamedTuple):
    """One state of a fact. `version` counts from 1; a removed fact has a revision without a fact."""

    version: int
    fact: Fact | None
    stamp: Stamp


class FactStore(Protocol):
    """Read access to the reference data."""

    def reference(self) -> ReferenceVersion:
        """The version and size of what the store holds. Raises StoreUnavailable."""

    def treaties(self) -> Sequence[Treaty]:
        """All treaties by id. Raises StoreUnavailable."""

    def treaty(self, treaty_id: str) -> Treaty:
        """One treaty. Raises UnknownTreaty, StoreUnavailable."""

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, tuple[Fact, ...]]:
        """The facts of these treaties, each sorted by fact_id; an unknown id maps to ().

        Raises StoreUnavailable.
        """

    def history(self, fact_id: str) -> tuple[Revision, ...]:
        """All states of a fact, the latest first. Raises UnknownFact, StoreUnavailable."""
