"""`treatycheck reference stats`: how much the reference data hold."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from treatycheck.cli.outputs import write_text

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands

_TITLES = {
    "mean_facts": "facts a treaty",
    "least_facts": "least facts of a treaty",
    "by_relation": "facts by relation",
    "by_status": "facts by status",
    "shared_names": "names that several treaties share",
    "other_names": "names in other languages",
    "sourced_share": "facts with a source",
    "doubly_sourced_share": "facts with more than one source",
    "publishers": "facts by publisher, the most named",
}


def add_stats(actions: Subcommands) -> None:
    """Adds the command and its options."""
    stats = actions.add_parser("stats", help="tell how much the reference data hold")
    stats.add_argument(
        "of", nargs="?", default="packaged", metavar="WHAT", help="packaged (default), a data folder or an export"
    )
    stats.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    stats.set_defaults(run=run_stats)


def run_stats(options: argparse.Namespace) -> int:
    """Prints the figures. Raises ReferenceDataError, InvalidInput, OSError."""
    from treatycheck.cli.sources import open_reference
    from treatycheck.reference.figures import figures_of

    figures = asdict(figures_of(open_reference(options.of)))
    write_text(
        json.dumps(figures, indent=2) + "\n" if options.format == "json" else "\n".join(lines_of(figures)) + "\n"
    )
    return 0


def lines_of(figures: dict[str, Any]) -> Iterator[str]:
    """A figure a line; what is counted by kind is indented below its title."""
    for name, value in figures.items():
        title = _TITLES.get(name, name.replace("_", " "))
        if isinstance(value, dict):
            yield f"{title}: {sum(value.values()):,}"
            yield from (f"  {count:6,}  {kind}" for kind, count in value.items())
        elif name.endswith("_share"):
            yield f"{title}: {value:.1%}"
        else:
            yield f"{title}: {value:,}" if isinstance(value, int | float) else f"{title}: {value}"
