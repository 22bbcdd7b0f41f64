"""`treatycheck reference`: the facts that texts are checked against; `show`, and the commands of its other files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from treatycheck.cli.check import add_check
from treatycheck.cli.diff import add_diff
from treatycheck.cli.export import add_export
from treatycheck.cli.imports import add_import
from treatycheck.cli.load import add_load
from treatycheck.cli.outputs import write_text
from treatycheck.cli.sources import PACKAGED, open_reference
from treatycheck.cli.stats import add_stats
from treatycheck.errors import UnknownTreaty
from treatycheck.model import Treaty

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands


def add_reference(commands: Subcommands) -> None:
    """Adds the command, its own commands and their options."""
    parser = commands.add_parser("reference", help="the reference facts: show, check, compare, export, import, load")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for add in (add_export, add_import, add_diff, add_check, add_stats, add_load):
        add(actions)
    show = actions.add_parser("show", help="print a treaty's facts with their sources")
    show.add_argument("treaty", metavar="ID", help="of a treaty, such as inf-treaty, or of a fact, inf-treaty/signed")
    show.add_argument("--of", default=PACKAGED, metavar="WHAT", help="packaged (default), table:NAME, a data folder")
    show.add_argument("--endpoint", metavar="URL", help="where DynamoDB answers, if not on AWS")
    show.set_defaults(run=run_show)


def run_show(options: argparse.Namespace) -> int:
    """Prints one treaty, or the history of one fact. Raises UnknownTreaty that names what was perhaps meant."""
    from treatycheck.mentions.entities import lexicon
    from treatycheck.render.facts import render_history, render_treaty

    store = open_reference(options.of, options.endpoint)
    if "/" in options.treaty:
        write_text(render_history(options.treaty, store.history(options.treaty), lexicon().party_names))
        return 0
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
    from difflib import get_close_matches

    ids = {treaty.id: treaty.id for treaty in treaties}
    for treaty in treaties:
        for name in (treaty.name, *treaty.names, *treaty.acronyms, *treaty.shared_names):
            ids.setdefault(name.lower(), treaty.id)
    return list(dict.fromkeys(ids[name] for name in get_close_matches(wanted.lower()[:100], ids)))
