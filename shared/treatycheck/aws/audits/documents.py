"""The documents of one object: read, judged, and kept with their states."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from treatycheck.audit.archive import Settings
from treatycheck.audit.article import PASSING, Article, Failure, Problem
from treatycheck.audit.fact_digests import FactDigests, Judgement
from treatycheck.audit.judging import JudgedArticle, judge_again, judge_article
from treatycheck.audit.kept import KeptDocument, departed, settled
from treatycheck.audit.reading.read import read_articles
from treatycheck.audit.report.content import failure_to_dict
from treatycheck.audit.states import unchanged
from treatycheck.aws.audits.fetching import Fetched
from treatycheck.aws.audits.layout import object_name, part_name
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.parts import Held, StoredDocument
from treatycheck.aws.publishing import Outpaced
from treatycheck.errors import StoreUnavailable
from treatycheck.facts.store import FactStore

_LONGEST_DETAIL = 500


@dataclass(slots=True)
class Outcome:
    """What reading an object gave: how many documents, the failures, and the day that undated ones were judged for.
    It is `passing` where a failure is one that the next audit tries again.
    """

    documents: int = 0
    day: str = ""
    passing: bool = False
    failures: dict[str, str] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)

    def add(self, article: Article, today: date) -> None:
        """One more document."""
        self.documents += 1
        self.day = self.day or day_of(article, today)


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of the object `key` in the audit with the number `audit`; `pause` may raise to stop. `is_deadly`
    tells of the name of a part whether workers died of it, and `lived` is told that this one did not.
    """

    store: ObjectStore
    facts: FactStore
    digests: FactDigests
    today: date
    key: str
    reading: str
    audit: int
    pause: Callable[[], None] = lambda: None
    is_deadly: Callable[[str], bool] = lambda _name: False
    lived: Callable[[str], None] = lambda _name: None

    @property
    def name(self) -> str:
        return object_name(self.key)

    def read(self, held: Held, found: Fetched, settings: Settings) -> Outcome:
        """Brings what is kept in step with the object's content. Raises Outpaced, StoreUnavailable."""
        outcome = Outcome()
        for position, item in enumerate(read_articles(self.key, found.body, settings, size=found.size)):
            self.pause()
            failure = item if isinstance(item, Failure) else self._article(item, position, held, outcome)
            if failure is not None:
                outcome.failures[part_name(failure.part)] = failure_to_json(self.key, failure)
                outcome.passing |= failure.problem in PASSING
        # what could not be reached, or read, this time is not gone
        if part_name("") not in outcome.failures or part_name("") in outcome.parts:
            self._depart(held, outcome)
        return outcome

    def judge_again(self, held: Held) -> tuple[str, int]:
        """Judges documents from what is kept of them, where facts that they relied on, or the day, are others: the day
        that undated ones are judged for, if there are any, and how many were judged.

        Raises Outpaced, StoreUnavailable.
        """
        day, count = "", 0
        for before in held.documents.values():
            if before.kept.is_gone:
                continue
            self.pause()
            if not self._is_current(before, before.hash):
                judgement = self.digests.judged(partial(judge_again, before.kept.claims, self.facts, self.today))
                self._keep(judgement, before.kept.position, before.hash, before)
                count += 1
            day = day or day_of(before.kept.article, self.today)
        return day, count

    def _article(self, article: Article, position: int, held: Held, outcome: Outcome) -> Failure | None:
        outcome.parts.add(part_name(article.part))
        before = held.documents.get(part_name(article.part))
        digest = article_hash(article)
        if before and self._is_current(before, digest):
            outcome.add(before.kept.article, self.today)
            return None
        name = part_name(article.part)
        if self.is_deadly(name):
            return Failure(article.part, Problem.CRASHED, "workers died again and again while they judged it")
        try:
            failure = self._anew(article, position, digest, before, outcome)
        except Exception:
            self.lived(name)
            raise
        self.lived(name)
        return failure

    def _anew(
        self, article: Article, position: int, digest: str, before: StoredDocument | None, outcome: Outcome
    ) -> Failure | None:
        """Judges an article and keeps it."""
        try:
            judgement = self.digests.judged(lambda: self._judged(article, before, digest))
        except (StoreUnavailable, Outpaced):
            raise
        except Exception as error:  # one article must not end the object
            return Failure(article.part, Problem.NOT_JUDGED, f"{type(error).__name__}")
        outcome.add(article, self.today)
        self._keep(judgement, position, digest, before)
        return None

    def _judged(self, article: Article, before: StoredDocument | None, digest: str) -> JudgedArticle:
        """The article judged: from what is kept, if its text was read before in the same way."""
        if before and not before.kept.is_gone and (before.hash, before.reading) == (digest, self.reading):
            return judge_again(before.kept.claims, self.facts, self.today)
        return judge_article(article, self.facts, self.today)

    def _keep(self, judgement: Judgement, position: int, digest: str, before: StoredDocument | None) -> None:
        judged, reference, facts = judgement
        kept = settled(judged, before.kept if before else None, key=self.key, position=position, audit=self.audit)
        document = StoredDocument(kept, digest, self.reading, reference, facts)
        if before is None or differs(document, before):
            self.store.put_document(self.name, document, before)

    def _depart(self, held: Held, outcome: Outcome) -> None:
        for name, before in held.documents.items():
            if name in outcome.parts or name in outcome.failures:
                continue
            depart(self.store, self.name, before, self.audit)

    def _is_current(self, before: StoredDocument, digest: str) -> bool:
        """Whether a document is kept as it would be judged now."""
        if (digest, self.reading) != (before.hash, before.reading) or before.kept.is_gone:
            return False
        return not before.kept.is_stale(self.today) and self._relied_on_the_same(before)

    def _relied_on_the_same(self, before: StoredDocument) -> bool:
        same = before.reference == self.facts.reference().version
        return same or before.facts == self.digests.of(before.kept.reliance)


