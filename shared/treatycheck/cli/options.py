"""Options that several commands share."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from treatycheck.cli.inputs import read_days
from treatycheck.errors import InvalidDate
from treatycheck.model import Format
from treatycheck.values.day import Days

if TYPE_CHECKING:
    Subcommands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_document_arguments(parser: argparse.ArgumentParser) -> None:
    """The document and its dates."""
    parser.add_argument("file", metavar="FILE", help="a UTF-8 text, or - for standard input")
    parser.add_argument(
        "--input-format",
        choices=tuple(map(str, Format)),
        metavar="FORMAT",
        help=f"{', '.join(Format)}; by default what the file's suffix tells",
    )
    parser.add_argument("--published", type=days, metavar="DATE", help="when the text was published, as 2007-10-12")
    parser.add_argument("--as-of", type=day, metavar="DATE", help="judge as of this date instead")


def day(text: str) -> date:
    return days(text).last


def days(text: str) -> Days:
    try:
        return read_days(text)
    except InvalidDate as error:
        raise argparse.ArgumentTypeError(error.detail) from error


def number_of_processes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 256):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no number of processes from 1 to 256")
    return int(text)
