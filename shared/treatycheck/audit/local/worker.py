"""A worker process: takes tasks from a pipe and answers them until the pipe is closed."""

from __future__ import annotations

import hashlib
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing.connection import Connection
from typing import BinaryIO

from treatycheck.audit.archive import Settings
from treatycheck.audit.article import Article, Failure, Problem
from treatycheck.audit.judging import JudgedArticle, judge_again, judge_article
from treatycheck.audit.local.tasks import Again, Answer, Chunk, JudgeTask, ReadTask, Same, Starting, Task
from treatycheck.audit.reading.read import read_articles
from treatycheck.collection import spare_what_is_loaded
from treatycheck.errors import StoreUnavailable
from treatycheck.facts.store import FactStore

_PIECE = 1 << 20
_MOST_ITEMS, _MOST_SECONDS = 50, 1.0
# half of what a worker has to do, so that it does the rest while the parent takes these
_MOST_ANSWERS, _LONGEST_KEPT = 16, 0.25
LoadStore = Callable[[], FactStore]


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker needs once: where facts come from, how to read, the day that undated articles are judged as of."""

    load_store: LoadStore
    settings: Settings
    today: date


def work(pipe: Connection, setup: Setup) -> None:
    """Answers tasks. Ctrl-C is the parent's to handle: the end of the pipe ends the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    worker = Worker(setup.load_store(), setup.settings, setup.today)
    spare_what_is_loaded()
    outbox = _Outbox(pipe)
    try:
        while True:
            for task in pipe.recv():
                outbox.send_all(worker.answers(task), isinstance(task, ReadTask) and task.careful)
            if not pipe.poll():
                outbox.flush()
    except (EOFError, OSError):
        return


@dataclass(slots=True)
class _Outbox:
    """Answers on their way to the parent: some at a time, but none is kept long."""

    pipe: Connection
    answers: list[Answer | None] = field(default_factory=list)
    since: float = 0.0

    def send_all(self, answers: Iterator[Answer], at_once: bool) -> None:
        """Sends the answers to a task, and that it is done."""
        for answer in answers:
            self._put(answer, at_once)
        self._put(None, at_once)

    def flush(self) -> None:
        """Sends what is here."""
        if self.answers:
            self.pipe.send(self.answers)
            self.answers = []

    def _put(self, answer: Answer | None, at_once: bool) -> None:
        now = time.monotonic()
        if not self.answers:
            self.since = now
        self.answers.append(answer)
        if at_once or len(self.answers) >= _MOST_ANSWERS or now - self.since >= _LONGEST_KEPT:
            self.flush()


@dataclass(slots=True)
class Worker:
    """Answers tasks by one store and day."""

    store: FactStore
    settings: Settings
    today: date

    def answers(self, task: Task) -> Iterator[Answer]:
        """The answers to a task. Raises StoreUnavailable."""
        if isinstance(task, JudgeTask):
            yield Again(tuple((number, self._again(claims)) for number, claims in task.documents))
        else:
            yield from self._read(task)

    def _read(self, task: ReadTask) -> Iterator[Answer]:
        try:
            with task.object.open() as raw:
                digest = _digest(raw) if task.object.size <= self.settings.limits.object_bytes else "too large"
                if digest == task.unchanged:
                    yield Same()
                    return
                raw.seek(0)
                yield from self._chunks(task, raw, digest)
        except OSError as error:
            failure = Failure("", Problem.UNREADABLE, error.strerror or type(error).__name__)
            yield Chunk("", ((0, failure),) if task.slice == 0 else (), 1, 1.0, finished=True)

    def _chunks(self, task: ReadTask, raw: BinaryIO, digest: str) -> Iterator[Answer]:
        skip = task.skip if digest == task.begun else 0
        chunk = _Collected(digest, task.object.size or 1, raw)
        if task.careful:
            yield chunk.take()
        for position, item in enumerate(self._found(task, raw)):
            if position >= skip and position % task.slices == task.slice:
                if task.careful:
                    yield Starting(position, item.part)
                chunk.items.append((position, self._judged(item) if isinstance(item, Article) else item))
            chunk.reached = position + 1
            if chunk.is_full or (task.careful and chunk.items):
                yield chunk.take()
        yield replace(chunk.take(), share=1.0, finished=True)

    def _found(self, task: ReadTask, raw: BinaryIO) -> Iterator[Article | Failure]:
        try:
            yield from read_articles(task.object.key, raw, self.settings, size=task.object.size)
        except OSError as error:
            yield Failure("", Problem.UNREADABLE, error.strerror or type(error).__name__)
        except ModuleNotFoundError as error:
            detail = f"{error.name} is not installed: pip install 'treatycheck[audit]'"
            yield Failure("", Problem.UNREADABLE, detail)
        except Exception as error:  # one object must not end the audit
            yield Failure("", Problem.UNREADABLE, f"the reader failed: {type(error).__name__}")

    def _judged(self, article: Article) -> JudgedArticle | Failure:
        try:
            judged = judge_article(article, self.store, self.today)
        except StoreUnavailable:
            raise
        except Exception as error:  # one article must not end the audit
            return Failure(article.part, Problem.NOT_JUDGED, type(error).__name__)
        return replace(judged, article=replace(article, document=article.document._replace(text="")))

    def _again(self, claims: bytes) -> JudgedArticle | None:
        try:
            return judge_again(claims, self.store, self.today)
        except StoreUnavailable:
            raise
        except Exception:  # the document is read again instead
            return None


@dataclass(slots=True)
class _Collected:
    """What was judged since the last chunk was sent."""

    digest: str
    size: int
    raw: BinaryIO
    items: list[tuple[int, JudgedArticle | Failure]] = field(default_factory=list)
    reached: int = 0
    since: float = field(default_factory=time.monotonic)

    @property
    def is_full(self) -> bool:
        return len(self.items) >= _MOST_ITEMS or time.monotonic() - self.since > _MOST_SECONDS

    def take(self) -> Chunk:
        share = min(1.0, self.raw.tell() / self.size)
        chunk = Chunk(self.digest, tuple(self.items), self.reached, share)
        self.items, self.since = [], time.monotonic()
        return chunk


def _digest(raw: BinaryIO) -> str:
    digest = hashlib.sha256()
    while piece := raw.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()
