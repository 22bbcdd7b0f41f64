"""What all benchmarks have in common: their options, the texts' folder, and where tables go."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.aims import Outcome
from benchmarks.page import replaced
from benchmarks.tables import Table, table_of_outcomes
from treatycheck.data import packaged


@dataclass(frozen=True, slots=True)
class Options:
    """`quick` measures less of everything; without `peers`, only what needs no other environment."""

    quick: bool = False
    peers: bool = True
    # so many measured runs of each, and so much of each text
    repeats: int = 7
    share: float = 1.0

    @classmethod
    def of(cls, quick: bool, peers: bool) -> Options:
        return cls(quick, peers, 3, 0.2) if quick else cls(quick, peers)


@dataclass(frozen=True, slots=True)
class Part:
    """A benchmark: its name in the page, and what makes its tables."""

    name: str
    tables: Callable[[Options], Iterator[Table]]


def run(parts: Sequence[Part], description: str | None) -> None:
    """Prints the tables of each part as they come, and puts them into a page where that is wanted."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--quick", action="store_true", help="measure less of everything")
    parser.add_argument("--no-peers", action="store_true", help="leave out what is not ours, and install nothing")
    parser.add_argument("--write", metavar="FILE", type=Path, help="put the tables into this page, too")
    told = parser.parse_args()
    options = Options.of(told.quick, not told.no_peers)
    outcomes: list[Outcome] = []
    for part in parts:
        texts = []
        for table in part.tables(options):
            print(table.markdown(), flush=True)
            texts.append(table.markdown())
            outcomes += table.outcomes
        _write(told.write, part.name, texts)
    if outcomes:
        print(table_of_outcomes(outcomes).markdown())
    if len(parts) > 1:
        _write(told.write, "aims", [table_of_outcomes(outcomes).markdown()])


def _write(page: Path | None, name: str, texts: Sequence[str]) -> None:
    if page is not None:
        page.write_text(replaced(page.read_text(encoding="utf-8"), name, "\n".join(texts)), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Folder:
    """Where texts lie for the programs to read."""

    path: Path

    def documents(self, name: str, texts: Sequence[str], format: str = "text") -> Path:
        """Writes documents of one format to a file."""
        file = self.path / f"{name}.json"
        file.write_text(json.dumps([[text, format] for text in texts]), encoding="utf-8")
        return file

    def names(self) -> Path:
        """Writes the names of the reference, those that Treatycheck looks for, too."""
        file = self.path / "names.json"
        kinds = ("names", "acronyms", "shared_names")
        names = {name for treaty in packaged("treaties.json") for kind in kinds for name in treaty.get(kind, ())}
        names |= {treaty[kind] for treaty in packaged("treaties.json") for kind in ("name", "official_title")}
        file.write_text(json.dumps(sorted(names)), encoding="utf-8")
        return file


@contextmanager
def folder() -> Iterator[Folder]:
    """A folder for as long as it is needed."""
    with tempfile.TemporaryDirectory() as path:
        yield Folder(Path(path))
