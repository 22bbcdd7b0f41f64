"""What every store of facts offers: the bundled files and the DynamoDB table alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from treatycheck.model import Fact, Treaty


@dataclass(frozen=True, slots=True)
class ReferenceVersion:
    """Which reference data a store holds. `version` is a hash of its content."""

    version: str
    treaties: int
    facts: int


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
