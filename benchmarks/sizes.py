"""How time and memory grow with the length of a text: `python -m benchmarks.sizes`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.command import Folder, Options, Part, folder, run
from benchmarks.contenders import OURS, REGEX, Taken, contenders
from benchmarks.measure import Spread, ratios
from benchmarks.tables import Table
from benchmarks.texts import seeds, text_of
from benchmarks.throughput import FEW

_KINDS = {"few treaties": FEW, "a treaty in each sentence": 0}
_SIZES = (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000)
# of short texts so many that together they are about so long; of the longest texts, fewer runs
_TOGETHER, _LONG = 32_000, 100_000
# the longest text, where less than everything is measured
_LONGEST = 320_000


def tables(options: Options) -> Iterator[Table]:
    """A table for each kind of text, lengths in order."""
    for told, plain_for_each in _KINDS.items():
        with folder() as place, contenders((OURS, REGEX), place.names(), options.peers) as running:
            runs: dict[int, tuple[list[Taken], list[Taken]]] = {}
            running[OURS].run(place.documents("warm", [text_of(_TOGETHER, plain_for_each, seed=99)]))
            for size in _SIZES:
                if options.quick and size > _LONGEST * options.share:
                    break
                files = [
                    _file(place, size, plain_for_each, seed)
                    for seed in seeds(f"{told} {size}", _repeats(size, options))
                ]
                both = [(running[OURS].run(file), running[REGEX].run(file)) for file in files]
                runs[size] = [ours for ours, _ in both], [regex for _, regex in both]
            yield Table(f"One text that grows, {told}", _COLUMNS, list(_rows(runs)))


_COLUMNS = ("characters", "ms a kB (min–max)", "× compiled regex", "× the shortest", "MB of memory at most")


def _repeats(size: int, options: Options) -> int:
    return max(1, options.repeats // 3 if size > _LONG else options.repeats // 2)


def _file(place: Folder, size: int, plain_for_each: int, seed: int) -> Path:
    count = max(1, _TOGETHER // size)
    texts = [text_of(size, plain_for_each, seed=seed * count + number)[:size] for number in range(count)]
    return place.documents(f"{size}-{seed}", texts)


def _rows(runs: dict[int, tuple[list[Taken], list[Taken]]]) -> Iterator[Sequence[str]]:
    shortest = 0.0
    for size, (ours, regex) in runs.items():
        each, others = ([1e6 / run.rate for run in taken] for taken in (ours, regex))
        spread = Spread.of(each)
        shortest = shortest or spread.median
        beside = (ratios(each, others).told(0), f"{spread.median / shortest:.2f}", f"{ours[-1].peak / 1024:.0f}")
        yield (f"{size:,}", spread.told(3), *beside)


PART = Part("sizes", tables)

if __name__ == "__main__":
    run([PART], __doc__)
