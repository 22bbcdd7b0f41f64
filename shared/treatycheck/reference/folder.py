"""A folder of people's files as a store, with what could not be read told apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from treatycheck.errors import ReferenceDataError
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.records import fact_to_record, treaty_to_record
from treatycheck.reference.read import read_treaty, to_fact, to_treaty
from treatycheck.reference.schema import TreatyEntry


@dataclass(frozen=True, slots=True)
class Folder:
    """The treaties' files of a folder that could be read, and why others could not."""

    entries: tuple[TreatyEntry, ...]
    unreadable: tuple[str, ...]

    def store(self) -> BundledFactStore:
        """What was read as a store, without a version."""
        facts = {entry.id: [fact_to_record(to_fact(entry, fact)) for fact in entry.fact] for entry in self.entries}
        ordered = {key: sorted(records, key=lambda record: str(record["fact_id"])) for key, records in facts.items()}
        return BundledFactStore.of(
            [treaty_to_record(to_treaty(entry)) for entry in self.entries], ordered, "unversioned"
        )


def read_folder(data: Path) -> Folder:
    """The files under `data/treaties`. Raises ReferenceDataError where there are none."""
    paths = sorted((data / "treaties").glob("*.toml"), key=lambda path: path.stem)
    if not paths:
        raise ReferenceDataError(f"{data}: has no files treaties/*.toml")
    entries, unreadable = [], []
    for path in paths:
        try:
            entries.append(read_treaty(path))
        except ReferenceDataError as error:
            unreadable.append(error.detail)
    return Folder(tuple(entries), tuple(unreadable))
