"""`treatycheck dates`: the dates and durations of a text, one JSON object a line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from treatycheck.cli.options import add_document_arguments
from treatycheck.cli.outputs import opened_output
from treatycheck.cli.verify import read_document

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands
    from treatycheck.model import Document


def add_dates(commands: Subcommands) -> None:
    """Adds the command and its options."""
    parser = commands.add_parser("dates", help="find the dates and durations of a text")
    add_document_arguments(parser)
    parser.set_defaults(run=run_dates)


def run_dates(options: argparse.Namespace) -> int:
    """Prints a line a date or duration. Raises InvalidInput, TextTooLarge, OSError."""
    document = read_document(options)
    with opened_output(None) as output:
        for record in dates_of(document):
            output.write(json.dumps(record, ensure_ascii=True).encode("ascii") + b"\n")
    return 0


def dates_of(document: Document) -> Iterator[dict[str, Any]]:
    """Each date (`edtf`) and duration (`duration`, ISO 8601) in order, with TIMEX3 attributes.

    Spans count code points of the text as it was sent, and UTF-16 units beside them.
    """
    from treatycheck.mentions.dates import find_dates
    from treatycheck.mentions.durations import find_durations
    from treatycheck.model import MentionKind
    from treatycheck.render.report import Utf16Offsets, both_offsets
    from treatycheck.text.sentences import split_sentences
    from treatycheck.text.source import read_source
    from treatycheck.values.timex import timex_of_date, timex_of_duration

    source = read_source(document.text, document.format)
    sentences = split_sentences(source)
    utf16 = Utf16Offsets(document.text)
    for sentence, dates in zip(
        sentences, find_dates(sentences, document.published, document.published_from), strict=True
    ):
        for mention in sorted((*dates, *find_durations(sentence, dates)), key=lambda found: found.span):
            span = source.to_original(mention.span)
            is_date = mention.kind is MentionKind.DATE
            yield {
                "span": both_offsets(span, utf16),
                "text": document.text[span.start : span.end],
                "kind": mention.kind.value,
                "edtf" if is_date else "duration": mention.value,
                "timex3": timex_of_date(mention.value) if is_date else timex_of_duration(mention.value),
            }
