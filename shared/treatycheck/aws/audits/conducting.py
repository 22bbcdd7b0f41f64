"""Starts, cancels and resumes audits: the ledger first, then the state machine."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from treatycheck.aws.audits.clients import StatesClient
from treatycheck.aws.audits.errors import AuditEnded
from treatycheck.aws.audits.ledger import Ledger
from treatycheck.aws.audits.record import AuditRecord, AuditState, audit_id_of, is_audit_id
from treatycheck.aws.audits.requests import AuditRequest, read_request
from treatycheck.aws.settings import AuditSettings
from treatycheck.errors import StoreUnavailable

_NUMBERED = re.compile(r"_([0-9]{1,6})\Z")
_NO_SUCH = frozenset({"ExecutionDoesNotExist"})


@dataclass(frozen=True, slots=True)
class Conductor:
    """Leads the audits of one deployment; `now` gives ISO times."""

    ledger: Ledger
    states: Callable[[], StatesClient]
    settings: AuditSettings
    now: Callable[[], str]

    def start(self, request: AuditRequest, audit_id: str) -> AuditRecord:
        """Enters an audit and starts its execution. Raises AuditRunning, StoreUnavailable."""
        audit = self.ledger.begin(request.to_record(audit_id, self.now(), self.settings.archive_bucket))
        self._execute(audit, audit_id)
        return audit

    def cancel(self, audit_id: str) -> AuditRecord:
        """Stops a running audit. What it found stays, and it can be resumed. Raises AuditEnded, StoreUnavailable."""
        audit = self.ledger.audit(audit_id)
        if audit.state is not AuditState.RUNNING:
            raise AuditEnded(f"the audit is {audit.state} already")
        for execution in audit.executions[-1:]:
            with states_errors(passed=_NO_SUCH):
                self.states().stop_execution(executionArn=execution, error="Cancelled", cause="cancelled by a request")
        self.ledger.settle(audit, AuditState.CANCELLED, self.now(), "cancelled by a request")
        return self.ledger.audit(audit_id)

    def resume(self, audit_id: str) -> AuditRecord:
        """Has an audit that failed or was cancelled go on. Raises AuditEnded, AuditRunning, StoreUnavailable."""
        audit = self.ledger.resume(audit_id)
        self._execute(audit, f"{audit_id}_{next_run(audit)}")
        return audit

    def progress(self, audit: AuditRecord) -> dict[str, int]:
        """How many objects of a running audit are known, done and not done by now. Raises StoreUnavailable."""
        counts: dict[str, int] = {}
        for execution in audit.executions[-1:]:
            with states_errors(passed=_NO_SUCH):
                for run in self.states().list_map_runs(executionArn=execution)["mapRuns"]:
                    told = self.states().describe_map_run(mapRunArn=run["mapRunArn"])["itemCounts"]
                    counts = {name: told[name] for name in ("total", "pending", "running", "succeeded", "failed")}
        return counts

    def _execute(self, audit: AuditRecord, name: str) -> None:
        try:
            with states_errors():
                self.states().start_execution(
                    stateMachineArn=self.settings.state_machine, name=name, input=json.dumps({"audit": audit.id})
                )
        except StoreUnavailable:
            self.ledger.settle(audit, AuditState.FAILED, self.now(), "the state machine could not be started")
            raise


def next_run(audit: AuditRecord) -> int:
    """The number of an audit's next execution, counted from 1."""
    numbers = (_NUMBERED.search(execution) for execution in audit.executions)
    return max((int(found[1]) if found else 1 for found in numbers), default=1) + 1


def begin(conductor: Conductor, event: Mapping[str, Any]) -> dict[str, Any]:
    """What the state machine's first state does: enters the audit where nobody has, and says what is to be read.

    `event` has the execution's input as `request`, its `name`, ARN (`execution`) and start (`started`).
    Raises AuditRunning, AuditEnded, UnknownAudit, InvalidRequest, StoreUnavailable.
    """
    request = event["request"]
    if isinstance(request, dict) and is_audit_id(str(request.get("audit"))):
        audit_id = request["audit"]
    else:
        audit_id = audit_id_of(event["name"], event["started"])
        entered = read_request(request).to_record(audit_id, conductor.now(), conductor.settings.archive_bucket)
        conductor.ledger.begin(entered)
    audit = conductor.ledger.executed(audit_id, event["execution"])
    return {
        "audit": audit.id,
        "source": audit.source.to_input(),
        "concurrency": conductor.settings.concurrency,
        "batch": conductor.settings.batch,
        "tolerated_failure_percentage": audit.tolerated_failure_percentage,
    }


@contextmanager
def states_errors(passed: frozenset[str] = frozenset()) -> Iterator[None]:
    """Turns the client's errors into StoreUnavailable; those with the codes in `passed` are passed over."""
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] not in passed:
            raise StoreUnavailable("Step Functions did not answer") from error
    except BotoCoreError as error:
        raise StoreUnavailable("Step Functions did not answer") from error
