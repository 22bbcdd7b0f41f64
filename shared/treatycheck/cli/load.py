"""`treatycheck reference load`: the packaged facts into a DynamoDB table."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from treatycheck.cli.outputs import write_text
from treatycheck.facts.store import Stamp

if TYPE_CHECKING:
    from treatycheck.aws.loader import LoadResult
    from treatycheck.cli.options import Subcommands

_SHOWN = 20


def add_load(actions: Subcommands) -> None:
    """Adds the command and its options."""
    load = actions.add_parser("load", help="write the packaged facts into a DynamoDB table")
    load.add_argument("--table", metavar="NAME", required=True, help="the table to write to")
    load.add_argument("--endpoint", metavar="URL", help="a DynamoDB Local instead of AWS")
    load.add_argument("--region", metavar="REGION", help="the table's region on AWS, else as configured")
    load.add_argument("--dry-run", action="store_true", help="tell what would be done, and write nothing")
    load.add_argument(
        "--overwrite", action="store_true", help="take the package's where a fact was edited in the table"
    )
    load.add_argument("--by", default="command line", metavar="NAME", help="who loads, for the history of the facts")
    load.set_defaults(run=run_load)


def run_load(options: argparse.Namespace) -> int:
    """Brings a table in step with the packaged facts. Raises StoreUnavailable, EditConflict."""
    from treatycheck.aws.clock import now_in_utc
    from treatycheck.aws.dynamodb import dynamodb_client
    from treatycheck.aws.loader import load, preview
    from treatycheck.facts.bundled import BundledFactStore

    client, packaged = dynamodb_client(options.endpoint, options.region), BundledFactStore.load()
    if options.dry_run:
        result = preview(client, options.table, packaged, overwrite=options.overwrite)
    else:
        reason = f"loaded the packaged reference {packaged.reference().version}"
        stamp = Stamp(options.by[:200], now_in_utc(), reason)
        result = load(client, options.table, packaged, stamp, overwrite=options.overwrite)
    write_text(f"{options.table}: {'would be ' * options.dry_run}{describe(result)}")
    return 0


def describe(result: LoadResult) -> str:
    """The counts, and which edits of the table were kept."""
    counts = f"{result.added} added, {result.changed} changed, {result.removed} removed, {result.unchanged} unchanged"
    lines = [f"{counts}; reference {result.version}"]
    for title, ids in (
        ("edited in the table, and kept", [key for key in result.kept if key not in result.conflicts]),
        ("edited in the table, kept, and changed in the package, too", result.conflicts),
    ):
        if ids:
            more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
            lines.append(f"{title}: {', '.join(ids[:_SHOWN])}{more}")
    return "\n".join(lines) + "\n"
