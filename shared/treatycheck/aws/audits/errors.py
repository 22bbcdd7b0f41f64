"""What goes wrong with audits, beside what goes wrong with any request.

TreatycheckError
├── UnknownAudit    404  no audit has this id
├── AuditRunning    409  the archive is being audited; or, of a result, the audit has not ended yet
├── AuditEnded      409  the audit cannot be cancelled, or resumed, because of how it ended
└── WorkerOutOfTime 503  a batch was not finished in time; what was done is kept
"""

from __future__ import annotations

from treatycheck.errors import TreatycheckError


class UnknownAudit(TreatycheckError):
    status = 404
    title = "Unknown audit"
    slug = "unknown-audit"


class AuditRunning(TreatycheckError):
    status = 409
    title = "Audit running"
    slug = "audit-running"


class AuditEnded(TreatycheckError):
    status = 409
    title = "Audit ended"
    slug = "audit-ended"


class WorkerOutOfTime(TreatycheckError):
    status = 503
    title = "Worker out of time"
    slug = "worker-out-of-time"
