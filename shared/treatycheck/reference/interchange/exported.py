"""An export as a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from treatycheck.errors import InvalidInput
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.records import fact_to_record, treaty_to_record
from treatycheck.facts.store import FactStore
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Fact, Treaty
from treatycheck.reference.interchange.csv import read_csv
from treatycheck.reference.interchange.json_lines import read_json_lines
from treatycheck.reference.interchange.rows import Row, is_treaty, to_fact_row, to_treaty_row

LARGEST_FILE = 200_000_000


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file whose suffix tells its format. Raises OSError, InvalidInput."""
    if path.stat().st_size > LARGEST_FILE:
        raise InvalidInput(f"{path}: has more than {LARGEST_FILE:,} bytes; split it")
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as table:
            yield from read_csv(table)
    else:
        with path.open("rb") as lines:
            yield from read_json_lines(lines)


def read_export(path: Path, packaged: FactStore | None = None) -> BundledFactStore:
    """The facts of an export, and its treaties; one that the export does not describe is the packaged one.

    Raises InvalidInput for the first bad line, OSError.
    """
    packaged = packaged or BundledFactStore.load()
    treaties: dict[str, Treaty] = {treaty.id: treaty for treaty in packaged.treaties()}
    facts: dict[str, list[Fact]] = {}
    named: set[str] = set()
    ids = ids_by_name()
    for row in read_rows(path):
        try:
            if row.content is None:
                raise InvalidInput(row.wrong)
            if is_treaty(row.content):
                treaty = to_treaty_row(row).treaty
                treaties[treaty.id] = treaty
                named.add(treaty.id)
            else:
                fact = to_fact_row(row, ids).fact
                facts.setdefault(fact.treaty, []).append(fact)
        except InvalidInput as error:
            raise InvalidInput(f"{path}: line {row.number}: {error.detail}") from error
    if unknown := sorted(facts.keys() - treaties.keys()):
        raise InvalidInput(f"{path}: no treaty has the id {unknown[0]!r}")
    held = [treaties[key] for key in sorted(named | facts.keys())]
    records = {
        key: [fact_to_record(fact) for fact in sorted(found, key=lambda fact: fact.fact_id)]
        for key, found in facts.items()
    }
    return BundledFactStore.of([treaty_to_record(treaty) for treaty in held], records, "export")


def ids_by_name() -> dict[str, str]:
    """The ids of parties by their names and by themselves, in lower case."""
    names = lexicon().party_names
    return {name.casefold(): key for key, name in names.items()} | {key.casefold(): key for key in names}
