"""`treatycheck reference import`: facts and treaties of other programs into people's files or a table."""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from treatycheck.cli.inputs import opened_input
from treatycheck.cli.outputs import write_text
from treatycheck.cli.sources import PACKAGED, TABLE, open_reference
from treatycheck.errors import InvalidInput
from treatycheck.facts.store import FactStore
from treatycheck.model import Fact
from treatycheck.render.visible import one_line

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands
    from treatycheck.reference.interchange.incoming import Incoming
    from treatycheck.reference.interchange.rows import Row

NOT_ALL = 1
_FORMATS = {".csv": "csv", ".jsonl": "jsonl", ".json": "wikidata"}


def add_import(actions: Subcommands) -> None:
    """Adds the command and its options."""
    parser = actions.add_parser("import", help="take facts from CSV, JSON Lines or Wikidata into data/ or a table")
    parser.add_argument("file", metavar="FILE", help="what to read, or - for standard input")
    formats = tuple(dict.fromkeys(_FORMATS.values()))
    parser.add_argument("--format", choices=formats, help="csv, jsonl or wikidata; by default what the suffix tells")
    parser.add_argument("--data", metavar="DIR", type=Path, help="the folder to write into, such as data")
    parser.add_argument("--table", metavar="NAME", help="the DynamoDB table to write into instead")
    parser.add_argument("--endpoint", metavar="URL", help="where DynamoDB answers, if not on AWS")
    parser.add_argument("--by", default="command line", metavar="NAME", help="who imports, for the history in a table")
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

    if options.data and options.table:
        raise InvalidInput("say one place to write to, --data or --table")
    if not (options.data or options.table or options.dry_run):
        raise InvalidInput("say where to write (--data DIR, --table NAME), or only what would change (--dry-run)")
    store = _store(options)
    ids = ids_by_name()
    importer = Importer(store, frozenset(ids.values()), ids, replacing=options.replace)
    incoming = importer.read(_rows(options.file, options.format, store))
    if options.dry_run:
        end = "nothing was written"
    elif options.table:
        write_table(incoming, options.table, options.endpoint, options.by, f"imported from {Path(options.file).name}")
        end = f"written into {options.table}"
    else:
        files = write_files(options.data, incoming.treaties, incoming.facts.values())
        end = f"{len(files)} files written"
    write_text("".join(f"{line}\n" for line in report_lines(incoming, end)))
    return NOT_ALL if any(outcome.kind in {"refused", "differs"} for outcome in incoming.outcomes) else 0


def _store(options: argparse.Namespace) -> FactStore:
    """What rows are compared with: what is written to, else the packaged facts."""
    place = f"{TABLE}{options.table}" if options.table else str(options.data) if options.data else PACKAGED
    return open_reference(place, options.endpoint)


def write_table(incoming: Incoming, table_name: str, endpoint: str | None, by: str, reason: str) -> None:
    """Writes each fact that was taken as an edit of the table; a new treaty goes before its facts.

    Raises PreconditionFailed where somebody else was faster, RefusedEdit, EditConflict, StoreUnavailable.
    """
    from treatycheck.aws.clock import now_in_utc
    from treatycheck.aws.dynamodb import dynamodb_client
    from treatycheck.aws.editor import Editor
    from treatycheck.facts.precondition import Precondition
    from treatycheck.facts.store import Stamp
    from treatycheck.mentions.entities import lexicon
    from treatycheck.reference.submission import MOST_FACTS

    editor = Editor(dynamodb_client(endpoint), table_name, frozenset(lexicon().party_names))
    stamp = Stamp(by[:200], now_in_utc(), reason)
    kinds = {outcome.id: outcome.kind for outcome in incoming.outcomes}
    facts = dict(incoming.facts)
    for treaty in incoming.treaties.values():
        if kinds[treaty.id] == "changed":
            raise InvalidInput(f"the names of {treaty.id} can only be changed in data/, not in a table")
        # facts with dates first: a treaty must come with one
        own = sorted((fact for fact in facts.values() if fact.treaty == treaty.id), key=_dated_first)[:MOST_FACTS]
        editor.post_treaty(treaty, own, stamp)
        for fact in own:
            del facts[fact.fact_id]
    for fact in facts.values():
        there = kinds.get(fact.fact_id) == "changed"
        editor.put_fact(fact, Precondition(frozenset()) if there else Precondition(absent=True), stamp)


def _dated_first(fact: Fact) -> tuple[bool, str]:
    from treatycheck.reference.relation_kinds import DATE_RELATIONS

    return fact.relation not in DATE_RELATIONS, fact.fact_id


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


def report_lines(incoming: Incoming, end: str) -> Iterator[str]:
    """A line for each row that changes or fails to, the counts, and `end`."""
    for outcome in incoming.outcomes:
        if outcome.kind != "same":
            detail = f": {outcome.detail}" if outcome.detail else ""
            yield one_line(f"line {outcome.number}: {outcome.kind} {outcome.id}{detail}")
    counts: Counter[str] = Counter(outcome.kind for outcome in incoming.outcomes)
    kinds = ("added", "changed", "same", "differs", "refused")
    told = ", ".join(f"{counts[kind]} {kind}" for kind in kinds)
    yield f"{told}; {end}"
