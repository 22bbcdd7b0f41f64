"""Verifies a batch of objects: what is new or changed is read, the rest is judged from what is kept, or left.

An object is done when its head says so, and everything before that may be done again. So a batch may come twice, or
its worker die at any point: the next one goes on where it stopped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from treatycheck.audit.archive import Limits, Settings
from treatycheck.audit.article import Failure, Problem
from treatycheck.audit.fact_digests import FactDigests
from treatycheck.audit.versions import reading_version
from treatycheck.aws.audits.clients import S3Client
from treatycheck.aws.audits.documents import Documents, failures_of
from treatycheck.aws.audits.errors import WorkerOutOfTime
from treatycheck.aws.audits.fetching import Fetched, Missing, fetched
from treatycheck.aws.audits.layout import object_name
from treatycheck.aws.audits.listing import Listed, listed_of
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.parts import ObjectHead
from treatycheck.aws.audits.record import AuditRecord
from treatycheck.aws.publishing import Outpaced
from treatycheck.errors import StoreUnavailable, TreatycheckError
from treatycheck.facts.store import FactStore

# an object that so many workers died of fails; so does an article of it, before that, and the rest is read
MOST_DEATHS = 8
MOST_DEATHS_OF_ARTICLE = 3
DONE = "done before"
_TRIES = 10
# a function has two gigabytes for an object, and a quarter of an hour for a batch
LIMITS = Limits(object_bytes=1_800_000_000, expanded_bytes=20_000_000_000, articles=50_000)


@dataclass(frozen=True, slots=True)
class Worker:
    """Verifies objects of one archive for one audit, as of the day `today` where they have none of their own.

    `out_of_time` says whether to stop, so that the next attempt goes on.
    """

    audit: AuditRecord
    store: ObjectStore
    facts: FactStore
    digests: FactDigests
    s3: S3Client
    today: date
    out_of_time: Callable[[], bool] = lambda: False

    @property
    def settings(self) -> Settings:
        return Settings(limits=LIMITS, name_pattern=self.audit.name_pattern)

    def verify(self, items: Iterable[Any], attempt: int = 0) -> dict[str, int]:
        """How many objects were done in which way. Raises WorkerOutOfTime, StoreUnavailable."""
        listed = [listed_of(item, self.audit.source.kind) for item in items]
        objects = [one for one in listed if one is not None]
        heads = self.store.heads(one.key for one in objects)
        counts: Counter[str] = Counter()
        for one in objects:
            if self.out_of_time():
                raise WorkerOutOfTime("the batch was not finished in time")
            counts[self._object(one, heads, attempt)] += 1
        return dict(counts)

    def _object(self, listed: Listed, heads: Mapping[str, ObjectHead], attempt: int) -> str:
        head = heads.get(listed.key)
        for _ in range(_TRIES):
            visit = Visit(self, listed, head or ObjectHead(object_name(listed.key or listed.told), listed.key))
            try:
                return visit.done(attempt)
            except Outpaced:
                head = self.store.heads([listed.key]).get(listed.key)
        raise StoreUnavailable("an object kept being written by another worker")


@dataclass(frozen=True, slots=True)
class Visit:
    """One object, once. `head` is what is known of it."""

    worker: Worker
    listed: Listed
    head: ObjectHead

    def done(self, attempt: int) -> str:
        """How the object was done. Raises Outpaced, WorkerOutOfTime, StoreUnavailable."""
        head, listed = self.head, self.listed
        if not listed.key:
            return self._failed(Problem.MALFORMED, f"the list has a line without a Key: {listed.told[:200]}")
        same = listed.etag == head.etag != ""
        if same and head.seen == self.worker.audit.id:
            return DONE
        if same and head.hash and listed.size in {head.size, -1} and head.reading == self._reading:
            return self._kept(head)
        deaths = self.worker.store.died(self.worker.audit.id, head.name) if attempt else 0
        if deaths >= MOST_DEATHS:
            return self._failed(Problem.CRASHED, "workers died again and again while they read it")
        try:
            done = self._fetched(careful=deaths > 0)
        except (TreatycheckError, Outpaced):
            self._survived(attempt)
            raise
        self._survived(attempt)
        return done

    def _survived(self, attempt: int) -> None:
        if attempt:
            self.worker.store.survived(self.worker.audit.id, self.head.name)

    @property
    def _reading(self) -> str:
        return reading_version(self.worker.settings, self.worker.facts.reference().names)

    def _is_deadly(self, part: str) -> bool:
        """Whether workers died of an article; it counts that it is begun."""
        return self.worker.store.died(self.worker.audit.id, f"{self.head.name}#{part}") >= MOST_DEATHS_OF_ARTICLE

    def _lived(self, part: str) -> None:
        self.worker.store.survived(self.worker.audit.id, f"{self.head.name}#{part}")

    def _fetched(self, *, careful: bool) -> str:
        limit = self.worker.settings.limits.object_bytes
        try:
            with fetched(self.worker.s3, self.worker.audit.source.bucket, self.listed.key, limit) as found:
                if found.size > limit:
                    return self._failed(Problem.TOO_LARGE, f"has more than {limit:,} bytes")
                known = replace(self.head, etag=found.etag, size=found.size, hash=found.hash)
                if found.hash == self.head.hash and self.head.reading == self._reading:
                    return DONE if self.head.seen == self.worker.audit.id else self._kept(known)
                return self._read(known, found, careful=careful)
        except Missing as error:
            return self._failed(Problem.UNREADABLE, f"S3 says {error}")

    def _kept(self, head: ObjectHead) -> str:
        """An object whose content was read before: judged again only where the facts, or the day, are others."""
        reference = self.worker.facts.reference().version
        if head.reference == reference and head.day in {"", self.worker.today.isoformat()}:
            return self._seen(head, "unchanged")
        day, judged = self._documents().judge_again(self.worker.store.held(head.name))
        return self._seen(replace(head, reference=reference, day=day), "rejudged" if judged else "unchanged")

    def _read(self, head: ObjectHead, found: Fetched, *, careful: bool) -> str:
        reference, reading = self.worker.facts.reference().version, self._reading
        held = self.worker.store.held(head.name)
        documents = self._documents()
        if careful:
            documents = replace(documents, is_deadly=self._is_deadly, lived=self._lived)
        outcome = documents.read(held, found, self.worker.settings)
        self.worker.store.put_failures(head.name, held.failures, outcome.failures)
        told = replace(head, reading=reading, reference=reference, day=outcome.day, documents=outcome.documents)
        return self._seen(replace(told, reading="") if outcome.passing else told, "read")

    def _seen(self, head: ObjectHead, done: str) -> str:
        self.worker.store.put_head(replace(head, seen=self.worker.audit.id, done=done))
        return done

    def _documents(self) -> Documents:
        worker, key = self.worker, self.listed.key
        used = (worker.store, worker.facts, worker.digests, worker.today)
        return Documents(*used, key, self._reading, worker.audit.number, self._pause)

    def _pause(self) -> None:
        if self.worker.out_of_time():
            raise WorkerOutOfTime("an object was not finished in time")

    def _failed(self, problem: Problem, detail: str) -> str:
        key = self.listed.key or self.listed.told
        head = replace(self.head, key=key, etag=self.listed.etag)
        fail(self.worker.store, head, self.worker.audit.id, Failure("", problem, detail))
        return "failed"


def fail(store: ObjectStore, head: ObjectHead, audit_id: str, failure: Failure) -> None:
    """Notes an object as failed in an audit; what was found in it before stays, and the next audit tries it again.

    Raises Outpaced, StoreUnavailable.
    """
    store.put_failures(head.name, store.held(head.name).failures, failures_of([failure], head.key))
    store.put_head(replace(head, hash="", seen=audit_id, done="failed"))
