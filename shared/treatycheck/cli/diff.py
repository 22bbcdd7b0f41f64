"""`treatycheck reference diff`: what sets two states of the reference data apart."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from treatycheck.cli.outputs import write_text
from treatycheck.model import Citation, Fact
from treatycheck.render.visible import one_line

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands
    from treatycheck.reference.difference import Difference

DIFFERENT = 1
_MARKS = {"added": "+", "removed": "-", "changed": "~"}


def add_diff(actions: Subcommands) -> None:
    """Adds the command and its options."""
    diff = actions.add_parser("diff", help="compare two states of the reference data; exit 1 where they differ")
    where = "packaged, table:NAME, a data folder or an export (.jsonl, .csv)"
    diff.add_argument("old", metavar="OLD", help=where)
    diff.add_argument("new", metavar="NEW", help="the same")
    diff.add_argument("--endpoint", metavar="URL", help="where DynamoDB answers, if not on AWS")
    diff.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    diff.set_defaults(run=run_diff)


def run_diff(options: argparse.Namespace) -> int:
    """Prints the differences. Raises ReferenceDataError, InvalidInput, StoreUnavailable, OSError."""
    from treatycheck.cli.sources import open_reference
    from treatycheck.reference.difference import differences

    found = list(
        differences(open_reference(options.old, options.endpoint), open_reference(options.new, options.endpoint))
    )
    lines = map(json_of, found) if options.format == "json" else lines_of(found)
    write_text("".join(f"{line}\n" for line in lines))
    return DIFFERENT if found else 0


def lines_of(found: Iterable[Difference]) -> Iterator[str]:
    """A difference a line, and below it each field that changed."""
    for difference in found:
        side = difference.new or difference.old
        what = f"{side.relation}: {side.value}" if isinstance(side, Fact) else side.name if side else ""
        yield one_line(f"{_MARKS[difference.kind]} {difference.id}  {what}")
        for field, (before, after) in (difference.changed or {}).items():
            yield "    " + one_line(f"{field}: {plain(before)} -> {plain(after)}")


def json_of(difference: Difference) -> str:
    """A difference as JSON."""
    changed = {field: [plain(before), plain(after)] for field, (before, after) in (difference.changed or {}).items()}
    return json.dumps({"id": difference.id, "kind": difference.kind, "changed": changed})


def plain(value: Any) -> str:
    """A field's value for reading."""
    if isinstance(value, Citation):
        return f"{value.publisher}, {value.title}, {value.url}"
    if isinstance(value, tuple):
        return "; ".join(map(plain, value))
    return "" if value is None else str(value)
