"""The parts of audits as they are put together in a deployed function, out of its environment."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache

from treatycheck.audit.fact_digests import FactDigests
from treatycheck.aws.audits.changes import Changes
from treatycheck.aws.audits.clients import events_client, s3_client, states_client, topic_client
from treatycheck.aws.audits.conducting import Conductor
from treatycheck.aws.audits.finishing import Finisher
from treatycheck.aws.audits.ledger import Ledger
from treatycheck.aws.audits.notices import Notices
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.paging import Pages
from treatycheck.aws.audits.record import AuditRecord
from treatycheck.aws.audits.rejudging import Rejudger
from treatycheck.aws.audits.worker import Worker
from treatycheck.aws.clock import now_in_utc, seconds_from_now, today_in_utc
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.dynamodb import DynamoClient, dynamodb_client
from treatycheck.aws.settings import AuditSettings, read_audit_settings, read_settings

# what is gone, and how often workers died, is kept so long
DAYS_KEPT = 400
# an article takes seconds at most; what is left when the time is up is the next attempt's
LEFT_MILLISECONDS = 30_000


class Deployment:
    """Makes each part when it is first asked for, and keeps it as long as the function is warm."""

    def __init__(self) -> None:
        self.settings: AuditSettings = read_audit_settings()
        self.dynamodb: DynamoClient = dynamodb_client()
        self.ledger = Ledger(self.dynamodb, self.settings.table_name)
        self.s3 = cache(s3_client)
        self.states = cache(states_client)
        self.events = cache(events_client)
        self.topic = cache(topic_client)
        self.facts = cache(self._facts)
        self.digests = cache(lambda: FactDigests(self.facts()))

    def conductor(self) -> Conductor:
        return Conductor(self.ledger, self.states, self.settings, now_in_utc)

    def store(self, archive: str) -> ObjectStore:
        """What is kept of an archive's objects."""
        return ObjectStore(self.dynamodb, self.settings.table_name, archive, seconds_from_now(DAYS_KEPT))

    def worker(self, audit: AuditRecord, out_of_time: Callable[[], bool]) -> Worker:
        """A worker for an audit, all of whose workers judge for the day on which it was begun."""
        used = (self.store(audit.archive), self.facts(), self.digests(), self.s3())
        return Worker(audit, *used, audit.day, out_of_time)

    def finisher(self) -> Finisher:
        return Finisher(self.ledger, self.store, self.s3(), self.settings, self.notices(), now_in_utc, self._reference)

    def rejudger(self, out_of_time: Callable[[], bool]) -> Rejudger:
        """What follows the table of facts."""
        table = read_settings().table_name
        changes = Changes(self.dynamodb, table, self.settings.table_name)
        now, notices = today_in_utc(), self.notices()
        return Rejudger(changes, self._fresh_facts, self.ledger, self.store, notices, now, out_of_time)

    def _fresh_facts(self) -> DynamoFactStore:
        return DynamoFactStore(self.dynamodb, read_settings().table_name)

    def pages(self) -> Pages:
        return Pages(self.s3(), self.settings.report_bucket)

    def notices(self) -> Notices:
        settings = self.settings
        return Notices(self.events, self.topic, settings.event_bus, settings.topic, time.sleep)

    def _reference(self) -> str:
        return self.facts().reference().version

    def _facts(self) -> DynamoFactStore:
        settings = read_settings()
        return DynamoFactStore(self.dynamodb, settings.table_name, settings.reference_seconds)


@cache
def deployment() -> Deployment:
    """The parts of this function. Raises BrokenSettings, StoreUnavailable."""
    return Deployment()
