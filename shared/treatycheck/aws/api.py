"""The HTTP interface: one table of routes, for API Gateway and the local server."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import ApiGatewayResolver

from treatycheck.aws.catalogue import page_of_treaties, relations, treaty_with_facts
from treatycheck.aws.observability import Observer
from treatycheck.aws.problem import PROBLEM_JSON, MethodNotAllowed, UnknownRoute, problem_body
from treatycheck.aws.request import read_json, read_limit
from treatycheck.aws.schema import read_verify_request
from treatycheck.aws.settings import Limits
from treatycheck.errors import TextTooLarge, TreatycheckError
from treatycheck.facts.store import FactStore
from treatycheck.pipeline import verify
from treatycheck.render.report import report_to_dict

METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
DEFAULT_PAGE = 100
LARGEST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes need from outside; `store` and `today` are asked anew for each request."""

    store: Callable[[], FactStore]
    today: Callable[[], date]
    observer: Observer
    limits: Limits = field(default_factory=Limits)


def build_api(resolver: ApiGatewayResolver, service: Service) -> None:
    """Adds the routes and the answers to errors to a Powertools resolver."""
    routes = Routes(resolver, service)
    for method, path, route in routes.table():
        resolver.route(path, method=method)(route)
        resolver.route(path, method=[other for other in METHODS if other != method])(refuse_other_than(method))
    resolver.not_found(routes.unknown)
    resolver.exception_handler(TreatycheckError)(routes.refused)
    resolver.exception_handler(Exception)(routes.failed)


def refuse_other_than(method: str) -> Callable[..., Response[str]]:
    """A route for the methods that a path does not take."""

    def refuse(**_path_parameters: str) -> Response[str]:
        raise MethodNotAllowed(f"this path takes {method}", allow=method)

    return refuse


class Routes:
    """The handlers of the routes; each reads the request at hand from the resolver."""

    def __init__(self, resolver: ApiGatewayResolver, service: Service) -> None:
        self._resolver = resolver
        self._service = service

    def table(self) -> list[tuple[str, str, Callable[..., Response[str]]]]:
        """Method, path and handler of each route."""
        return [
            ("POST", "/v1/verify", self.verify),
            ("GET", "/v1/treaties", self.treaties),
            ("GET", "/v1/treaties/<treaty_id>", self.treaty),
            ("GET", "/v1/relations", self.relations),
            ("GET", "/v1/health", self.health),
        ]

    def verify(self) -> Response[str]:
        """`POST /v1/verify`: the report on a document."""
        body = read_json(self._resolver.current_event, self._service.limits.body_bytes)
        document = read_verify_request(body).to_document()
        report = verify(document, self._service.store(), self._service.today())
        answer = self._answer(report_to_dict(report))
        self._service.observer.verified(report)
        return answer

    def treaties(self) -> Response[str]:
        """`GET /v1/treaties?q=&limit=&cursor=`: the treaties, page by page."""
        event = self._resolver.current_event
        query, cursor = (event.query_string_parameters.get(name) or "" for name in ("q", "cursor"))
        limit = read_limit(event, DEFAULT_PAGE, LARGEST_PAGE)
        return self._answer(page_of_treaties(self._service.store(), query.strip(), cursor, limit))

    def treaty(self, treaty_id: str) -> Response[str]:
        """`GET /v1/treaties/{id}`: one treaty with its facts and their sources."""
        return self._answer(treaty_with_facts(self._service.store(), treaty_id))

    def relations(self) -> Response[str]:
        """`GET /v1/relations`: what can be claimed of a treaty."""
        return self._answer(relations())

    def health(self) -> Response[str]:
        """`GET /v1/health`: whether the facts can be read, and which they are."""
        held = self._service.store().reference()
        reference = {"version": held.version, "treaties": held.treaties, "facts": held.facts}
        return self._answer({"status": "ok", "reference": reference})

    def unknown(self, _error: Exception) -> Response[str]:
        return self.refused(UnknownRoute("there is nothing at this path"))

    def refused(self, error: TreatycheckError) -> Response[str]:
        """The problem details of an error raised on purpose."""
        if error.status == 500:
            return self.failed(error)
        self._service.observer.refused(error)
        return self._problem(error)

    def failed(self, error: Exception) -> Response[str]:
        """The same of any other error, without saying which."""
        self._service.observer.failed(error)
        return self._problem(TreatycheckError(""))

    def _problem(self, error: TreatycheckError) -> Response[str]:
        body = problem_body(error, self._resolver.current_event.path)
        headers: dict[str, str | list[str]] = {"Allow": error.allow} if isinstance(error, MethodNotAllowed) else {}
        return Response(error.status, PROBLEM_JSON, to_json(body), headers)

    def _answer(self, content: dict[str, Any]) -> Response[str]:
        body = to_json(content)
        if len(body) > self._service.limits.answer_bytes:
            raise TextTooLarge("the answer is too large to be sent; send the text in parts")
        self._service.observer.answered()
        return Response(200, "application/json", body)


def to_json(content: dict[str, Any]) -> str:
    """ASCII JSON, so that a lone surrogate in a text does not break the answer."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":"))
