"""How fast dates are found, alone, beside date finders: `python -m benchmarks.dates`."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.command import Options, Part, folder, run
from benchmarks.contenders import DATEPARSER, OUR_DATES, RECOGNIZERS, REGEX, contenders
from benchmarks.racing import Kind, raced, table_of
from benchmarks.tables import Table
from benchmarks.throughput import FEW, articles, one_text

KINDS = (
    Kind("Dates in news", 100_000, articles(FEW)),
    Kind("Dates in a text on treaties", 50_000, one_text(0)),
)


def tables(options: Options) -> Iterator[Table]:
    """A table for each kind of text."""
    programs = (OUR_DATES, REGEX, DATEPARSER, RECOGNIZERS)
    with folder() as place, contenders(programs, place.names(), options.peers) as running:
        for kind in KINDS:
            yield table_of(kind, raced(kind, place, running, options), OUR_DATES)


PART = Part("dates", tables)

if __name__ == "__main__":
    run([PART], __doc__)
