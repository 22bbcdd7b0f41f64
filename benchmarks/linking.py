"""How names are linked that are misspelt, shortened or reordered: `python -m benchmarks.linking`.

Names of the reference, changed in known ways, stand in sentences of our own; sentences that name no treaty stand
between them. A link is right where it is to the name's treaty and touches the name.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import aims
from benchmarks.command import Options, Part, folder, run
from benchmarks.contenders import Entry
from benchmarks.grown import SIZES, names_file, opened
from benchmarks.linker import Link, Linker
from benchmarks.measure import ROOT, Spread, ratios
from benchmarks.misspelling import CHANGES, Case, cases
from benchmarks.peer_environment import peer_python
from benchmarks.tables import Table
from treatycheck.linking.treaties import find_treaties
from treatycheck.linking.treaty_names import TreatyNames, treaty_names
from treatycheck.mentions.gazetteer import word_key
from treatycheck.model import Format
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source

OURS = Entry("Treatycheck", "benchmarks.linking", "ours")
LARGEST = Entry(f"Treatycheck, {SIZES[-1]:,} treaties", "benchmarks.linking", "ours_of_the_largest")
PEERS = (
    Entry("rapidfuzz `token_sort_ratio` over spans", "benchmarks.linkers", "token_sort", peer=True),
    Entry("spaczz `FuzzyMatcher`", "benchmarks.linkers", "spaczz", peer=True),
    Entry("spaCy `PhraseMatcher`", "benchmarks.linkers", "phrase_matcher", peer=True),
    Entry("pyahocorasick", "benchmarks.linkers", "aho_corasick", peer=True),
)
# the texts of seeds 1 and 7 were looked at while the rules were made
SEED, _COUNT, _SECONDS = 2026, 3_000, 30


class Score(NamedTuple):
    """Links that are right and wrong, and names that were not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def ours(_names: str) -> Linker:
    """What `find_treaties` finds by the packaged names."""
    return linking_by(treaty_names())


def ours_of_the_largest(_names: str) -> Linker:
    """The same among the names of the largest made table."""
    return linking_by(opened(names_file(SIZES[-1])))


def linking_by(names: TreatyNames) -> Linker:
    def link(text: str) -> list[Link]:
        sentences = split_sentences(read_source(text, Format.TEXT))
        found = (find_treaties(each, [word_key(token) for token in each.tokens], names) for each in sentences)
        return [(one.span.start, one.span.end, one.value) for mentions in found for one in mentions if one.value]

    return link


def score_of(held: Sequence[Case], found: Sequence[Sequence[Link]]) -> Score:
    """What was found beside what stands in the texts, as far as they were gone through."""
    right = wrong = missed = 0
    for case, links in zip(held, found, strict=False):
        told = [link for link in links if link[2] == case.treaty and link[0] < case.end and case.start < link[1]]
        right += bool(told)
        wrong += len(links) - bool(told)
        missed += bool(case.treaty) and not told
    return Score(right, wrong, missed)


def tables(options: Options) -> Iterator[Table]:
    """One table of the programs, one of ours by kind of change."""
    treaties = list(treaty_names().treaties.values())
    held = list(cases(treaties, round(_COUNT * options.share), SEED))
    names = {text: one.id for one in treaties for text in (*one.acronyms, one.official_title, one.name, *one.names)}
    entries = [OURS, *(() if options.quick else (LARGEST,)), *(PEERS if options.peers else ())]
    with folder() as place:
        files = place.path / "names.json", place.path / "texts.json"
        files[0].write_text(json.dumps(names), encoding="utf-8")
        files[1].write_text(json.dumps([case.text for case in held]), encoding="utf-8")
        taken = {entry: [_linked(entry, *files, options) for _ in range(1 if entry.peer else 3)] for entry in entries}
    yield _of_programs(held, taken)
    yield _of_kinds(held, taken[OURS][0].found)


class Linked(NamedTuple):
    """Seconds of a processor, bytes gone through, and the links of each text."""

    seconds: float
    bytes: int
    found: list[list[Link]]


def _linked(entry: Entry, names: Path, texts: Path, options: Options) -> Linked:
    paths = [ROOT] if entry.peer else [ROOT, ROOT / "shared"]
    python = peer_python() if entry.peer else Path(sys.executable)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths))}
    most = str(_SECONDS * options.share)
    command = [str(python), "-m", "benchmarks.linker", entry.module, entry.name, str(names), str(texts), most]
    outcome = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT, check=True)
    return Linked(**json.loads(outcome.stdout))


def _of_programs(held: Sequence[Case], taken: dict[Entry, list[Linked]]) -> Table:
    rows, outcomes = [], []
    for entry, runs in taken.items():
        score, rates = score_of(held, runs[0].found), [run.bytes / run.seconds for run in runs]
        figures = (f"{figure:.3f}" for figure in (score.precision, score.recall, score.f1))
        rows.append((entry.told, *figures, Spread.of(rates).told(1, 1e-3), f"{len(runs[0].found):,}"))
        if entry is OURS:
            outcomes.append(aims.LINKING_F1.judged(score.f1))
    if LARGEST in taken:
        slower = ratios(*([run.seconds for run in taken[entry]] for entry in (LARGEST, OURS)))
        outcomes.append(aims.LINKING_GROWTH.judged(slower.median))
    columns = ("", "precision", "recall", "F1", "kB/s (min–max)", "texts gone through")
    return Table("Names that are misspelt, shortened or reordered", columns, rows, outcomes=outcomes)


def _of_kinds(held: Sequence[Case], found: Sequence[Sequence[Link]]) -> Table:
    rows = []
    for kind in (*CHANGES, "no name"):
        chosen = [place for place, case in enumerate(held) if case.kind == kind]
        score = score_of([held[place] for place in chosen], [found[place] for place in chosen])
        figures = (f"{figure:.3f}" if kind != "no name" else "" for figure in (score.precision, score.recall, score.f1))
        rows.append((kind, *figures, f"{score.wrong:,}", f"{len(chosen):,}"))
    return Table("Treatycheck by what is changed", ("", "precision", "recall", "F1", "wrong", "texts"), rows)


PART = Part("linking", tables)

if __name__ == "__main__":
    run([PART], __doc__)
