"""The twin of the DynamoDB table that ships with the package."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from treatycheck.data import packaged
from treatycheck.errors import UnknownFact, UnknownTreaty
from treatycheck.facts.records import fact_from_record, treaty_from_record
from treatycheck.facts.store import ReferenceVersion, Revision, Stamp
from treatycheck.model import Fact, Treaty


class BundledFactStore:
    """A FactStore over the packaged JSON; facts are parsed for the treaties that are asked for."""

    def __init__(
        self,
        treaties: Sequence[dict[str, Any]],
        facts: Mapping[str, Sequence[dict[str, Any]]],
        version: str,
        names: str = "",
    ) -> None:
        self._treaty_records = treaties
        self._fact_records = facts
        self._version = version
        self._names = names or version
        self._parsed: dict[str, tuple[Fact, ...]] = {}

    @classmethod
    def load(cls) -> BundledFactStore:
        """The store over the files that the package holds."""
        versions = packaged("version.json")
        return cls(packaged("treaties.json"), packaged("facts.json"), versions["version"], versions["names"])

    @cached_property
    def _treaties(self) -> dict[str, Treaty]:
        return {record["id"]: treaty_from_record(record) for record in self._treaty_records}

    def reference(self) -> ReferenceVersion:
        """The version and size of the packaged data."""
        return ReferenceVersion(
            version=self._version,
            treaties=len(self._treaty_records),
            facts=sum(len(records) for records in self._fact_records.values()),
            names=self._names,
        )

    def treaties(self) -> Sequence[Treaty]:
        """All treaties by id."""
        return tuple(self._treaties.values())

    def treaty(self, treaty_id: str) -> Treaty:
        """One treaty. Raises UnknownTreaty."""
        try:
            return self._treaties[treaty_id]
        except KeyError:
            raise UnknownTreaty(f"no treaty has the id {treaty_id!r}") from None

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, tuple[Fact, ...]]:
        """The facts of these treaties, each sorted by fact_id; an unknown id maps to ()."""
        return {treaty_id: self._facts_of(treaty_id) for treaty_id in sorted(set(treaty_ids))}

    def history(self, fact_id: str) -> tuple[Revision, ...]:
        """The one state that the package holds. Raises UnknownFact."""
        for fact in self._facts_of(fact_id.partition("/")[0]):
            if fact.fact_id == fact_id:
                return (Revision(1, fact, Stamp("treatycheck", "", f"packaged reference {self._version}")),)
        raise UnknownFact(f"no fact has the id {fact_id!r}")

    def _facts_of(self, treaty_id: str) -> tuple[Fact, ...]:
        if treaty_id not in self._parsed:
            records = self._fact_records.get(treaty_id, ())
            self._parsed[treaty_id] = tuple(fact_from_record(record) for record in records)
        return self._parsed[treaty_id]