def day_of(article: Article, today: date) -> str:
    """The day that an article without a date of its own is judged for."""
    return "" if article.document.published else today.isoformat()


def depart(store: ObjectStore, name: str, before: StoredDocument, audit: int) -> KeptDocument | None:
    """Keeps of a document that is there no more what was refuted in it, as fixed in the audit of this number.

    Raises Outpaced, StoreUnavailable.
    """
    gone = departed(before.kept, audit)
    if gone is None:
        store.delete_document(name, before)
    elif gone != before.kept:
        store.put_document(name, StoredDocument(gone, "", before.reading, "", ""), before)
    return gone


def differs(document: StoredDocument, before: StoredDocument) -> bool:
    """Whether anything is to be written: states that come of themselves with the next audit are not."""
    new, old = document.kept, before.kept
    findings = old.findings if old.audit == new.audit else unchanged(old.findings)
    return (document.hash, document.reading, document.facts, new.reliance, new.claims, new.findings, new.as_of) != (
        before.hash,
        before.reading,
        before.facts,
        old.reliance,
        old.claims,
        findings,
        old.as_of,
    )


def article_hash(article: Article) -> str:
    """16 hexadecimal digits for what an article's claims and verdicts come of."""
    document = article.document
    days = (document.published, document.published_from)
    told = (*map(str, days), article.date_source.value, document.format.value, document.url, document.title)
    digest = hashlib.sha256(json.dumps(told).encode())
    digest.update(document.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def failure_to_json(key: str, failure: Failure) -> str:
    """A failure as it is kept and reported."""
    return json.dumps(failure_to_dict(key, replace(failure, detail=failure.detail[:_LONGEST_DETAIL])))


def failures_of(failures: Iterable[Failure], key: str) -> dict[str, str]:
    """Failures of an object as they are kept, by the names of their parts."""
    return {part_name(failure.part): failure_to_json(key, failure) for failure in failures}
