"""`treatycheck reference`: export, show and load the facts that texts are checked against."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from treatycheck.cli.load import add_load
from treatycheck.cli.outputs import opened_output, write_text
from treatycheck.errors import UnknownTreaty
from treatycheck.facts.store import FactStore
from treatycheck.mentions.entities import lexicon
from treatycheck.model import Treaty
from treatycheck.render.facts import fact_to_line, render_treaty

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands


def add_reference(commands: Subcommands) -> None:
    """Adds the command, its own commands and their options."""
    parser = commands.add_parser("reference", help="export, show and load the reference facts")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    export = actions.add_parser("export", help="write one fact a line as JSON")
    export.set_defaults(run=run_export)
    show = actions.add_parser("show", help="print a treaty's facts with their sources")
    show.add_argument("treaty", metavar="TREATY", help="a treaty's id, such as inf-treaty")
    show.set_defaults(run=run_show)
    add_load(actions)


def _store() -> FactStore:
    from treatycheck.facts.bundled import BundledFactStore

    return BundledFactStore.load()


def run_export(_options: argparse.Namespace) -> int:
    """Writes the facts by treaty and id."""
    with opened_output(None) as output:
        for line in export_lines(_store()):
            output.write(line.encode("ascii") + b"\n")
    return 0


def export_lines(store: FactStore) -> Iterator[str]:
    """All facts as JSON, one a line, sorted by treaty and fact_id."""
    names = lexicon().party_names
    facts = store.facts([treaty.id for treaty in store.treaties()])
    for treaty_id in sorted(facts):
        for fact in sorted(facts[treaty_id], key=lambda fact: fact.fact_id):
            yield json.dumps(fact_to_line(fact, names), ensure_ascii=True)


def run_show(options: argparse.Namespace) -> int:
    """Prints one treaty. Raises UnknownTreaty that names what was perhaps meant."""
    store = _store()
    try:
        treaty = store.treaty(options.treaty)
    except UnknownTreaty as error:
        near = near_ids(options.treaty, store.treaties())
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise UnknownTreaty(f"{error.detail}{hint}") from error
    write_text(render_treaty(treaty, store.facts([treaty.id])[treaty.id], lexicon().party_names))
    return 0


def near_ids(wanted: str, treaties: Sequence[Treaty]) -> list[str]:
    """Ids of up to three treaties with an id or name like the one wanted."""
    ids = {treaty.id: treaty.id for treaty in treaties}
    for treaty in treaties:
        for name in (treaty.name, *treaty.names, *treaty.acronyms, *treaty.shared_names):
            ids.setdefault(name.lower(), treaty.id)
    return list(dict.fromkeys(ids[name] for name in get_close_matches(wanted.lower()[:100], ids)))
