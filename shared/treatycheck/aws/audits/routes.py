"""The routes of audits, for callers whom IAM lets in: findings quote the archive, and an audit costs money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import ASKED_EACH_TIME, Answers, Content, Route
from treatycheck.aws.audits.conducting import Conductor
from treatycheck.aws.audits.errors import UnknownAudit
from treatycheck.aws.audits.paging import FILTERS, Pages, read_filter
from treatycheck.aws.audits.record import AuditRecord, AuditState, is_audit_id, new_audit_id
from treatycheck.aws.audits.requests import read_request
from treatycheck.aws.problem import FieldError, InvalidRequest
from treatycheck.aws.request import read_json, read_limit

_BODY_BYTES = 256 * 1024
DEFAULT_PAGE = 50
LARGEST_PAGE = 200


@dataclass(frozen=True, slots=True)
class AuditService:
    """What the routes need from outside; `seed` gives a new text each time."""

    conductor: Callable[[], Conductor]
    pages: Callable[[], Pages]
    seed: Callable[[], str]


class AuditRoutes:
    """The handlers."""

    def __init__(self, answers: Answers, service: AuditService) -> None:
        self._answers = answers
        self._service = service

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [
            ("POST", "/v1/audits", self.start),
            ("GET", "/v1/audits", self.audits),
            ("GET", "/v1/audits/<audit_id>", self.audit),
            ("GET", "/v1/audits/<audit_id>/findings", self.findings),
            ("GET", "/v1/audits/<audit_id>/failures", self.failures),
            ("POST", "/v1/audits/<audit_id>/cancel", self.cancel),
            ("POST", "/v1/audits/<audit_id>/resume", self.resume),
        ]

    def start(self) -> Response[str]:
        """`POST /v1/audits`: starts an audit of an archive."""
        request = read_request(read_json(self._answers.event(), _BODY_BYTES))
        conductor = self._service.conductor()
        return self._accepted(conductor.start(request, new_audit_id(conductor.now(), self._service.seed())))

    def audits(self) -> Response[str]:
        """`GET /v1/audits?limit=&cursor=`: the audits, the latest first."""
        event = self._answers.event()
        limit = read_limit(event, DEFAULT_PAGE, LARGEST_PAGE)
        cursor = event.query_string_parameters.get("cursor") or ""
        if cursor and not is_audit_id(cursor):
            raise InvalidRequest([FieldError("/cursor", "must be the next_cursor of the page before")])
        found = self._service.conductor().ledger.page(limit + 1, cursor)
        following = found[limit - 1].id if len(found) > limit else None
        content = {"audits": [audit_to_dict(audit) for audit in found[:limit]], "next_cursor": following}
        return self._answers.read(lambda: content, caching=ASKED_EACH_TIME)

    def audit(self, audit_id: str) -> Response[str]:
        """`GET /v1/audits/{id}`: an audit with its state and counts."""
        audit = self._audit(audit_id)
        content = audit_to_dict(audit)
        if audit.state is AuditState.RUNNING:
            content["progress"] = self._service.conductor().progress(audit)
        return self._answers.read(lambda: content, caching=ASKED_EACH_TIME)

    def findings(self, audit_id: str) -> Response[str]:
        """`GET /v1/audits/{id}/findings?state=&verdict=&treaty=&relation=&limit=&cursor=`."""
        return self._page(audit_id, "findings", FILTERS)

    def failures(self, audit_id: str) -> Response[str]:
        """`GET /v1/audits/{id}/failures?limit=&cursor=`: what could not be read, each with its reason."""
        return self._page(audit_id, "failures", ())

    def cancel(self, audit_id: str) -> Response[str]:
        """`POST /v1/audits/{id}/cancel`: stops it; what was found stays."""
        return self._answers.answer(audit_to_dict(self._service.conductor().cancel(checked(audit_id))))

    def resume(self, audit_id: str) -> Response[str]:
        """`POST /v1/audits/{id}/resume`: has one that failed or was cancelled go on."""
        return self._accepted(self._service.conductor().resume(checked(audit_id)))

    def _accepted(self, audit: AuditRecord) -> Response[str]:
        return self._answers.answer(audit_to_dict(audit), 202, {"Location": f"/v1/audits/{audit.id}"})

    def _audit(self, audit_id: str) -> AuditRecord:
        return self._service.conductor().ledger.audit(checked(audit_id))

    def _page(self, audit_id: str, kind: str, filters: tuple[str, ...]) -> Response[str]:
        event = self._answers.event()
        limit = read_limit(event, DEFAULT_PAGE, LARGEST_PAGE)
        wanted = read_filter(event, filters)
        cursor = event.query_string_parameters.get("cursor") or ""
        audit = self._audit(audit_id)
        items, following = self._service.pages().page(audit, kind, wanted, limit, cursor)
        content = {"audit": audit.id, kind: items, "next_cursor": following}
        return self._answers.read(lambda: content, caching=ASKED_EACH_TIME)


def checked(audit_id: str) -> str:
    """The id, if it may be one. Raises UnknownAudit."""
    if not is_audit_id(audit_id):
        raise UnknownAudit("no audit has this id")
    return audit_id


def audit_to_dict(audit: AuditRecord) -> Content:
    """An audit as the routes give it."""
    content: dict[str, Any] = {
        "id": audit.id,
        "archive": audit.archive,
        "source": audit.source.to_input(),
        "state": audit.state.value,
        "started": audit.started,
        "ended": audit.ended or None,
        "reason": audit.reason or None,
        "runs": len(audit.executions),
        "counts": audit.counts or None,
        "reports": audit.reports or None,
    }
    return content
