"""Worker processes that may die: each has a pipe of its own, and is replaced."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from types import TracebackType
from typing import Generic, TypeVar

from treatycheck.audit.local.tasks import Answer, ReadTask, Task
from treatycheck.audit.local.worker import Setup, work

Job = TypeVar("Job")
_PATIENCE = 5.0
# of small tasks a worker has so many, while they are of so many bytes
_MOST_JOBS, _MOST_BYTES = 16, 64_000


class Died(Exception):
    """A worker process ended in the middle of a task."""


@dataclass(slots=True)
class _Hand(Generic[Job]):
    """A process, the jobs that it does one after the other, and the tasks of those that were not sent to it yet.

    Small tasks are sent and answered many at once, and the next lie ready: a message costs more than a short article.
    """

    process: SpawnProcess
    pipe: Connection
    jobs: deque[Job] = field(default_factory=deque)
    unsent: list[Task] = field(default_factory=list)
    weight: int = 0

    @property
    def has_room(self) -> bool:
        return not self.jobs or (len(self.jobs) < _MOST_JOBS and self.weight < _MOST_BYTES)

    def take(self, job: Job, task: Task) -> None:
        self.weight = (self.weight if self.jobs else 0) + _weight(task)
        self.jobs.append(job)
        self.unsent.append(task)

    def send(self) -> None:
        """Sends what was not sent. Raises OSError where the process is dead."""
        if self.unsent:
            self.pipe.send(self.unsent)
            self.unsent = []


def _weight(task: Task) -> int:
    """Bytes to read; what may take long has all that a process takes at once."""
    if isinstance(task, ReadTask) and task.slices == 1 and not task.careful:
        return task.object.size
    return _MOST_BYTES


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
        """How many jobs are not done."""
        return sum(len(hand.jobs) for hand in self._hands)

    @property
    def is_full(self) -> bool:
        return len(self._hands) == self._workers and not any(hand.has_room for hand in self._hands)

    def give(self, job: Job, task: Task) -> None:
        """Has a task done; the pool must not be full. It begins when answers are next asked for."""
        hand = min((hand for hand in self._hands if hand.has_room), key=lambda hand: len(hand.jobs), default=None)
        if hand is None or (hand.jobs and len(self._hands) < self._workers):
            hand = self._hire()
        hand.take(job, task)

    def answers(self, seconds: float) -> Iterator[tuple[Job, Answer | Died | None]]:
        """What has come in, waiting so long for the first: answers, None where a job is done, Died where it is not.

        A worker that dies leaves all of its jobs: which of them it died at it may not have told.
        """
        for hand in list(self._hands):
            self._send(hand)
        working = {hand.pipe: hand for hand in self._hands if hand.jobs}
        for pipe in wait(list(working), seconds):
            hand = working[pipe]  # type: ignore[index]
            try:
                answers: list[Answer | None] = hand.pipe.recv()
            except (EOFError, OSError, ValueError):
                self._dismiss(hand)
                yield from ((job, Died()) for job in hand.jobs)
                continue
            for answer in answers:
                yield (hand.jobs[0] if answer is not None else hand.jobs.popleft()), answer

    def _send(self, hand: _Hand[Job]) -> None:
        try:
            hand.send()
        except OSError:
            if len(hand.unsent) < len(hand.jobs):
                return  # its end is told when it is waited for
            # it died idle, which is no task's fault
            self._dismiss(hand)
            heir = self._hire()
            heir.jobs, heir.unsent, heir.weight = hand.jobs, hand.unsent, hand.weight
            heir.send()

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
