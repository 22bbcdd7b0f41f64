"""Batches of 1 to 10,000 documents on one and two processes: `python -m benchmarks.batches`. Time by the clock.

A batch is `treatycheck verify --batch`, an audit one of a folder into a new state, both from the start of their
processes to the last answer.
"""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import aims
from benchmarks.aims import Outcome
from benchmarks.audit import WORDS, audit_seconds
from benchmarks.command import Options, Part, run
from benchmarks.measure import ROOT, Spread, in_turn, ratios, with_bytecode
from benchmarks.tables import Table
from benchmarks.texts import NO_TREATY, article
from treatycheck.audit.local.state import State

Timed = Callable[[Path, int, int], float]


@dataclass(frozen=True, slots=True)
class Mix:
    """Articles of which one in `told_in` speaks of treaties, in one sentence of `plain_for_each` + 1; how many."""

    told: str
    told_in: int
    plain_for_each: int
    batches: Sequence[int]
    audits: Sequence[int]

    def text(self, number: int) -> str:
        """The article of a number."""
        told = self.plain_for_each if number % self.told_in == self.told_in // 2 else NO_TREATY
        return article(WORDS, told, number)


MIXES = (
    Mix("news, 1 article in 50 on treaties", 50, 14, (1, 10, 100, 1_000, 10_000), (10, 1_000)),
    Mix("articles on treaties", 1, 2, (1, 10, 100, 1_000), (10, 300)),
)
# documents of the largest batch, where less than everything is measured
_MOST = 500


def tables(options: Options) -> Iterator[Table]:
    """Batches, and what the machine makes of two processes that share nothing; audits."""
    yield _table("Batches: `treatycheck verify --batch`", [mix.batches for mix in MIXES], _verified, options)
    yield _table("Audits: `treatycheck audit` of a folder", [mix.audits for mix in MIXES], _audited, options)


def _table(title: str, counts: Sequence[Sequence[int]], timed: Timed, options: Options) -> Table:
    machine = in_turn({number: partial(_spinning, number) for number in (1, 2)}, max(2, options.repeats // 2))
    gained = ratios([2 * one for one in machine[1]], machine[2])
    rows: list[Sequence[str]] = [("loops that share nothing", "2", *_times(machine, 2), gained.told(2), "")]
    outcomes: list[Outcome] = []
    for mix, sizes in zip(MIXES, counts, strict=True):
        for count in sizes:
            if not options.quick or count <= _MOST * options.share:
                taken = _taken(mix, count, timed, options)
                gained = ratios(taken[1], taken[2])
                where = f"{title.partition(':')[0]}, {mix.told}"
                found = [aims.TWO_PROCESSES.judged(gained.median, where)] if count == sizes[-1] else []
                outcomes += found
                cell = found[0].cell if found else ""
                rows.append((mix.told, f"{count:,}", *_times(taken, count), gained.told(2), cell))
    columns = ("", "documents", "1 process: s", "documents/s", "2 processes: s", "documents/s", "gained", "aim")
    return Table(title, columns, rows, outcomes=outcomes)


def _taken(mix: Mix, count: int, timed: Timed, options: Options) -> dict[int, list[float]]:
    """Seconds of so many articles, by the number of processes, in turn."""
    with tempfile.TemporaryDirectory() as path:
        folder, batch = Path(path) / "articles", Path(path) / "batch.jsonl"
        folder.mkdir()
        with batch.open("w", encoding="utf-8") as lines:
            for number in range(count):
                text = mix.text(number)
                (folder / f"2012-01-{number % 28 + 1:02}-{number}.txt").write_text(text, encoding="utf-8")
                print(json.dumps({"id": number, "text": text, "published": "2012-01-01"}), file=lines)
        repeats = 1 if count >= 1_000 else max(1, options.repeats // 3)
        return in_turn({number: partial(timed, Path(path), number) for number in (1, 2)}, repeats)


def _times(taken: dict[int, list[float]], count: int) -> list[str]:
    """Seconds and documents a second of one process and of two."""
    spreads = [Spread.of(taken[number]) for number in (1, 2)]
    return [told for spread in spreads for told in (spread.told(2), f"{count / spread.median:,.1f}")]


def _verified(path: Path, processes: int, _repeat: int) -> float:
    """Seconds of a batch on the command line."""
    command = [sys.executable, "-m", "treatycheck.cli", "verify", "--batch", str(path / "batch.jsonl")]
    environment = with_bytecode([ROOT / "shared"])
    began = time.perf_counter()
    options = ["--processes", str(processes), "--output", str(path / "answers.jsonl")]
    subprocess.run([*command, *options], env=environment, check=True)
    return time.perf_counter() - began


def _audited(path: Path, workers: int, repeat: int) -> float:
    """Seconds of an audit of a folder."""
    with closing(State(str(path / f"state-{workers}-{repeat}"))) as state:
        return audit_seconds(state, path / "articles", workers)


def _spinning(processes: int, _repeat: int) -> float:
    """Seconds that so many processes take together, each for the same loop."""
    context = multiprocessing.get_context("fork")
    hands = [context.Process(target=_spin) for _ in range(processes)]
    began = time.perf_counter()
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    return time.perf_counter() - began


def _spin() -> None:
    for _ in range(20_000_000):
        pass


PART = Part("batches", tables)

if __name__ == "__main__":
    run([PART], __doc__)
