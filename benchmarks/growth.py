"""What a larger table of treaties costs: `python -m benchmarks.growth`, in loading, memory, latency and throughput."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks import aims
from benchmarks.aims import Aim, Outcome
from benchmarks.command import Folder, Options, Part, folder, run
from benchmarks.contenders import Contender, Entry, Taken, contenders
from benchmarks.grown import SIZES, names_file
from benchmarks.measure import Spread, fresh, percentile, ratios
from benchmarks.tables import Table
from benchmarks.texts import archive, text_of

_MADE = ("smallest", "thousand", "ten_thousand", "hundred_thousand")
_ARTICLES, _WORDS = 30, 500
_LOAD = "from benchmarks.grown import main; import sys; main()"


def tables(options: Options) -> Iterator[Table]:
    """Loading and memory, then latency and throughput, of tables of each size."""
    sizes = SIZES[:-1] if options.quick else SIZES
    for size in sizes:
        names_file(size)
    with folder() as place:
        articles = place.documents("articles", archive(_WORDS * 6 * _ARTICLES, _WORDS, 2))
        yield _loading(sizes, str(articles), options)
        entries = {Entry(f"{size:,}", "benchmarks.grown", made): size for size, made in zip(sizes, _MADE, strict=False)}
        with contenders(tuple(entries), articles, options.peers) as running:
            yield from _running(place, running, options)


def _loading(sizes: Sequence[int], texts: str, options: Options) -> Table:
    taken: dict[int, list[dict[str, Any]]] = {size: [] for size in sizes}
    for _ in range(min(3, options.repeats)):
        for size, each in taken.items():
            each.append(fresh(_LOAD, str(size), texts))
    rows = []
    for size, each in taken.items():
        spreads = (Spread.of([one[what] for one in each]) for what in ("file", "milliseconds", "loaded", "used"))
        rows.append((f"{size:,}", *(spread.told(1) for spread in spreads)))
    grown = {
        what: min(one[what] for one in taken[sizes[-1]]) - min(one[what] for one in taken[sizes[0]])
        for what in ("milliseconds", "used")
    }
    outcomes = _of_all(sizes, {aims.LOAD_GROWTH: grown["milliseconds"], aims.MEMORY_GROWTH: grown["used"]})
    columns = ("treaties", "file, MB", "load, ms of a processor", "memory when loaded, MB", "after 30 articles, MB")
    return Table("A larger table: loading and memory", columns, rows, outcomes=outcomes)


def _of_all(sizes: Sequence[int], figures: Mapping[Aim, float]) -> list[Outcome]:
    """What the aims say of the largest table, where it was measured."""
    return [aim.judged(figure) for aim, figure in figures.items()] if sizes[-1] == SIZES[-1] else []


def _running(place: Folder, running: Mapping[Entry, Contender], options: Options) -> Iterator[Table]:
    """Latency of articles, and the throughput of other texts."""
    smallest, *_, largest = running
    texts = {
        "articles of 500 words, one sentence in three on a treaty": [
            archive(round(_WORDS * 6 * _ARTICLES * options.share), _WORDS, 2, seed)
            for seed in range(1, options.repeats + 1)
        ],
        "a treaty in each sentence": [
            [text_of(round(30_000 * options.share), 0, seed)] for seed in range(1, options.repeats + 1)
        ],
        "few treaties": [[text_of(round(100_000 * options.share), 60, seed)] for seed in range(1, options.repeats + 1)],
    }
    for told, documents in texts.items():
        taken: dict[Entry, list[Taken]] = {entry: [] for entry in running}
        for number, each in enumerate(documents):
            file = place.documents(f"{number}", each)
            for entry, contender in running.items():
                taken[entry].append(contender.run(file))
        rows = [_row(entry, runs, taken[smallest]) for entry, runs in taken.items()]
        slower = ratios(*([sum(run.seconds) for run in taken[entry]] for entry in (largest, smallest)))
        is_article = told.startswith("articles")
        outcomes = _of_all(SIZES[: len(running)], {aims.LATENCY_GROWTH: slower.median} if is_article else {})
        columns = ("treaties", "ms a document, p50", "p95", "MB/s (min–max)", "times as long as the smallest")
        yield Table(f"A larger table: {told}", columns, rows, outcomes=outcomes)


def _row(entry: Entry, runs: Sequence[Taken], smallest: Sequence[Taken]) -> tuple[str, ...]:
    seconds = [second * 1000 for run in runs for second in run.seconds]
    slower = ratios([sum(run.seconds) for run in runs], [sum(run.seconds) for run in smallest])
    shares = (f"{percentile(seconds, share):.2f}" for share in (50, 95))
    return entry.told, *shares, Spread.of([run.rate for run in runs]).told(3, 1e-6), slower.told(2)


PART = Part("growth", tables)

if __name__ == "__main__":
    run([PART], __doc__)
