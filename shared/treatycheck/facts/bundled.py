"""The twin of the DynamoDB table that ships with the package."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from treatycheck.data import packaged
from treatycheck.data.records import packaged_records
from treatycheck.errors import UnknownFact, UnknownTreaty
from treatycheck.facts.records import Record, fact_from_record, treaty_from_record
from treatycheck.facts.store import ReferenceVersion, Revision, Stamp
from treatycheck.facts.treaty_facts import TreatyFacts
from treatycheck.model import Treaty

_KEPT = 256


class BundledFactStore:
    """A FactStore over JSON records; those of the treaties that are asked for are read, and kept for a while."""

    def __init__(
        self, treaties: Mapping[str, Record], facts: Mapping[str, Sequence[Record]], reference: ReferenceVersion
    ) -> None:
        self._treaty_records = treaties
        self._fact_records = facts
        self._reference = reference
        self._facts_of = lru_cache(_KEPT)(self._read_facts)

    @classmethod
    def load(cls) -> BundledFactStore:
        """The store over the files that the package holds."""
        reference = ReferenceVersion(**packaged("version.json"))
        return cls(packaged_records("treaties.json"), packaged_records("facts.json"), reference)

    @classmethod
    def of(
        cls, treaties: Sequence[Record], facts: Mapping[str, Sequence[Record]], version: str, names: str = ""
    ) -> BundledFactStore:
        """The store over these records, the facts by treaty."""
        reference = ReferenceVersion(version, len(treaties), sum(map(len, facts.values())), names or version)
        return cls({record["id"]: record for record in treaties}, facts, reference)

    def reference(self) -> ReferenceVersion:
        """The version and size of the packaged data."""
        return self._reference

    def treaties(self) -> Sequence[Treaty]:
        """All treaties by id."""
        return tuple(map(treaty_from_record, self._treaty_records.values()))

    def treaty(self, treaty_id: str) -> Treaty:
        """One treaty. Raises UnknownTreaty."""
        try:
            return treaty_from_record(self._treaty_records[treaty_id])
        except KeyError:
            raise UnknownTreaty(f"no treaty has the id {treaty_id!r}") from None

    def facts(self, treaty_ids: Collection[str]) -> Mapping[str, TreatyFacts]:
        """The facts of these treaties, each sorted by fact_id; an unknown id maps to ()."""
        return {treaty_id: self._facts_of(treaty_id) for treaty_id in sorted(set(treaty_ids))}

    def history(self, fact_id: str) -> tuple[Revision, ...]:
        """The one state that the package holds. Raises UnknownFact."""
        for fact in self._facts_of(fact_id.partition("/")[0]):
            if fact.fact_id == fact_id:
                return (Revision(1, fact, Stamp("treatycheck", "", f"packaged reference {self._reference.version}")),)
        raise UnknownFact(f"no fact has the id {fact_id!r}")

    def _read_facts(self, treaty_id: str) -> TreatyFacts:
        return TreatyFacts(map(fact_from_record, self._fact_records.get(treaty_id, ())))
