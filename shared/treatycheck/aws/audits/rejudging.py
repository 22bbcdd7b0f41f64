"""Judges anew what relied on facts that changed, from what is kept of it, and tells whose verdict is another now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from treatycheck.audit.fact_digests import FactDigests
from treatycheck.audit.finding import Finding, finding_id
from treatycheck.audit.judging import judge_again
from treatycheck.audit.kept import KeptDocument, settled
from treatycheck.audit.reliance import ALL
from treatycheck.aws.audits.changes import ChangedFact, Changes
from treatycheck.aws.audits.errors import WorkerOutOfTime
from treatycheck.aws.audits.layout import INDEX_SHARDS, index_partition, text
from treatycheck.aws.audits.ledger import Ledger
from treatycheck.aws.audits.notices import VERDICT_CHANGED, Notices
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.parts import StoredDocument
from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.publishing import Outpaced
from treatycheck.aws.queries import paged
from treatycheck.aws.table import key_of
from treatycheck.errors import StoreUnavailable
from treatycheck.facts.store import FactStore

# a load changes more: then the next audit judges everything again, many batches at once
MOST_FACTS = 200
_TRIES = 10
# the relations whose facts changed, by treaty
Groups = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Rejudger:
    """Follows one table of facts; `facts` reads it anew each time."""

    changes: Changes
    facts: Callable[[], FactStore]
    ledger: Ledger
    store: Callable[[str], ObjectStore]
    notices: Notices
    today: date
    out_of_time: Callable[[], bool]

    def follow(self, records: Iterable[Mapping[str, Any]]) -> dict[str, int]:
        """How many facts were shown to have changed, documents judged again, verdicts others now.

        Raises WorkerOutOfTime, StoreUnavailable; the same records again go on from there.
        """
        shown = self.changes.shown(records)
        counts = {"facts": len(shown), "documents": 0, "verdicts": 0}
        if 0 < len(shown) <= MOST_FACTS:
            facts = self.facts()
            digests = FactDigests(facts)
            for archive, name, part in self._documents(groups_of(shown, facts)):
                if self.out_of_time():
                    raise WorkerOutOfTime("not all that relied on the facts was judged again in time")
                changed = Rejudgement(self, facts, digests, archive, name, part).done()
                counts["documents"] += changed is not None
                counts["verdicts"] += changed or 0
        self.changes.judged(shown)
        return counts

    def _documents(self, groups: Groups) -> Iterator[tuple[str, str, str]]:
        """Archive, object and part of each document that relied on facts of these groups, once."""
        seen: set[tuple[str, str, str]] = set()
        for treaty, relations in sorted(groups.items()):
            for shard in range(INDEX_SHARDS):
                for place in noted_places(self.changes.client, self.changes.audit_table, treaty, shard, relations):
                    if place not in seen:
                        seen.add(place)
                        yield place


@dataclass(frozen=True, slots=True)
class Rejudgement:
    """One document that is judged again."""

    rejudger: Rejudger
    facts: FactStore
    digests: FactDigests
    archive: str
    name: str
    part: str

    def done(self) -> int | None:
        """How many verdicts are others now; None where there was nothing to judge."""
        store = self.rejudger.store(self.archive)
        for _ in range(_TRIES):
            before = store.document(self.name, self.part)
            if before is None or before.kept.is_gone or before.reference == self.facts.reference().version:
                return None
            try:
                return self._judged(store, before)
            except Outpaced:
                continue
        raise StoreUnavailable("a document kept being written")

    def _judged(self, store: ObjectStore, before: StoredDocument) -> int:
        old = before.kept
        judge = partial(judge_again, old.claims, self.facts, self.rejudger.today)
        judged, reference, relied = self.digests.judged(judge)
        number = self.rejudger.ledger.head(self.archive).current
        kept = settled(judged, old, key=old.key, position=old.position, audit=number)
        changed = list(changed_verdicts(old, kept))
        told = {"archive": self.archive, "reference": reference}
        self.rejudger.notices.send(VERDICT_CHANGED, [told | detail for detail in changed])
        store.put_document(self.name, StoredDocument(kept, before.hash, before.reading, reference, relied), before)
        return len(changed)


def groups_of(changed: Iterable[ChangedFact], facts: FactStore) -> Groups:
    """The treaties and relations of changed facts, in all states that these ever had."""
    groups: dict[str, set[str]] = {}
    for fact_id in sorted({fact.fact_id for fact in changed}):
        relations = {revision.fact.relation for revision in facts.history(fact_id) if revision.fact}
        groups.setdefault(fact_id.partition("/")[0], set()).update(relations)
    return {treaty: frozenset(relations) for treaty, relations in groups.items()}


def noted_places(
    client: DynamoClient, table_name: str, treaty: str, shard: int, relations: frozenset[str]
) -> Iterator[tuple[str, str, str]]:
    """Where it is noted that a document relied on facts of these relations. Raises StoreUnavailable."""
    request = {
        "TableName": table_name,
        "KeyConditionExpression": "pk = :pk",
        "ExpressionAttributeValues": {":pk": text(index_partition(treaty, shard))},
    }
    with store_errors("the index of facts could not be read"):
        for item in paged(client.query, request):
            if {ALL, *relations} & set(item["relations"]["SS"]):
                archive, name, part = key_of(item)[1].split("#")
                yield archive, name, part


def changed_verdicts(old: KeptDocument, new: KeptDocument) -> Iterator[dict[str, Any]]:
    """What is told of each claim whose verdict is another now, or which is one only under the old or the new facts."""
    before = {finding.claim_id: finding for finding in old.findings if finding.state != "fixed"}
    after = {finding.claim_id: finding for finding in new.findings if finding.state != "fixed"}
    for claim_id in sorted(before.keys() | after.keys()):
        was, now = before.get(claim_id), after.get(claim_id)
        if (was and was.ruling) != (now and now.ruling):
            told = now or was
            assert told is not None
            yield {
                "id": finding_id(new.key, new.part, claim_id),
                "key": new.key,
                "part": new.part,
                "treaty": told.treaty,
                "relation": told.relation,
                "was": _ruling(was),
                "now": _ruling(now),
            }


def _ruling(finding: Finding | None) -> dict[str, str | None] | None:
    if finding is None:
        return None
    ruling = finding.ruling
    return {"label": ruling.label.value, "reason": ruling.reason.value, "correction": ruling.correction}
