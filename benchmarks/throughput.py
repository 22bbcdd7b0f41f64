"""How much text goes through one core, beside others over the same texts: `python -m benchmarks.throughput`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import aims
from benchmarks.aims import Aim, Outcome
from benchmarks.command import Folder, Options, Part, folder, run
from benchmarks.contenders import (
    DATEPARSER,
    ENTITY_RULER,
    OURS,
    PHRASE_MATCHER,
    RECOGNIZERS,
    REGEX,
    Contender,
    Entry,
    Taken,
    contenders,
)
from benchmarks.measure import Spread, ratios
from benchmarks.tables import Table
from benchmarks.texts import NO_TREATY, archive, page_of, text_of

FEW = 60
WORDS = 500
# a run of a slow program goes through as much of a text as takes about so many seconds
_LONGEST_RUN = 0.5
_PROBE = 4_000


@dataclass(frozen=True, slots=True)
class Kind:
    """Texts of one kind: for a seed and a length, the documents. `plain` gives what peers read that read no HTML."""

    told: str
    characters: int
    documents: Callable[[int, int], list[str]]
    format: str = "text"
    plain: Callable[[int, int], list[str]] | None = None
    # in bytes a second, with how many of them the aim's unit is
    aim: tuple[Aim, float] | None = None
    beside_matcher: Aim | None = None


def _articles(plain_for_each: int) -> Callable[[int, int], list[str]]:
    return lambda characters, seed: archive(characters, WORDS, plain_for_each, seed)


def _one_text(plain_for_each: int) -> Callable[[int, int], list[str]]:
    return lambda characters, seed: [text_of(characters, plain_for_each, seed)]


def _pages(characters: int, seed: int) -> list[str]:
    return [page_of(text) for text in archive(characters, WORDS, FEW, seed)]


KINDS = (
    Kind("news that names no treaty, articles of 500 words", 200_000, _articles(NO_TREATY), aim=(aims.NO_TREATY, 1e6)),
    Kind("news that names no treaty, one text", 200_000, _one_text(NO_TREATY), aim=(aims.NO_TREATY, 1e6)),
    Kind(
        "news with few treaties, articles of 500 words",
        200_000,
        _articles(FEW),
        aim=(aims.FEW_TREATIES, 1e6),
        beside_matcher=aims.FEW_BESIDE_MATCHER,
    ),
    Kind(
        "news with few treaties, one text",
        200_000,
        _one_text(FEW),
        aim=(aims.FEW_TREATIES, 1e6),
        beside_matcher=aims.FEW_BESIDE_MATCHER,
    ),
    Kind("a treaty in each sentence, one text", 50_000, _one_text(0), aim=(aims.DENSE, 1e3)),
    Kind("HTML pages of the articles with few treaties", 200_000, _pages, "html", _articles(FEW)),
)
PROGRAMS = (OURS, REGEX, PHRASE_MATCHER, ENTITY_RULER, DATEPARSER, RECOGNIZERS)


def tables(options: Options, programs: Sequence[Entry] = PROGRAMS) -> Iterator[Table]:
    """A table for each kind of text."""
    with folder() as place, contenders(programs, place.names(), options.peers) as running:
        for kind in KINDS:
            yield table_of(kind, measured(kind, place, running, options))


def measured(
    kind: Kind, place: Folder, running: Mapping[Entry, Contender], options: Options
) -> dict[Entry, list[Taken]]:
    """All programs in turn over texts that are new at each repeat."""
    characters = round(kind.characters * options.share)
    files = [_files(kind, place, characters, seed) for seed in range(options.repeats + 1)]
    warming, *others = files
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
    speed = contender.run(file, _PROBE)
    most = contender.run(file, _PROBE).rate * _LONGEST_RUN if speed.rate * _LONGEST_RUN < characters else characters
    if most >= characters:
        contender.run(file)
        return None
    return max(_PROBE, round(most))


def table_of(kind: Kind, taken: Mapping[Entry, list[Taken]]) -> Table:
    """Speeds, and how many times as fast ours is in each repeat."""
    ours = [run.rate for run in taken[OURS]]
    outcomes = list(_outcomes(kind, ours, taken))
    told = {outcome.aim: outcome.cell for outcome in outcomes}
    rows = []
    for entry, runs in taken.items():
        rates = [run.rate for run in runs]
        beside = "" if entry is OURS else ratios(ours, rates).told(2)
        aim = kind.aim[0] if kind.aim and entry is OURS else kind.beside_matcher if entry is PHRASE_MATCHER else None
        size, found = sum(run.bytes for run in runs), sum(run.found for run in runs)
        cells = (f"{size / len(runs) / 1e3:,.0f}", f"{found / size * 1e4:.1f}", told[aim] if aim else "")
        rows.append((entry.told, Spread.of(rates).told(3, 1e-6), beside, *cells))
    columns = ("", "MB/s (min–max)", "Treatycheck is so many times as fast", "kB a run", "found in 10 kB", "aim")
    return Table(kind.told.capitalize().replace("html", "HTML"), columns, rows, outcomes=outcomes)


def _outcomes(kind: Kind, ours: Sequence[float], taken: Mapping[Entry, list[Taken]]) -> Iterator[Outcome]:
    if kind.aim:
        yield kind.aim[0].judged(Spread.of(ours).median / kind.aim[1])
    if kind.beside_matcher and PHRASE_MATCHER in taken:
        yield kind.beside_matcher.judged(ratios(ours, [run.rate for run in taken[PHRASE_MATCHER]]).median)


PART = Part("throughput", tables)

if __name__ == "__main__":
    run([PART], __doc__)
