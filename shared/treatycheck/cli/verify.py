"""`treatycheck verify`: checks a file, standard input or a batch."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from treatycheck.cli.batch import answers
from treatycheck.cli.inputs import file_uri, format_of, opened_input, read_ids, read_text
from treatycheck.cli.options import add_document_arguments
from treatycheck.cli.outputs import opened_output, terminal_width, wants_colour, write_text
from treatycheck.errors import InvalidInput
from treatycheck.model import Document, Format, Label, Report
from treatycheck.render.formats import RENDERERS
from treatycheck.render.text import render_text
from treatycheck.values.day import last_and_earliest

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands


def add_verify(commands: Subcommands) -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "verify",
        help="check what a text says about treaties",
        description="Exit status: 0 nothing refuted, 1 something refuted, 2 bad use or unreadable input.",
    )
    add_document_arguments(parser)
    parser.add_argument("--format", choices=tuple(RENDERERS), metavar="FORMAT", help=", ".join(RENDERERS))
    parser.add_argument("--batch", action="store_true", help='read {"id", "text", "published", "format"} a line')
    parser.add_argument("--ignore", metavar="FILE", help="claims to leave out: ids, one a line, or a stored list")
    parser.add_argument("--output", metavar="FILE", help="write there instead of standard output")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Runs the command and gives its exit status."""
    if options.batch:
        return _run_batch(options)
    document = read_document(options)
    report = _verifier(options)(document)
    name = options.format or "text"
    if name == "text":
        rendered = render_text(report, colour=wants_colour(options.output), width=terminal_width())
    else:
        rendered = RENDERERS[name](report)
    write_text(rendered, options.output)
    return 1 if report.count(Label.REFUTED) else 0


def read_document(options: argparse.Namespace) -> Document:
    """The document that the options name. Raises TreatycheckError, OSError."""
    published, published_from = last_and_earliest(options.published)
    return Document(
        text=read_text(options.file),
        format=Format(options.input_format) if options.input_format else format_of(options.file),
        published=published,
        as_of=options.as_of,
        published_from=published_from,
        url=None if options.file == "-" else file_uri(options.file),
    )


def _verifier(options: argparse.Namespace) -> Callable[[Document], Report]:
    """What checks a document against the packaged facts, as of today where it has no date, less what is ignored."""
    from treatycheck.facts.bundled import BundledFactStore
    from treatycheck.pipeline import verify

    ignored = read_ids(options.ignore) if options.ignore else frozenset[str]()
    store, today = BundledFactStore.load(), date.today()
    return lambda document: verify(document, store, today).without(ignored)


def _run_batch(options: argparse.Namespace) -> int:
    for name in ("format", "input_format", "published"):
        if getattr(options, name):
            raise InvalidInput(f"--{name.replace('_', '-')} does not go with --batch: each line says its own")
    with opened_input(options.file) as file, opened_output(options.output) as output:
        for answer in answers(file, _verifier(options), options.as_of):
            output.write(answer.encode("ascii") + b"\n")
            output.flush()
    return 0
