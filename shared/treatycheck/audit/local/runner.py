"""Runs an audit on this machine: one parent that keeps, workers that read and judge; may end at any moment."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from treatycheck.audit.archive import Archive, ArchiveObject
from treatycheck.audit.article import Failure, Problem
from treatycheck.audit.judging import JudgedArticle
from treatycheck.audit.local.objects import Objects
from treatycheck.audit.local.pool import Died, Pool
from treatycheck.audit.local.progress import Progress, Watch, unwatched
from treatycheck.audit.local.state import Run, State
from treatycheck.audit.local.tasks import Again, Answer, Chunk, JudgeTask, ReadTask, Same, Starting, Task
from treatycheck.audit.local.worker import Setup
from treatycheck.audit.versions import fact_groups, reading_version

_COMMIT_SECONDS, _PATIENCE = 0.5, 0.2
_SLICED_FROM = 1_000_000
_STALE_AT_ONCE = 25
# a worker that dies at the same article so often in a row, the last times alone, will always die there
_MOST_DEATHS = 2
_DIED = "the worker process died, again when alone"


@dataclass(slots=True)
class Runner:
    """One run. `watch` is told of progress now and then."""

    state: State
    run: Run
    archive: Archive
    setup: Setup
    workers: int
    watch: Watch = unwatched
    progress: Progress = field(default_factory=Progress)
    waiting: dict[int, int] = field(default_factory=dict)
    careful: deque[Task] = field(default_factory=deque)
    started: dict[int, Starting] = field(default_factory=dict)
    deaths: dict[tuple[int, ...], int] = field(default_factory=dict)
    committed: float = 0.0

    def audit(self) -> None:
        """Runs to the end. Whatever ends it before, the state is whole. Raises StateUnavailable, OSError."""
        database = self.state.database
        try:
            store = self.setup.load_store()
            reference = store.reference()
            objects = self.state.objects(self.run, reading_version(self.setup.settings, reference.names))
            with database.transaction():
                self.state.take_reference(reference.version, lambda: fact_groups(store))
                objects.documents.take_day(self.run.today)
            self._count_archive()
            with Pool[Task](self.workers, self.setup) as pool:
                self._feed(pool, objects, self._read_tasks(objects))
                self._feed_carefully(pool, objects)
                self._feed(pool, objects, self._judge_tasks(objects))
                self._feed_carefully(pool, objects)
            with database.transaction():
                objects.miss(self.archive.covers)
                self.state.finish(self.run)
        finally:
            database.rollback()

    def _count_archive(self) -> None:
        for item in self.archive.objects():
            self.progress.objects += 1
            self.progress.bytes += item.size
        self.watch(self.progress)

    def _read_tasks(self, objects: Objects) -> Iterator[Task]:
        for item in self.archive.objects():
            tasks = objects.examine(item, self.workers if item.size >= _SLICED_FROM else 1)
            self._commit_in_time()
            if not tasks:
                self._done(item)
                continue
            self.waiting[tasks[0].object_id] = len(tasks)
            yield from tasks

    def _judge_tasks(self, objects: Objects) -> Iterator[Task]:
        last = 0
        while documents := objects.documents.stale(last, _STALE_AT_ONCE):
            last = documents[-1][0]
            yield JudgeTask(documents)

    def _feed(self, pool: Pool[Task], objects: Objects, tasks: Iterator[Task]) -> None:
        """Keeps the workers busy until there are no more tasks, and all are answered."""
        database = self.state.database
        database.begin()
        task: Task | None = next(tasks, None)
        while task is not None or pool.busy:
            while task is not None and not pool.is_full:
                pool.give(task, task)
                task = next(tasks, None)
            for job, answer in pool.answers(_PATIENCE):
                self._take(objects, job, answer)
            self._commit_in_time()
        database.commit()

    def _feed_carefully(self, pool: Pool[Task], objects: Objects) -> None:
        """The tasks at which a worker died, one at a time with nothing beside them."""
        while self.careful:
            self._feed(pool, objects, iter([self.careful.popleft()]))

    def _take(self, objects: Objects, job: Task, answer: Answer | Died | None) -> None:
        if isinstance(job, ReadTask):
            self._take_reading(objects, job, answer)
        elif isinstance(answer, Again):
            for document_id, judged in answer.documents:
                if judged is None:
                    objects.documents.fail(document_id, "what is kept of it could not be judged again")
                else:
                    objects.documents.keep_again(document_id, judged)
                    self.progress.judged += 1
        elif isinstance(answer, Died):
            self._died_judging(objects, job)

    def _take_reading(self, objects: Objects, task: ReadTask, answer: Answer | Died | None) -> None:
        if isinstance(answer, Same):
            objects.same(task)
        elif isinstance(answer, Starting):
            self.started[task.object_id] = answer
        elif isinstance(answer, Chunk):
            self._take_chunk(objects, task, answer)
        elif isinstance(answer, Died):
            self._died_reading(objects, task)
        elif answer is None:
            self._end(objects, task)

    def _take_chunk(self, objects: Objects, task: ReadTask, chunk: Chunk) -> None:
        objects.begin(task, chunk.digest)
        for position, item in chunk.items:
            if isinstance(item, JudgedArticle):
                objects.documents.keep(task.object_id, task.object.key, position, item)
                self.progress.judged += 1
            else:
                objects.fail(task, position, item)
        objects.reach(task, chunk.reached, finished=chunk.finished)
        self.progress.read(task.object.key, task.object.size, chunk.share)

    def _end(self, objects: Objects, task: ReadTask) -> None:
        """A slice is done; the last one of an object ends it."""
        self.started.pop(task.object_id, None)
        self.waiting[task.object_id] -= 1
        if self.waiting[task.object_id]:
            return
        del self.waiting[task.object_id]
        if task.slices > 1 and not objects.is_complete(task):
            detail = "the object changed while it was read"
            objects.fail(task, -1, Failure("", Problem.UNREADABLE, detail))
            objects.abandon(task)
        self._done(task.object)

    def _died_reading(self, objects: Objects, task: ReadTask) -> None:
        """The task goes on where it was, alone; an article at which workers die is a failure, and passed over."""
        started = self.started.pop(task.object_id, Starting(-1, ""))
        place = (task.object_id, task.slice, started.position)
        self.deaths[place] = self.deaths.get(place, 0) + task.careful
        rest = objects.resumed(task)
        if self.deaths[place] >= _MOST_DEATHS:
            failure = Failure(started.part, Problem.CRASHED, _DIED)
            objects.begin(rest, rest.begun)
            objects.fail(rest, max(0, started.position), failure)
            if started.position < 0:
                objects.reach(rest, 0, finished=True)
                self._end(objects, rest)
                return
            objects.reach(rest, started.position + 1)
            rest = objects.resumed(task)
        self.careful.append(replace(rest, careful=True))

    def _died_judging(self, objects: Objects, task: JudgeTask) -> None:
        """One by one, alone; a document at which workers die is a failure, and read again in the next audit."""
        for document in task.documents:
            place = (document[0],)
            self.deaths[place] = self.deaths.get(place, 0) + (len(task.documents) == 1)
            if self.deaths[place] >= _MOST_DEATHS:
                objects.documents.fail(document[0], _DIED)
            else:
                self.careful.append(JudgeTask((document,)))

    def _done(self, item: ArchiveObject) -> None:
        self.progress.done(item.key, item.size)
        self.watch(self.progress)

    def _commit_in_time(self) -> None:
        """Commits now and then, and begins the next transaction."""
        now = time.monotonic()
        if now - self.committed >= _COMMIT_SECONDS:
            self.state.database.commit()
            self.committed = now
            self.watch(self.progress)
        self.state.database.begin()
