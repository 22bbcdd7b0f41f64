"""Ends an audit: sums up, writes the reports, and tells of it; after a crash at any point, goes on from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from treatycheck.aws.audits.clients import S3Client
from treatycheck.aws.audits.errors import AuditEnded, UnknownAudit
from treatycheck.aws.audits.ledger import Ledger
from treatycheck.aws.audits.notices import Notices
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.record import AuditRecord, AuditState, audit_id_of
from treatycheck.aws.audits.reporting import write_reports
from treatycheck.aws.audits.results import note_failed_batches
from treatycheck.aws.audits.summing import audited_objects
from treatycheck.aws.settings import AuditSettings

# how Step Functions says that an execution did not succeed
_ENDED = {"ABORTED": AuditState.CANCELLED, "FAILED": AuditState.FAILED, "TIMED_OUT": AuditState.FAILED}
_REASONS = {"ABORTED": "the execution was stopped", "FAILED": "the execution failed", "TIMED_OUT": "out of time"}


@dataclass(frozen=True, slots=True)
class Finisher:
    """Ends the audits of one deployment; `now` gives ISO times, `reference` the version of the facts."""

    ledger: Ledger
    store: Callable[[str], ObjectStore]
    s3: S3Client
    settings: AuditSettings
    notices: Notices
    now: Callable[[], str]
    reference: Callable[[], str]

    def finish(self, audit_id: str, state: AuditState, reason: str = "") -> AuditRecord:
        """Ends an audit in this state, unless it has ended in another or is running again; tells of it once.

        Raises UnknownAudit, StoreUnavailable.
        """
        audit = self.ledger.audit(audit_id)
        if audit.state is AuditState.RUNNING:
            audit = self._settled(audit, state, reason)
        if audit.state is not state:
            return audit
        try:
            if not audit.reports:
                summed = self._summed(audit, whole=False)
                found = {"counts": summed.counts, "reports": summed.reports, "places": summed.places}
                audit = self.ledger.complete(audit.id, **found)
            if not audit.told:
                self.notices.ended(audit)
                audit = self.ledger.complete(audit.id, told=True)
        except AuditEnded:  # it was resumed meanwhile
            return self.ledger.audit(audit_id)
        return audit

    def _settled(self, audit: AuditRecord, state: AuditState, reason: str) -> AuditRecord:
        if state is AuditState.SUCCEEDED:
            self.ledger.summing(audit)
            note_failed_batches(self.s3, self.settings.report_bucket, self.store(audit.archive), audit)
            audit = self._summed(audit, whole=True)
        self.ledger.settle(audit, state, self.now(), reason)
        return self.ledger.audit(audit.id)

    def _summed(self, audit: AuditRecord, *, whole: bool) -> AuditRecord:
        objects = audited_objects(self.store(audit.archive), audit, whole=whole)
        counts, reports, places = write_reports(audit, objects, self.s3, self.settings.report_bucket, self.reference())
        return replace(audit, counts=counts, reports=reports, places=places)


def finish(finisher: Finisher, event: Mapping[str, Any]) -> dict[str, Any]:
    """What the state machine's last state does, and what is done of an execution that did not get there.

    `event` names an audit that succeeded, or is EventBridge's of an execution that ended otherwise.
    """
    if "detail" not in event:
        audit = finisher.finish(event["audit"], AuditState.SUCCEEDED)
        return {"audit": audit.id, "state": audit.state.value, "counts": audit.counts, "reports": audit.reports}
    detail = event["detail"]
    try:
        audit = finisher.ledger.audit(audit_of_execution(detail))
    except UnknownAudit:  # it never began
        return {}
    if audit.executions and audit.executions[-1] != detail["executionArn"]:
        return {}
    status = detail["status"]
    audit = finisher.finish(audit.id, _ENDED[status], _REASONS[status])
    return {"audit": audit.id, "state": audit.state.value}


def audit_of_execution(detail: Mapping[str, Any]) -> str:
    """The id of the audit that an execution was for, by its name and its start in milliseconds since 1970."""
    started = datetime.fromtimestamp(detail["startDate"] / 1000, UTC)
    return audit_id_of(detail["name"], started.isoformat())
