"""`treatycheck verify`: checks a file, standard input or a batch."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from treatycheck.cli.batch import Line, answer, read_lines
from treatycheck.cli.inputs import file_uri, format_of, opened_input, read_ids, read_text
from treatycheck.cli.options import add_document_arguments, number_of_processes
from treatycheck.cli.outputs import opened_output, terminal_width, wants_colour, write_text
from treatycheck.errors import InvalidInput
from treatycheck.model import Document, Format, Label, Report
from treatycheck.render.formats import RENDERERS, rendered
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
    parser.add_argument(
        "--processes", type=number_of_processes, default=1, metavar="N", help="for a batch (default: 1)"
    )
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
        from treatycheck.render.text import render_text

        written = render_text(report, colour=wants_colour(options.output), width=terminal_width())
    else:
        written = rendered(report, RENDERERS[name])
    write_text(written, options.output)
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
    return _checking(_ignored(options), date.today())


def _ignored(options: argparse.Namespace) -> frozenset[str]:
    return read_ids(options.ignore) if options.ignore else frozenset()


def _checking(ignored: frozenset[str], today: date) -> Callable[[Document], Report]:
    from treatycheck.facts.bundled import BundledFactStore
    from treatycheck.pipeline import verify

    store = BundledFactStore.load()
    return lambda document: verify(document, store, today).without(ignored)


def _run_batch(options: argparse.Namespace) -> int:
    for name in ("format", "input_format", "published"):
        if getattr(options, name):
            raise InvalidInput(f"--{name.replace('_', '-')} does not go with --batch: each line says its own")
    made = partial(_answering, _ignored(options), date.today(), options.as_of)
    with opened_input(options.file) as file, opened_output(options.output) as output:
        for answers in _answers(read_lines(file), made, options.processes):
            output.write(answers)
            output.flush()
    return 0


def _answering(ignored: frozenset[str], today: date, as_of: date | None) -> Callable[[Line], bytes]:
    """What answers a line."""
    return partial(answer, verify=_checking(ignored, today), as_of=as_of)


def _answers(lines: Iterator[Line], made: Callable[[], Callable[[Line], bytes]], processes: int) -> Iterator[bytes]:
    """The answers in the order of the lines, some at a time."""
    if processes == 1:
        return map(made(), lines)
    from treatycheck.cli.processes import answered_in_processes

    return answered_in_processes(lines, made, processes)
