"""What an audit costs: `python -m benchmarks.audit`. Processor time, so that a busy machine changes little.

The articles have 500 words each, a file each. A share of them speaks of treaties, as the table tells.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.texts import NO_TREATY, article
from treatycheck.audit.archive import Settings
from treatycheck.audit.judging import judge_again
from treatycheck.audit.local.folders import Folders
from treatycheck.audit.local.runner import Runner
from treatycheck.audit.local.state import State
from treatycheck.audit.local.tasks import Chunk, ReadTask
from treatycheck.audit.local.worker import Setup, Worker
from treatycheck.facts.bundled import BundledFactStore

TODAY = date(2026, 1, 1)
WORDS = 500
# sentences that name no treaty behind each that does
MIXES = {"no treaty": NO_TREATY, "one sentence in 15": 14, "one sentence in 3": 2}
# of a thousand articles of a general newspaper, so many speak of treaties: an assumption, not a measurement
NEWS_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one article: seconds of a processor to read and judge it, and to judge it again; bytes of claims kept."""

    read: float
    again: float
    kept: float
    findings: float


def write_archive(folder: Path, count: int, plain_for_each: int) -> None:
    """The articles as files."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"2012-01-{number % 28 + 1:02}-{number}.txt").write_text(article(WORDS, plain_for_each, number))


def cost_of(folder: Path) -> Cost:
    """What a worker needs for a folder's articles, once it is warm."""
    worker = Worker(BundledFactStore.load(), Settings(), TODAY)
    tasks = [ReadTask(number, item) for number, item in enumerate(Folders([str(folder)]).objects())]
    list(worker.answers(tasks[0]))
    began = time.process_time()
    chunks = [answer for task in tasks for answer in worker.answers(task) if isinstance(answer, Chunk)]
    read = time.process_time() - began
    judged = [item for chunk in chunks for _, item in chunk.items if not hasattr(item, "problem")]
    began = time.process_time()
    for item in judged:
        judge_again(item.claims, worker.store, TODAY)
    again = time.process_time() - began
    count = len(tasks)
    kept = sum(len(item.claims) for item in judged)
    found = sum(len(item.findings) for item in judged)
    return Cost(read / count, again / count, kept / count, found / count)


@dataclass(frozen=True, slots=True)
class Whole:
    """Of a whole audit: seconds, seconds of the next one that finds nothing new, bytes of state, peaks of memory."""

    first: float
    second: float
    state: int
    parent: int
    worker: int


def whole(folder: Path, state_file: Path, workers: int) -> Whole:
    """An audit of a folder into a new state, and another one."""
    with closing(State(str(state_file))) as state:
        took = [audit_seconds(state, folder, workers) for _ in range(2)]
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Whole(took[0], took[1], state_file.stat().st_size, *peaks)


def audit_seconds(state: State, folder: Path, workers: int) -> float:
    """How long an audit of a folder takes by the clock, its processes' start included."""
    run = state.begin(TODAY, {"paths": [str(folder)]}, "")
    setup = Setup(BundledFactStore.load, Settings(), TODAY)
    runner = Runner(state, run, Folders([str(folder)]), setup, workers)
    began = time.perf_counter()
    runner.audit()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="of each mix (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=2, help="processes of the whole audit (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{options.articles} articles of {WORDS} words, on one processor")
        print(f"{'speak of treaties':22}{'claims':>8}{'ms':>9}{'articles/s':>12}", end="")
        print(f"{'ms again':>10}{'again/s':>10}{'kept bytes':>12}")
        costs = {}
        for name, plain_for_each in MIXES.items():
            write_archive(Path(folder) / name, options.articles, plain_for_each)
            costs[name] = cost = cost_of(Path(folder) / name)
            print(f"{name:22}{cost.findings:8.1f}{cost.read * 1000:9.1f}{1 / cost.read:12.1f}", end="")
            print(f"{cost.again * 1000:10.2f}{1 / cost.again:10.0f}{cost.kept:12.0f}")
        print_news(costs["no treaty"], costs["one sentence in 15"])
        measured = whole(Path(folder), Path(folder) / ".state", options.workers)
        print_whole(measured, len(MIXES) * options.articles, options.workers)


def print_news(plain: Cost, treaties: Cost) -> None:
    """A mix as a general newspaper may have it."""
    mean = (1 - NEWS_SHARE) * plain.read + NEWS_SHARE * treaties.read
    print(f"\na general newspaper, {NEWS_SHARE:.0%} of whose articles speak of treaties in one sentence of 15:")
    hours = mean * 1e6 / 3600
    print(f"{mean * 1000:.1f} ms, {1 / mean:.0f} articles/s on a processor, {hours:.1f} hours of one for a million")


def print_whole(measured: Whole, articles: int, workers: int) -> None:
    print(f"\na whole audit of all {articles} with {workers} worker processes:")
    told = {
        "first": f"{measured.first:.1f} s, {articles / measured.first:.1f} articles/s",
        "second, nothing new": f"{measured.second:.1f} s, {articles / measured.second:.0f} objects/s",
        "state": f"{measured.state / articles:,.0f} bytes an article",
        "most memory": f"parent {measured.parent / 1024:.0f} MB, worker {measured.worker / 1024:.0f} MB",
    }
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
