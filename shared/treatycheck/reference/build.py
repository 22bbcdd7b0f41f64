"""Builds the packaged files from `/data`: `python -m treatycheck.reference.build data OUT [--check]`."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from treatycheck.data.records import add_index
from treatycheck.data.tables import TablesWriter
from treatycheck.errors import ReferenceDataError
from treatycheck.facts.records import fact_to_record, treaty_to_record
from treatycheck.linking.compiling import compile_names
from treatycheck.mentions.compiling import compile_lexicon
from treatycheck.reference.lexicon import read_guards, read_lexicon
from treatycheck.reference.read import read_treaties, to_fact, to_treaty
from treatycheck.reference.relations import read_relations
from treatycheck.reference.schema import TreatyEntry


def render(records: Any) -> str:
    """JSON with one entry a line, so that a change reads well in a diff."""

    def compact(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    if isinstance(records, list):
        return "[\n" + ",\n".join(map(compact, records)) + "\n]\n"
    lines = (f"{compact(key)}:{compact(value)}" for key, value in sorted(records.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def short_hash(content: str) -> str:
    """The first 16 hexadecimal digits of the content's SHA-256."""
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def exception_records(entries: Sequence[TreatyEntry]) -> dict[str, list[dict[str, Any]]]:
    """What checks shall overlook, by treaty."""
    return {entry.id: [one.model_dump() for one in entry.exception] for entry in entries if entry.exception}


def built(data: Path) -> dict[str, bytes]:
    """The packaged files by name. Raises ReferenceDataError."""
    entries = read_treaties(data / "treaties")
    treaties = [to_treaty(entry) for entry in entries]
    facts = {
        entry.id: sorted(
            (fact_to_record(to_fact(entry, fact)) for fact in entry.fact), key=lambda record: record["fact_id"]
        )
        for entry in entries
    }
    lexicon = read_lexicon(data / "lexicon")
    files = {
        "treaties.json": render(list(map(treaty_to_record, treaties))),
        "facts.json": render(facts),
        "exceptions.json": render(exception_records(entries)),
        "relations.json": render(read_relations(data / "relations")),
        "guards.json": render(read_guards(data / "guards")),
        "lexicon.json": render(lexicon),
    }
    versions = {"version": files["treaties.json"] + files["facts.json"], "names": files["treaties.json"]}
    sizes = {"treaties": len(treaties), "facts": sum(map(len, facts.values()))}
    files["version.json"] = render({key: short_hash(content) for key, content in versions.items()} | sizes)
    encoded = {name: content.encode() for name, content in files.items()}
    return encoded | {
        "names.bin": compile_names(treaties),
        "records.bin": indexed(list(facts), encoded),
        "lexicon.bin": compile_lexicon(lexicon),
    }


def indexed(ids: Sequence[str], files: Mapping[str, bytes]) -> bytes:
    """The index of the files that hold a record for each treaty."""
    writer = TablesWriter()
    for name in ("treaties.json", "facts.json"):
        add_index(writer, name, ids, files[name])
    return writer.content()


def build(data: Path, out: Path) -> None:
    """Writes the packaged files into `out`. Raises ReferenceDataError."""
    for name, content in built(data).items():
        (out / name).write_bytes(content)


def stale(data: Path, out: Path) -> list[str]:
    """Names of the packaged files that differ from what `data` gives."""
    return [
        name
        for name, content in built(data).items()
        if not (out / name).is_file() or (out / name).read_bytes() != content
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the files are stale")
    arguments = parser.parse_args()
    try:
        if arguments.check:
            names = stale(arguments.data, arguments.out)
            print("stale: " + ", ".join(names) if names else "up to date")
            return int(bool(names))
        build(arguments.data, arguments.out)
    except ReferenceDataError as error:
        print(error.detail, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
