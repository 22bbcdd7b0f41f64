"""What is told of audits to whoever listens: EventBridge, and the subscribers of a topic."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from treatycheck.aws.audits.clients import EventsClient, TopicClient
from treatycheck.aws.audits.record import AuditRecord
from treatycheck.aws.batch_writes import waits
from treatycheck.aws.dynamodb import store_errors
from treatycheck.errors import StoreUnavailable

SOURCE = "treatycheck"
AUDIT_ENDED = "Audit Ended"
VERDICT_CHANGED = "Verdict Changed"
_ENTRIES_A_CALL = 10


@dataclass(frozen=True, slots=True)
class Notices:
    """Tells through the clients; where no bus or no topic is named, nobody is told."""

    events: Callable[[], EventsClient]
    topic: Callable[[], TopicClient]
    event_bus: str
    topic_arn: str
    sleep: Callable[[float], None]

    def ended(self, audit: AuditRecord) -> None:
        """Tells that an audit has ended, and how. Raises StoreUnavailable."""
        detail = {
            "audit": audit.id,
            "archive": audit.archive,
            "state": audit.state.value,
            "reason": audit.reason or None,
            "counts": audit.counts,
            "reports": audit.reports,
        }
        self.send(AUDIT_ENDED, [detail])
        if self.topic_arn:
            subject = f"Audit of {audit.archive}: {audit.state}"
            with store_errors("the notice could not be sent"):
                self.topic().publish(
                    TopicArn=self.topic_arn, Subject=subject[:100], Message=json.dumps(detail, indent=1)
                )

    def send(self, kind: str, details: Iterable[Any]) -> None:
        """Sends an event for each detail. Raises StoreUnavailable."""
        if not self.event_bus:
            return
        entries = [self._entry(kind, detail) for detail in details]
        for start in range(0, len(entries), _ENTRIES_A_CALL):
            self._put(entries[start : start + _ENTRIES_A_CALL])

    def _entry(self, kind: str, detail: Any) -> dict[str, str]:
        return {"Source": SOURCE, "DetailType": kind, "Detail": json.dumps(detail), "EventBusName": self.event_bus}

    def _put(self, entries: Sequence[dict[str, str]]) -> None:
        pending = list(entries)
        for wait in waits():
            with store_errors("events could not be sent"):
                answer = self.events().put_events(Entries=pending)
            results = zip(pending, answer["Entries"], strict=True)
            pending = [entry for entry, result in results if result.get("ErrorCode")]
            if not pending:
                return
            self.sleep(wait)
        raise StoreUnavailable(f"{len(pending)} events were not taken")
