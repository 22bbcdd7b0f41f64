"""The ledger of audits: one at a time runs over an archive, and each ends once.

Every change is one transaction of the audit and its archive's head, conditional on what was read; who comes second,
or twice, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from treatycheck.aws.audits.errors import AuditEnded, AuditRunning, UnknownAudit
from treatycheck.aws.audits.layout import AUDITS, archive_key, audit_key, number, number_of, text, text_of
from treatycheck.aws.audits.record import AuditRecord, AuditState, audit_of
from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.publishing import Outpaced, outpaced
from treatycheck.aws.table import Item, Key, key_to_item

_UNREADABLE = "the table of audits could not be read or written"
_ABSENT = "attribute_not_exists(pk)"


@dataclass(frozen=True, slots=True)
class ArchiveHead:
    """How many audits of an archive succeeded, and the one that is running, if any.

    While it is `summing`, what changes belongs to the audit after it.
    """

    number: int = 0
    running: str = ""
    summing: bool = False

    @property
    def current(self) -> int:
        """The number of the audit that a change made now will be reported by."""
        return self.number + (2 if self.summing else 1)


class Ledger:
    """The audits of one table."""

    def __init__(self, client: DynamoClient, table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def head(self, archive: str) -> ArchiveHead:
        """Raises StoreUnavailable."""
        item = self._item(archive_key(archive))
        return ArchiveHead(number_of(item, "number"), text_of(item, "running"), bool(number_of(item, "summing")))

    def audit(self, audit_id: str) -> AuditRecord:
        """Raises UnknownAudit, StoreUnavailable."""
        item = self._item(audit_key(audit_id))
        if not item:
            raise UnknownAudit(f"no audit has the id {audit_id!r}")
        return audit_of(item)

    def page(self, limit: int, before: str = "") -> list[AuditRecord]:
        """Up to `limit` audits, the latest first, started before `before` (an id). Raises StoreUnavailable."""
        condition, values = "pk = :pk", {":pk": text(AUDITS)}
        if before:
            condition, values = f"{condition} AND sk < :before", {**values, ":before": text(before)}
        request = {"KeyConditionExpression": condition, "ExpressionAttributeValues": values, "Limit": limit}
        with store_errors(_UNREADABLE):
            answer = self._client.query(TableName=self._table_name, ScanIndexForward=False, **request)
        return [audit_of(item) for item in answer["Items"]]

    def begin(self, audit: AuditRecord) -> AuditRecord:
        """Enters an audit, if its archive has none that is running. The same again gives what was entered.

        Raises AuditRunning, StoreUnavailable.
        """
        head = self.head(audit.archive)
        if head.running == audit.id:
            return self.audit(audit.id)
        if head.running:
            raise AuditRunning(f"the archive is being audited by {head.running}")
        entered = replace(audit, number=head.number + 1)
        put = {"Item": entered.to_item(), "ConditionExpression": _ABSENT}
        try:
            self._write([{"Put": put}, {"Update": self._taken(entered, head)}])
        except Outpaced:
            raise AuditRunning("another audit of the archive has just begun") from None
        return entered

    def resume(self, audit_id: str) -> AuditRecord:
        """Has an audit that failed or was cancelled run again.

        Raises UnknownAudit, AuditEnded, AuditRunning, StoreUnavailable.
        """
        audit = self.audit(audit_id)
        if audit.state not in {AuditState.FAILED, AuditState.CANCELLED}:
            raise AuditEnded(f"the audit is {audit.state}; only one that failed or was cancelled is resumed")
        head = self.head(audit.archive)
        if head.running:
            raise AuditRunning(f"the archive is being audited by {head.running}")
        running = replace(audit, state=AuditState.RUNNING, number=head.number + 1, ended="", reason="")
        running = replace(running, counts={}, reports={}, places={}, told=False)
        try:
            self._write([{"Put": self._over(running, audit)}, {"Update": self._taken(running, head)}])
        except Outpaced:
            raise AuditRunning("the audit, or another of the archive, has just begun") from None
        return running

    def executed(self, audit_id: str, execution: str) -> AuditRecord:
        """The audit with the ARN of the execution that runs it. Raises UnknownAudit, AuditEnded, StoreUnavailable."""

        def change(audit: AuditRecord) -> AuditRecord:
            if audit.state is not AuditState.RUNNING:
                raise AuditEnded(f"the audit is {audit.state}")
            known = execution in audit.executions
            return audit if known else replace(audit, executions=(*audit.executions, execution))

        return self._changed(audit_id, change)

    def summing(self, audit: AuditRecord) -> None:
        """Notes that the audit is being summed up. Raises StoreUnavailable."""
        update = {
            "Key": key_to_item(archive_key(audit.archive)),
            "UpdateExpression": "SET summing = :one",
            "ConditionExpression": "running = :id",
            "ExpressionAttributeValues": {":one": number(1), ":id": text(audit.id)},
        }
        try:
            self._write([{"Update": update}])
        except Outpaced:
            raise AuditEnded("the audit is not running any more") from None

    def settle(self, audit: AuditRecord, state: AuditState, at: str, reason: str = "") -> bool:
        """Ends a running audit, with its counts and reports; says whether it was running till now.

        Raises StoreUnavailable.
        """
        final = replace(audit, state=state, ended=at, reason=reason)
        release: dict[str, Any] = {
            "Key": key_to_item(archive_key(audit.archive)),
            "UpdateExpression": "SET #n = :n REMOVE running, summing",
            "ConditionExpression": "running = :id",
            "ExpressionAttributeNames": {"#n": "number"},
        }
        reached = audit.number if state is AuditState.SUCCEEDED else audit.number - 1
        release["ExpressionAttributeValues"] = {":n": number(reached), ":id": text(audit.id)}
        try:
            self._write([{"Put": self._over(final, audit)}, {"Update": release}])
        except Outpaced:
            return False
        return True

    def complete(self, audit_id: str, **told: Any) -> AuditRecord:
        """An audit that has ended, with what is only known afterwards: its counts and reports, that its end was told.

        Raises UnknownAudit, AuditEnded where it is running again, StoreUnavailable.
        """

        def change(audit: AuditRecord) -> AuditRecord:
            if audit.state is AuditState.RUNNING:
                raise AuditEnded("the audit is running again")
            return replace(audit, **told)

        return self._changed(audit_id, change)

    def _changed(self, audit_id: str, change: Callable[[AuditRecord], AuditRecord]) -> AuditRecord:
        audit = self.audit(audit_id)
        changed = change(audit)
        if changed != audit:
            try:
                self._write([{"Put": self._over(changed, audit)}])
            except Outpaced:
                raise AuditEnded("the audit was changed meanwhile; try again") from None
        return changed

    def _over(self, audit: AuditRecord, read: AuditRecord) -> dict[str, Any]:
        """A put in place of the audit as it was read."""
        return {
            "Item": audit.to_item(),
            "ConditionExpression": "#state = :state AND runs = :runs",
            "ExpressionAttributeNames": {"#state": "state"},
            "ExpressionAttributeValues": {":state": text(read.state.value), ":runs": number(len(read.executions))},
        }

    def _taken(self, audit: AuditRecord, head: ArchiveHead) -> dict[str, Any]:
        """An update that makes the audit the archive's running one, if nothing happened since the head was read."""
        same = "#n = :n" if head.number else "attribute_not_exists(#n) OR #n = :n"
        return {
            "Key": key_to_item(archive_key(audit.archive)),
            "UpdateExpression": "SET running = :id, #n = :n",
            "ConditionExpression": f"attribute_not_exists(running) AND ({same})",
            "ExpressionAttributeNames": {"#n": "number"},
            "ExpressionAttributeValues": {":id": text(audit.id), ":n": number(head.number)},
        }

    def _item(self, key: Key) -> Item:
        with store_errors(_UNREADABLE):
            answer = self._client.get_item(TableName=self._table_name, Key=key_to_item(key), ConsistentRead=True)
        found: Item = answer.get("Item", {})
        return found

    def _write(self, writes: Sequence[dict[str, Any]]) -> None:
        """All of the writes or none. Raises Outpaced, StoreUnavailable."""
        named = [{kind: {"TableName": self._table_name, **one}} for write in writes for kind, one in write.items()]
        with store_errors(_UNREADABLE), outpaced():
            self._client.transact_write_items(TransactItems=named)
