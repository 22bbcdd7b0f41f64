"""How long one answer takes: `python -m benchmarks.latency`. Each text is one that was never seen before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks import aims
from benchmarks.aims import Aim, Outcome
from benchmarks.command import Folder, Options, Part, folder, run
from benchmarks.contenders import ENTITY_RULER, OUR_ANSWERS, OURS, REGEX, Contender, Entry, contenders
from benchmarks.excerpts import changed_excerpts
from benchmarks.measure import Spread, percentile
from benchmarks.tables import Table
from benchmarks.texts import NO_TREATY, articles, in_paragraphs, seeds, sentences

WORDS = 500
_TEXTS = 120
_SHARES = (50, 95, 99)


@dataclass(frozen=True, slots=True)
class Kind:
    """Texts of one kind: for a seed, without end. `aim` is for the p99 of ours in milliseconds."""

    told: str
    texts: Callable[[int], Iterator[str]]
    programs: Sequence[Entry] = (OURS, REGEX, ENTITY_RULER)
    aim: Aim | None = None


def _articles(plain_for_each: int) -> Callable[[int], Iterator[str]]:
    return lambda seed: articles(WORDS, sentences(plain_for_each, seed, nouns=True))


def _paragraphs(seed: int) -> Iterator[str]:
    told = sentences(2, seed)
    while True:
        yield in_paragraphs(list(islice(told, 4)))


KINDS = (
    Kind("an article of 500 words that names no treaty", _articles(NO_TREATY), aim=aims.ARTICLE),
    Kind("an article of 500 words, one sentence in 15 on a treaty", _articles(14), aim=aims.ARTICLE),
    Kind("an article of 500 words, one sentence in 3 on a treaty", _articles(2), aim=aims.ARTICLE),
    Kind("a paragraph of 4 sentences, one in 3 on a treaty", _paragraphs),
    Kind("a changed paragraph of such an article, over HTTP", changed_excerpts, (OUR_ANSWERS, REGEX, ENTITY_RULER)),
)


def tables(options: Options) -> Iterator[Table]:
    """One table, of all kinds."""
    entries = list(dict.fromkeys(entry for kind in KINDS for entry in kind.programs))
    rows: list[Sequence[str]] = []
    outcomes: list[Outcome] = []
    with folder() as place, contenders(entries, place.names(), options.peers) as running:
        for kind in KINDS:
            taken = measured(kind, place, running, options)
            found = outcome_of(kind, taken)
            outcomes += found
            rows += rows_of(kind, taken, found)
    columns = ("", "program", "p50 in ms", "p95", "p99 (min–max)", "aim")
    yield Table("One answer", columns, rows, outcomes=outcomes)


def measured(
    kind: Kind, place: Folder, running: Mapping[Entry, Contender], options: Options
) -> dict[Entry, list[Sequence[float]]]:
    """By program, of each repeat, the milliseconds of each text; the programs in turn."""
    repeats = max(1, options.repeats // 2)
    files = []
    for seed in seeds(kind.told, repeats + 1):
        texts = list(islice(kind.texts(seed), max(5, round(_TEXTS * options.share))))
        files.append(place.documents(f"latency-{seed}", texts))
    taken: dict[Entry, list[Sequence[float]]] = {entry: [] for entry in kind.programs if entry in running}
    for number, file in enumerate(files):
        for entry, runs in taken.items():
            seconds = running[entry].run(file).seconds
            if number > 0:
                runs.append([second * 1000 for second in seconds])
    return taken


def outcome_of(kind: Kind, taken: Mapping[Entry, list[Sequence[float]]]) -> list[Outcome]:
    """The aim of the kind, with the p99 of all repeats together."""
    return (
        [kind.aim.judged(percentile([each for run in taken[OURS] for each in run], 99), kind.told)] if kind.aim else []
    )


def rows_of(
    kind: Kind, taken: Mapping[Entry, list[Sequence[float]]], outcomes: Sequence[Outcome]
) -> Iterator[Sequence[str]]:
    """A row a program: percentiles of all repeats together, and the spread of the last one."""
    for number, (entry, runs) in enumerate(taken.items()):
        every = [each for run in runs for each in run]
        told = [f"{percentile(every, share):.2f}" for share in _SHARES]
        spread = Spread.of([percentile(run, _SHARES[-1]) for run in runs])
        told[-1] += f" ({spread.least:.2f}–{spread.greatest:.2f})"
        aim = outcomes[0].cell if outcomes and number == 0 else ""
        yield (kind.told if number == 0 else "", entry.told, *told, aim)


PART = Part("latency", tables)

if __name__ == "__main__":
    run([PART], __doc__)
