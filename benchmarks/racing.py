"""Programs in turn over the same texts, and the table of their speeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.aims import Aim, Outcome
from benchmarks.command import Folder, Options
from benchmarks.contenders import Contender, Entry, Taken
from benchmarks.measure import Spread, ratios
from benchmarks.tables import Table
from benchmarks.texts import seeds

# a run of a slow program goes through as much of a text as takes about so many seconds
_LONGEST_RUN = 0.5
_PROBE = 4_000
Documents = Callable[[int, int], list[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """Texts of one kind: for a length and a seed, the documents. `plain` gives what peers read that read no HTML.

    `aims` are those for a program: the figure is ours beside it, or, for the program itself, bytes a second by `unit`;
    `where` tells them from those of another kind.
    """

    told: str
    characters: int
    documents: Documents
    format: str = "text"
    plain: Documents | None = None
    aims: Mapping[Entry, Aim] | None = None
    unit: float = 1e6
    where: str = ""


def raced(kind: Kind, place: Folder, running: Mapping[Entry, Contender], options: Options) -> dict[Entry, list[Taken]]:
    """All programs in turn, over texts that are new at each repeat."""
    characters = round(kind.characters * options.share)
    warming, *others = [_files(kind, place, characters, seed) for seed in seeds(kind.told, options.repeats + 1)]
    most = {entry: _most(contender, warming[entry.peer], characters) for entry, contender in running.items()}
    taken: dict[Entry, list[Taken]] = {entry: [] for entry in running}
    for file in others:
        for entry, contender in running.items():
            taken[entry].append(contender.run(file[entry.peer], most[entry]))
    return taken


def _files(kind: Kind, place: Folder, characters: int, seed: int) -> tuple[Path, Path]:
    """The documents, and what a peer is given of them."""
    ours = place.documents(f"{seed}", kind.documents(characters, seed), kind.format)
    return ours, place.documents(f"{seed}-plain", kind.plain(characters, seed)) if kind.plain else ours


def _most(contender: Contender, file: Path, characters: int) -> int | None:
    """How many characters a run may have; None where it has them all. Warms the program up."""
    contender.run(file, _PROBE)
    most = contender.run(file, _PROBE).rate * _LONGEST_RUN
    if most >= characters:
        contender.run(file)
        return None
    return max(_PROBE, round(most))


def table_of(kind: Kind, taken: Mapping[Entry, list[Taken]], own: Entry) -> Table:
    """Speeds, and how many times as fast ours is in each repeat."""
    ours = [run.rate for run in taken[own]]
    rows: list[Sequence[str]] = []
    outcomes: list[Outcome] = []
    for entry, runs in taken.items():
        rates = [run.rate for run in runs]
        beside = ratios(ours, rates)
        aim = (kind.aims or {}).get(entry)
        if aim is not None:
            figure = Spread.of(ours).median / kind.unit if entry is own else beside.median
            outcomes.append(aim.judged(figure, kind.where))
        told = (Spread.of(rates).told(3, 1e-6), "" if entry is own else beside.told(2))
        rows.append((entry.told, *told, *_amounts(runs), outcomes[-1].cell if aim else ""))
    columns = ("", "MB/s (min–max)", f"{own.told} is so many times as fast", "kB a run", "found in 10 kB", "aim")
    return Table(kind.told, columns, rows, outcomes=outcomes)


def _amounts(runs: Sequence[Taken]) -> tuple[str, str]:
    """How much a run went through, and how much it found."""
    size, found = sum(run.bytes for run in runs), sum(run.found for run in runs)
    return f"{size / len(runs) / 1e3:,.0f}", f"{found / size * 1e4:.1f}"
