"""`treatycheck reference import`: facts and treaties of other programs into people's files."""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from treatycheck.cli.inputs import opened_input
from treatycheck.cli.outputs import write_text
from treatycheck.errors import InvalidInput, ReferenceDataError
from treatycheck.facts.store import FactStore
from treatycheck.render.visible import one_line

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands
    from treatycheck.reference.interchange.incoming import Incoming
    from treatycheck.reference.interchange.rows import Row

NOT_ALL = 1
_FORMATS = {".csv": "csv", ".jsonl": "jsonl", ".json": "wikidata"}


def add_import(actions: Subcommands) -> None:
    """Adds the command and its options."""
    parser = actions.add_parser("import", help="take facts from CSV, JSON Lines or Wikidata into data/")
    parser.add_argument("file", metavar="FILE", help="what to read, or - for standard input")
    formats = tuple(dict.fromkeys(_FORMATS.values()))
    parser.add_argument("--format", choices=formats, help="csv, jsonl or wikidata; by default what the suffix tells")
    parser.add_argument("--data", metavar="DIR", type=Path, help="the folder to write into, such as data")
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, and write nothing")
    parser.add_argument("--replace", action="store_true", help="let rows change the facts whose ids they give")
    parser.set_defaults(run=run_import)


def run_import(options: argparse.Namespace) -> int:
    """Prints what becomes of each row and writes what is taken; 1 where not every row is.

    Raises InvalidInput, ReferenceDataError, OSError.
    """
    from treatycheck.reference.interchange.exported import ids_by_name
    from treatycheck.reference.interchange.files import write_files
    from treatycheck.reference.interchange.incoming import Importer

    if options.data is None and not options.dry_run:
        raise InvalidInput("say where to write (--data DIR), or only ask what would change (--dry-run)")
    store = _store(options.data)
    ids = ids_by_name()
    importer = Importer(store, frozenset(ids.values()), ids, replacing=options.replace)
    incoming = importer.read(_rows(options.file, options.format, store))
    written = [] if options.dry_run else write_files(options.data, incoming.treaties, incoming.facts.values())
    write_text("".join(f"{line}\n" for line in report_lines(incoming, options.dry_run, len(written))))
    return NOT_ALL if any(outcome.kind in {"refused", "differs"} for outcome in incoming.outcomes) else 0


def _store(data: Path | None) -> FactStore:
    """What rows are compared with: the folder, or without one the packaged facts."""
    if data is None:
        from treatycheck.facts.bundled import BundledFactStore

        return BundledFactStore.load()
    from treatycheck.reference.folder import read_folder

    folder = read_folder(data)
    if folder.unreadable:
        raise ReferenceDataError(folder.unreadable[0])
    return folder.store()


def _rows(name: str, chosen: str | None, store: FactStore) -> Iterator[Row]:
    from treatycheck.reference.interchange.csv import read_csv
    from treatycheck.reference.interchange.exported import LARGEST_FILE
    from treatycheck.reference.interchange.json_lines import read_json_lines
    from treatycheck.reference.interchange.wikidata import read_wikidata

    form = chosen or _FORMATS.get(Path(name).suffix)
    if form is None:
        raise InvalidInput(f"{name}: its name does not tell the format; say it with --format")
    with opened_input(name) as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise InvalidInput(f"{name}: has more than {LARGEST_FILE:,} bytes; split it")
    if form == "csv":
        return read_csv(io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline=""))
    if form == "jsonl":
        return read_json_lines(io.BytesIO(content))
    return read_wikidata(content, {treaty.id: treaty for treaty in store.treaties()})


def report_lines(incoming: Incoming, dry_run: bool, files: int) -> Iterator[str]:
    """A line for each row that changes or fails to, and the counts."""
    for outcome in incoming.outcomes:
        if outcome.kind != "same":
            detail = f": {outcome.detail}" if outcome.detail else ""
            yield one_line(f"line {outcome.number}: {outcome.kind} {outcome.id}{detail}")
    counts: Counter[str] = Counter(outcome.kind for outcome in incoming.outcomes)
    kinds = ("added", "changed", "same", "differs", "refused")
    told = ", ".join(f"{counts[kind]} {kind}" for kind in kinds)
    yield f"{told}; {'nothing was written' if dry_run else f'{files} files written'}"
