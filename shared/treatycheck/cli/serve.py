"""`treatycheck serve`: the HTTP interface on this machine."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands


def add_serve(commands: Subcommands) -> None:
    """Adds the command and its options."""
    parser = commands.add_parser("serve", help="answer the HTTP interface on this machine")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=8000, help="port to listen on (default: %(default)s)")
    parser.add_argument("--table", metavar="NAME", help="read the facts from this DynamoDB table")
    parser.add_argument("--dynamodb-endpoint", metavar="URL", help="where DynamoDB answers, if not on AWS")
    parser.add_argument("--administer", action="store_true", help="let callers change the table; nobody is asked who")
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let pages of this origin call from a browser, or of any for *; may be given again",
    )
    parser.add_argument(
        "--ignore-lists", type=Path, metavar="FILE", help="keep stored lists of claims to ignore there, not in memory"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Runs the command and gives its exit status."""
    from treatycheck.aws.local import serve

    serve(
        options.host,
        options.port,
        options.dynamodb_endpoint,
        options.table,
        options.administer,
        options.allow_origin,
        options.ignore_lists,
    )
    return 0


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:6]) < 65536):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no port between 0 and 65535")
    return int(text)
