"""The command line. Each command is one file that adds itself and sets `run`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from treatycheck.cli.audit import add_audit
from treatycheck.cli.dates import add_dates
from treatycheck.cli.evaluate import add_evaluate
from treatycheck.cli.explain import add_explain
from treatycheck.cli.reference import add_reference
from treatycheck.cli.serve import add_serve
from treatycheck.cli.verify import add_verify
from treatycheck.errors import StoreUnavailable, TreatycheckError
from treatycheck.render.visible import one_line

BAD_USE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


class ShowVersion(argparse.Action):
    """Prints the installed version; looked up only then, because that takes a third of the start."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: Any, **_options: Any) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"treatycheck {version('treatycheck')}")
        except PackageNotFoundError:
            print("treatycheck (not installed)")
        parser.exit()


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(prog="treatycheck", description="Checks what texts say about treaties.")
    parser.add_argument("--version", action=ShowVersion, nargs=0, help="show the version and exit")
    parser.add_argument("--debug", action="store_true", help="show where in the program an error arose")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add in (add_verify, add_audit, add_explain, add_dates, add_evaluate, add_reference, add_serve):
        add(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives the exit status; errors are one line on standard error."""
    options = build_parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if options.debug:
            raise
        print(f"treatycheck: {one_line(_message(error))}", file=sys.stderr)
        return BAD_USE


def _message(error: Exception) -> str:
    if isinstance(error, StoreUnavailable) and error.__cause__:
        return f"{error.detail}: {error.__cause__}"
    if isinstance(error, TreatycheckError):
        return error.detail
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return f"internal error, please report it: {type(error).__name__}: {error}"
