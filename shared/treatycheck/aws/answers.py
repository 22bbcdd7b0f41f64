"""How routes read their request and answer, errors included; one instance a resolver."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import ApiGatewayResolver

from treatycheck.aws.observability import Observer
from treatycheck.aws.problem import PROBLEM_JSON, MethodNotAllowed, UnknownRoute, problem_body
from treatycheck.errors import TextTooLarge, TreatycheckError

Route = tuple[str, str, Callable[..., Response[str]]]
METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")


class Answers:
    """Answers for the request that the resolver has at hand, of at most `answer_bytes`."""

    def __init__(self, resolver: ApiGatewayResolver, observer: Observer, answer_bytes: int) -> None:
        self._resolver = resolver
        self._observer = observer
        self._answer_bytes = answer_bytes

    def add(self, routes: Sequence[Route]) -> None:
        """Adds the routes, a refusal of the other methods on their paths, and the answers to errors."""
        methods: dict[str, list[str]] = {}
        for method, path, route in routes:
            self._resolver.route(path, method=method)(route)
            methods.setdefault(path, []).append(method)
        for path, taken in methods.items():
            others = [other for other in METHODS if other not in taken]
            self._resolver.route(path, method=others)(refuse_other_than(taken))
        self._resolver.not_found(self.unknown)
        self._resolver.exception_handler(TreatycheckError)(self.refused)
        self._resolver.exception_handler(Exception)(self.failed)

    def event(self) -> Any:
        """The request at hand, as a Powertools proxy event."""
        return self._resolver.current_event

    def answer(
        self, content: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None
    ) -> Response[str]:
        """The content as JSON. Raises TextTooLarge."""
        body = to_json(content)
        if len(body) > self._answer_bytes:
            raise TextTooLarge("the answer is too large to be sent; send the text in parts")
        self._observer.answered()
        return Response(status, "application/json", body, dict(headers or {}))

    def unknown(self, _error: Exception) -> Response[str]:
        return self.refused(UnknownRoute("there is nothing at this path"))

    def refused(self, error: TreatycheckError) -> Response[str]:
        """The problem details of an error raised on purpose."""
        if error.status == 500:
            return self.failed(error)
        self._observer.refused(error)
        return self._problem(error)

    def failed(self, error: Exception) -> Response[str]:
        """The same of any other error, without saying which."""
        self._observer.failed(error)
        return self._problem(TreatycheckError(""))

    def _problem(self, error: TreatycheckError) -> Response[str]:
        body = problem_body(error, self._resolver.current_event.path)
        headers: dict[str, str | list[str]] = {"Allow": error.allow} if isinstance(error, MethodNotAllowed) else {}
        return Response(error.status, PROBLEM_JSON, to_json(body), headers)


def refuse_other_than(methods: Sequence[str]) -> Callable[..., Response[str]]:
    """A route for the methods that a path does not take."""
    allow = ", ".join(methods)

    def refuse(**_path_parameters: str) -> Response[str]:
        raise MethodNotAllowed(f"this path takes {allow}", allow=allow)

    return refuse


def to_json(content: dict[str, Any]) -> str:
    """ASCII JSON, so that a lone surrogate in a text does not break the answer."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":"))
