"""Reference data as a table: one fact a row, with as many groups of source columns as a fact has sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from treatycheck.facts.lines import fact_to_line
from treatycheck.model import Fact
from treatycheck.reference.interchange.json_lines import MOST_ROWS
from treatycheck.reference.interchange.rows import Row

COLUMNS = (
    "treaty",
    "fact_id",
    "relation",
    "value",
    "party",
    "party_id",
    "stage",
    "item",
    "as_of",
    "valid_from",
    "valid_until",
    "negated",
    "complete",
    "status",
    "note",
    "aliases",
)
_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_SOURCE_PARTS = ("publisher", "title", "url")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
_LONGEST_CELL = 100_000


def facts_to_csv(facts: Sequence[Fact], party_names: Mapping[str, str]) -> str:
    """RFC 4180 with a heading; cells that a spreadsheet would run as a formula get a leading apostrophe."""
    most = max((len(fact.sources) for fact in facts), default=1)
    sources = [f"source_{number}_{part}" for number in range(1, most + 1) for part in _SOURCE_PARTS]
    table = io.StringIO()
    writer = csv.DictWriter(table, [*COLUMNS, *sources], restval="")
    writer.writeheader()
    writer.writerows(_cells(fact_to_line(fact, party_names)) for fact in facts)
    return table.getvalue()


def _cells(line: dict[str, Any]) -> dict[str, str]:
    cells = {key: _text(line[key]) for key in COLUMNS if key in line}
    if "values" in line:
        cells["value"] = _text(line["values"])
    for number, source in enumerate(line["sources"], start=1):
        cells |= {f"source_{number}_{part}": source[part] for part in _SOURCE_PARTS}
    return {key: f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell for key, cell in cells.items()}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def read_csv(file: TextIO) -> Iterator[Row]:
    """A row for each record behind the heading; `number` is the line on which it ends."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(file)
    try:
        heading = [cell.strip().removeprefix("\ufeff") for cell in next(reader, [])]
        for count, cells in enumerate(reader):
            if count >= MOST_ROWS:
                yield Row(reader.line_num, None, f"only {MOST_ROWS:,} rows are read")
                return
            if any(cell.strip() for cell in cells):
                yield _row(reader.line_num, heading, cells)
    except csv.Error as error:
        yield Row(reader.line_num, None, f"is no CSV: {error}")
    except UnicodeDecodeError:
        yield Row(reader.line_num + 1, None, "is not UTF-8; convert the file first")


def _row(number: int, heading: Sequence[str], cells: Sequence[str]) -> Row:
    if len(cells) != len(heading):
        return Row(number, None, f"has {len(cells)} cells, the heading {len(heading)}")
    plain = {name: cell.removeprefix("'").strip() for name, cell in zip(heading, cells, strict=True)}
    content: dict[str, Any] = {name: cell for name, cell in plain.items() if cell and not name.startswith("source_")}
    if "aliases" in content:
        content["aliases"] = [part.strip() for part in content["aliases"].split(";") if part.strip()]
    for name in ("negated", "complete"):
        if name in content:
            content[name] = _FLAGS.get(content[name].lower(), content[name])
    return Row(number, content | {"sources": list(_sources(plain))})


def _sources(cells: Mapping[str, str]) -> Iterable[dict[str, str]]:
    number = 1
    while f"source_{number}_url" in cells:
        source = {part: cells.get(f"source_{number}_{part}", "") for part in _SOURCE_PARTS}
        if any(source.values()):
            yield source
        number += 1
