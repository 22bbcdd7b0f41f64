"""Batches of 1 to 10,000 documents on one and two processes: `python -m benchmarks.batches`. Time by the clock.

A batch is an audit of a folder into a new state, from the start of its processes to the last finding.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import aims
from benchmarks.aims import Outcome
from benchmarks.audit import WORDS, audit_seconds
from benchmarks.command import Options, Part, run
from benchmarks.measure import Spread, in_turn, ratios
from benchmarks.tables import Table
from benchmarks.texts import NO_TREATY, article
from treatycheck.audit.local.state import State


@dataclass(frozen=True, slots=True)
class Mix:
    """Articles of which one in `told_in` speaks of treaties, in one sentence of `plain_for_each` + 1."""

    told: str
    told_in: int
    plain_for_each: int
    counts: Sequence[int]


MIXES = (
    Mix("news, 1 article in 50 on treaties", 50, 14, (1, 10, 100, 1_000, 10_000)),
    Mix("articles on treaties", 1, 2, (1, 10, 100, 400)),
)
# documents of the largest batch, where less than everything is measured
_MOST = 500


def tables(options: Options) -> Iterator[Table]:
    """One table, with what the machine makes of two processes that share nothing."""
    machine = in_turn({number: partial(_spinning, number) for number in (1, 2)}, max(2, options.repeats // 2))
    gained = ratios([2 * one for one in machine[1]], machine[2])
    rows: list[Sequence[str]] = [("loops that share nothing", "2", *_times(machine, 2), gained.told(2), "")]
    outcomes: list[Outcome] = []
    for mix in MIXES:
        for count in mix.counts:
            if not options.quick or count <= _MOST * options.share:
                row, found = _measured(mix, count, options)
                outcomes += found
                rows.append(row)
    columns = ("", "documents", "1 process: s", "documents/s", "2 processes: s", "documents/s", "gained", "aim")
    yield Table("Batches", columns, rows, outcomes=outcomes)


def _measured(mix: Mix, count: int, options: Options) -> tuple[Sequence[str], list[Outcome]]:
    """A row, and the aim where a batch is the largest of its kind."""
    with tempfile.TemporaryDirectory() as path:
        for number in range(count):
            told = mix.plain_for_each if number % mix.told_in == mix.told_in // 2 else NO_TREATY
            (Path(path) / f"2012-01-{number % 28 + 1:02}-{number}.txt").write_text(article(WORDS, told, number))
        repeats = 1 if count >= 1_000 else max(1, options.repeats // 3)
        taken = in_turn({workers: partial(_audited, Path(path), workers) for workers in (1, 2)}, repeats)
    gained = ratios(taken[1], taken[2])
    outcomes = [aims.TWO_PROCESSES.judged(gained.median, mix.told)] if count == mix.counts[-1] else []
    row = (mix.told, f"{count:,}", *_times(taken, count), gained.told(2), outcomes[0].cell if outcomes else "")
    return row, outcomes


def _times(taken: dict[int, list[float]], count: int) -> list[str]:
    """Seconds and documents a second of one process and of two."""
    spreads = [Spread.of(taken[number]) for number in (1, 2)]
    return [told for spread in spreads for told in (spread.told(2), f"{count / spread.median:,.1f}")]


def _audited(path: Path, workers: int, _repeat: int) -> float:
    """Seconds of an audit of a folder."""
    with tempfile.TemporaryDirectory() as folder, closing(State(f"{folder}/state")) as state:
        return audit_seconds(state, path, workers)


def _spinning(processes: int, _repeat: int) -> float:
    """Seconds that so many processes take together, each for the same loop."""
    context = multiprocessing.get_context("spawn")
    hands = [context.Process(target=_spin) for _ in range(processes)]
    began = time.perf_counter()
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    return time.perf_counter() - began


def _spin() -> None:
    for _ in range(5_000_000):
        pass


PART = Part("batches", tables)

if __name__ == "__main__":
    run([PART], __doc__)
