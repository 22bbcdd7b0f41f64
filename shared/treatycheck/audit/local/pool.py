"""Worker processes that may die: each has a pipe of its own, and is replaced."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from types import TracebackType
from typing import Generic, TypeVar

from treatycheck.audit.local.tasks import Answer, Task
from treatycheck.audit.local.worker import Setup, work

Job = TypeVar("Job")
_PATIENCE = 5.0


class Died(Exception):
    """A worker process ended in the middle of a task."""


@dataclass(slots=True)
class _Hand(Generic[Job]):
    """A process and the job that it does."""

    process: SpawnProcess
    pipe: Connection
    job: Job | None = None


class Pool(Generic[Job]):
    """So many workers. A job is whatever the caller knows a task by.

    A process is started when it is first needed: spawned, so that it shares no files, threads or locks with its parent.
    """

    def __init__(self, workers: int, setup: Setup) -> None:
        self._workers = workers
        self._setup = setup
        self._context: SpawnContext = multiprocessing.get_context("spawn")
        self._hands: list[_Hand[Job]] = []

    def __enter__(self) -> Pool[Job]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hand in self._hands:
            hand.pipe.close()
            if error is not None:
                hand.process.terminate()
        for hand in self._hands:
            hand.process.join(_PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()
        self._hands.clear()

    @property
    def busy(self) -> int:
        """How many workers have a job."""
        return sum(hand.job is not None for hand in self._hands)

    @property
    def is_full(self) -> bool:
        return self.busy == self._workers

    def give(self, job: Job, task: Task) -> None:
        """Gives a task to an idle worker; there must be one."""
        hand = next((hand for hand in self._hands if hand.job is None), None) or self._hire()
        try:
            hand.pipe.send(task)
        except OSError:
            # it died idle, which is no task's fault
            self._dismiss(hand)
            hand = self._hire()
            hand.pipe.send(task)
        hand.job = job

    def answers(self, seconds: float) -> Iterator[tuple[Job, Answer | Died | None]]:
        """What has come in, waiting so long for the first: answers, None where a job is done, Died where it is not."""
        working = {hand.pipe: hand for hand in self._hands if hand.job is not None}
        for pipe in wait(list(working), seconds):
            hand = working[pipe]  # type: ignore[index]
            job = hand.job
            assert job is not None
            try:
                answer: Answer | None = hand.pipe.recv()
            except (EOFError, OSError, ValueError):
                self._dismiss(hand)
                yield job, Died()
                continue
            if answer is None:
                hand.job = None
            yield job, answer

    def _hire(self) -> _Hand[Job]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._setup), daemon=True)
        with _interrupts_ignored():
            process.start()
        theirs.close()
        hand: _Hand[Job] = _Hand(process, ours)
        self._hands.append(hand)
        return hand

    def _dismiss(self, hand: _Hand[Job]) -> None:
        self._hands.remove(hand)
        hand.pipe.close()
        hand.process.kill()
        hand.process.join()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """A process that is started here never takes Ctrl-C, not even while it imports."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
