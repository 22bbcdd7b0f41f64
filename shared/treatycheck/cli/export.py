"""`treatycheck reference export`: the facts, or the treaties, for other programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from treatycheck.cli.outputs import opened_output
from treatycheck.cli.sources import PACKAGED, open_reference
from treatycheck.errors import InvalidInput
from treatycheck.facts.lines import fact_to_line, treaty_to_line
from treatycheck.facts.store import FactStore
from treatycheck.model import Fact

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands


def add_export(actions: Subcommands) -> None:
    """Adds the command and its options."""
    export = actions.add_parser("export", help="write one fact a line as JSON, or a table")
    where = "packaged (default), table:NAME, a data folder or an export"
    export.add_argument("of", nargs="?", default=PACKAGED, metavar="WHAT", help=where)
    export.add_argument("--format", choices=("jsonl", "csv"), default="jsonl", help="jsonl (default) or csv")
    export.add_argument("--treaties", action="store_true", help="write the treaties with their names instead")
    export.add_argument("--output", metavar="FILE", help="write into this file")
    export.add_argument("--endpoint", metavar="URL", help="where DynamoDB answers, if not on AWS")
    export.set_defaults(run=run_export)


def run_export(options: argparse.Namespace) -> int:
    """Writes facts by treaty and id. Raises InvalidInput, ReferenceDataError, StoreUnavailable, OSError."""
    if options.treaties and options.format == "csv":
        raise InvalidInput("treaties are exported as jsonl only")
    store = open_reference(options.of, options.endpoint)
    with opened_output(options.output) as output:
        if options.format == "csv":
            from treatycheck.reference.interchange.csv import facts_to_csv

            output.write(facts_to_csv(list(facts_of(store)), _party_names()).encode("utf-8"))
            return 0
        for line in treaty_lines(store) if options.treaties else fact_lines(store):
            output.write(line.encode("ascii") + b"\n")
    return 0


def facts_of(store: FactStore) -> Iterator[Fact]:
    """All facts, by treaty and id."""
    facts = store.facts([treaty.id for treaty in store.treaties()])
    for treaty_id in sorted(facts):
        yield from sorted(facts[treaty_id], key=lambda fact: fact.fact_id)


def fact_lines(store: FactStore) -> Iterator[str]:
    """All facts as JSON, one a line."""
    names = _party_names()
    return (json.dumps(fact_to_line(fact, names), ensure_ascii=True) for fact in facts_of(store))


def treaty_lines(store: FactStore) -> Iterator[str]:
    """All treaties as JSON, one a line."""
    return (json.dumps(treaty_to_line(treaty), ensure_ascii=True) for treaty in store.treaties())


def _party_names() -> Mapping[str, str]:
    from treatycheck.mentions.entities import lexicon

    return lexicon().party_names
