"""Audits in this process: the runner with a stand-in for its worker processes, which may die on purpose."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from treatycheck.audit.archive import Archive, Settings
from treatycheck.audit.article import Article, Failure
from treatycheck.audit.finding import DocumentFindings
from treatycheck.audit.judging import JudgedArticle, judge_article
from treatycheck.audit.local import runner, worker
from treatycheck.audit.local.folders import Folders
from treatycheck.audit.local.pool import Died
from treatycheck.audit.local.state import Counts, Run, State
from treatycheck.audit.local.tasks import Answer, Task
from treatycheck.audit.local.worker import LoadStore, Setup, Worker
from treatycheck.audit.versions import Groups, fact_groups
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import FactStore

TODAY = date(2026, 6, 1)
STORE = BundledFactStore.load()
Dies = Callable[[Task, Answer | None], bool]
WRONG = "The INF Treaty was signed on 8 December 1986."
RIGHT = "The INF Treaty was signed on 8 December 1987."
LATER = "The Kyoto Protocol was adopted on 11 December 1998."


def lines(*texts: str) -> str:
    return "".join(json.dumps({"id": f"s{n}", "text": text}) + "\n" for n, text in enumerate(texts))


def never(task: Task, answer: Answer | None) -> bool:
    return False


class PoolHere:
    """Answers tasks in this process, in turn; a worker dies before an answer where `dies` says so."""

    dies: Dies = staticmethod(never)

    def __init__(self, workers: int, setup: Setup) -> None:
        self._workers = workers
        self._worker = Worker(setup.load_store(), setup.settings, setup.today)
        self._running: list[tuple[Task, Iterator[Answer]]] = []

    def __enter__(self) -> PoolHere:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._running.clear()

    @property
    def busy(self) -> int:
        return len(self._running)

    @property
    def is_full(self) -> bool:
        return self.busy == self._workers

    def give(self, job: Task, task: Task) -> None:
        self._running.append((job, self._worker.answers(task)))

    def answers(self, seconds: float) -> Iterator[tuple[Task, Answer | Died | None]]:
        for entry in list(self._running):
            job, answers = entry
            answer = next(answers, None)
            if type(self).dies(job, answer):
                self._running.remove(entry)
                yield job, Died()
                continue
            if answer is None:
                self._running.remove(entry)
            yield job, answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an audit found: all but its number and counts is compared between runs."""

    documents: list[DocumentFindings]
    failures: list[tuple[str, Failure]]
    counts: Counts = field(compare=False)
    run: Run = field(compare=False)

    def refuted(self, state: str | None = None) -> list[str]:
        return [
            finding.passage.marked
            for document in self.documents
            for finding in document.findings
            if finding.label == "refuted" and state in {None, finding.state.value}
        ]


@dataclass(slots=True)
class Auditor:
    """Audits a folder into a state, as often as it is asked."""

    folder: Path
    state: Path

    def __call__(
        self,
        *,
        store: LoadStore = lambda: STORE,
        today: date = TODAY,
        workers: int = 2,
        resume: bool = False,
        settings: Settings = Settings(),  # noqa: B008  frozen
        archive: Archive | None = None,
    ) -> Outcome:
        with closing(State(str(self.state))) as state:
            request: dict[str, Any] = {"paths": [str(self.folder)]}
            reference = store().reference().version
            run = state.resume(reference) if resume else state.begin(today, request, reference)
            setup = Setup(store, settings, run.today)
            runner.Runner(state, run, archive or Folders([str(self.folder)]), setup, workers).audit()
            return outcome_of(state, run)


def outcome_of(state: State, run: Run) -> Outcome:
    """What the report of an audit would show."""
    return Outcome(list(state.found(run)), list(state.failures(run)), state.counts(run), run)


_judged: dict[tuple[object, ...], JudgedArticle] = {}


def judged_once(article: Article, store: FactStore, today: date) -> JudgedArticle:
    """As `judge_article`, but the same article only once in all tests."""
    key = (article, store.reference().version, today)
    if key not in _judged:
        _judged[key] = judge_article(article, store, today)
    return _judged[key]


_grouped: dict[str, Groups] = {}


def grouped_once(store: FactStore) -> Groups:
    """As `fact_groups`, but once for each version."""
    version = store.reference().version
    if version not in _grouped:
        _grouped[version] = fact_groups(store)
    return _grouped[version]


@pytest.fixture
def auditor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Auditor:
    """An auditor of an empty folder, all in this process."""
    folder = tmp_path / "archive"
    folder.mkdir()
    monkeypatch.setattr(PoolHere, "dies", staticmethod(never))
    monkeypatch.setattr(runner, "Pool", _Generic)
    monkeypatch.setattr(worker, "judge_article", judged_once)
    monkeypatch.setattr(runner, "fact_groups", grouped_once)
    return Auditor(folder, tmp_path / "state.sqlite")


class _Generic:
    """`Pool[Task]` as the runner writes it."""

    def __class_getitem__(cls, item: object) -> type[PoolHere]:
        return PoolHere
