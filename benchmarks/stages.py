"""Where the time goes: `python -m benchmarks.stages`.

A clock of processor time interrupts the run again and again; the innermost frame of ours tells the stage and function.
"""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import treatycheck
from benchmarks.command import Options, Part, run
from benchmarks.ours import verifying
from benchmarks.tables import Table
from benchmarks.texts import articles, sentences
from benchmarks.throughput import FEW, WORDS

_PACKAGE = str(Path(treatycheck.__file__).parent)
_EVERY = 0.001
_SECONDS = 15.0
_HOTTEST = 10
# by the beginning of a file's place in the package; what others share counts for the stage that calls it
STAGES = {
    "text/source": "source",
    "text/html": "source",
    "text/markdown": "source",
    "text/sentences": "sentences",
    "text/tokens": "sentences",
    "mentions/": "mentions",
    "linking/": "linking",
    "claims/": "claims",
    "judging/": "judging",
    "facts/": "facts",
    "pipeline": "report",
}
_KINDS = {"few treaties": FEW, "one sentence in 3": 2, "each sentence": 0}


class Samples:
    """What was running whenever the clock struck: a stage, and a function of ours."""

    def __init__(self) -> None:
        self.stages: Counter[str] = Counter()
        self.functions: Counter[str] = Counter()

    def take(self, _signal: int, frame: FrameType | None) -> None:
        """Looks at the stack from the inside out."""
        seen = False
        while frame is not None:
            file = frame.f_code.co_filename
            if file.startswith(_PACKAGE):
                place = file[len(_PACKAGE) + 1 :].removesuffix(".py")
                if not seen:
                    self.functions[f"{place}: {frame.f_code.co_qualname}"] += 1
                    seen = True
                stage = next((stage for start, stage in STAGES.items() if place.startswith(start)), None)
                if stage is not None:
                    self.stages[stage] += 1
                    return
            frame = frame.f_back


def sampled(plain_for_each: int, seconds: float) -> Samples:
    """The samples of a run over articles that are new all the time, for so many seconds of a processor."""
    program = verifying("")
    told = articles(WORDS, sentences(plain_for_each, seed=1, nouns=True))
    program(next(told), "text")
    samples = Samples()
    before: Any = signal.signal(signal.SIGPROF, samples.take)
    ends = time.process_time() + seconds
    try:
        while time.process_time() < ends:
            text = next(told)
            signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
            program(text, "text")
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return samples


def tables(options: Options) -> Iterator[Table]:
    """Shares of the stages, and the functions that take most of the time themselves."""
    taken = {told: sampled(plain_for_each, _SECONDS * options.share) for told, plain_for_each in _KINDS.items()}
    stages = dict.fromkeys(STAGES.values())
    rows = [(stage, *(_share(samples.stages, stage) for samples in taken.values())) for stage in stages]
    columns = ("stage", *(f"{told}, %" for told in taken))
    yield Table("Where the time goes: articles of 500 words, treaties in", columns, rows)
    for told in ("few treaties", "one sentence in 3"):
        yield _hottest(told, taken[told])


def _share(counted: Counter[str], name: str) -> str:
    return f"{counted[name] / max(1, counted.total()) * 100:.1f}"


def _hottest(told: str, samples: Samples) -> Table:
    rows: list[Sequence[str]] = [
        (f"`{name}`", _share(samples.functions, name)) for name, _ in samples.functions.most_common(_HOTTEST)
    ]
    return Table(f"The functions that take most themselves, {told}", ("function", "%"), rows)


PART = Part("stages", tables)

if __name__ == "__main__":
    run([PART], __doc__)
