"""`treatycheck explain`: what each stage found in a text, and why."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from treatycheck.cli.options import add_document_arguments
from treatycheck.cli.outputs import opened_output
from treatycheck.cli.verify import read_document
from treatycheck.render.visible import visible

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands


def add_explain(commands: Subcommands) -> None:
    """Adds the command and its options."""
    parser = commands.add_parser("explain", help="show stage by stage what was found, and why")
    add_document_arguments(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Runs the command and gives its exit status."""
    from treatycheck.explain import explain
    from treatycheck.facts.bundled import BundledFactStore

    document = read_document(options)
    with opened_output(None) as output:
        for line in explain(document, BundledFactStore.load(), date.today()):
            output.write(visible(line).encode("utf-8") + b"\n")
    return 0
