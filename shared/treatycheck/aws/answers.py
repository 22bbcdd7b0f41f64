"""How routes read their request and answer, errors included; one instance a resolver."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import ApiGatewayResolver

from treatycheck.aws.observability import Observer
from treatycheck.aws.problem import PROBLEM_JSON, MethodNotAllowed, UnknownRoute, problem_body
from treatycheck.errors import TextTooLarge, TreatycheckError

Content = dict[str, Any]
Route = tuple[str, str, Callable[..., Response[str]]]
# a route that is read answers HEAD, too (RFC 9110, 9.1); the server leaves the body out
_BY_ROUTE = {"GET": ("GET", "HEAD")}
METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE")
# a page that is answered brings all that it needs
PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SAFE_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": PAGE_POLICY,
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    # who may read an answer depends on where the asking page is
    "Vary": "Origin",
    "X-Content-Type-Options": "nosniff",
}
# how long what is read may be shown again unasked: as long as the API itself trusts the table's version
CACHED = "public, max-age=60"
ASKED_EACH_TIME = "no-cache"
# the caller's own, which no cache between may keep
OWN = "private, no-cache"
NOT_KEPT = "no-store"
# in seconds; what is too large can be sent in parts at once
_RETRIES = {413: "0", 429: "1", 503: "1"}


class Answers:
    """Answers for the request that the resolver has at hand, of at most `answer_bytes`."""

    def __init__(self, resolver: ApiGatewayResolver, observer: Observer, answer_bytes: int) -> None:
        self._resolver = resolver
        self._observer = observer
        self._answer_bytes = answer_bytes

    def add(self, routes: Sequence[Route], preflights: bool = False) -> None:
        """Adds the routes, a refusal of the other methods on their paths, and the answers to errors.

        With `preflights`, OPTIONS is left to the resolver, which answers browsers that ask for leave.
        """
        methods: dict[str, list[str]] = {}
        for method, path, route in routes:
            taken = _BY_ROUTE.get(method, (method,))
            self._resolver.route(path, method=list(taken))(route)
            methods.setdefault(path, []).extend(taken)
        for path, known in methods.items():
            others = [other for other in METHODS if other not in known and not (preflights and other == "OPTIONS")]
            self._resolver.route(path, method=others)(refuse_other_than(known))
        self._resolver.not_found(self.unknown)
        self._resolver.exception_handler(TreatycheckError)(self.refused)
        self._resolver.exception_handler(Exception)(self.failed)

    def event(self) -> Any:
        """The request at hand, as a Powertools proxy event."""
        return self._resolver.current_event

    def answer(self, content: Content, status: int = 200, headers: Mapping[str, str] | None = None) -> Response[str]:
        """The content as JSON. Raises TextTooLarge."""
        return self.text(to_json(content), "application/json", status, headers)

    def text(
        self, body: str, content_type: str, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> Response[str]:
        """A body of any type. Raises TextTooLarge."""
        if len(body) > self._answer_bytes or len(body.encode("utf-8", "surrogatepass")) > self._answer_bytes:
            raise TextTooLarge("the answer is too large to be sent; send the text in parts")
        self._observer.answered()
        return respond(status, content_type, body, headers)

    def read(self, build: Callable[[], Content], tag: str | None = None, caching: str = CACHED) -> Response[str]:
        """What `build` gives as JSON with its ETag; 304 where the client holds it, unbuilt if `tag` was known.

        Raises TextTooLarge and what `build` raises.
        """
        if tag is not None and self._holds(tag):
            return self._unchanged(tag, caching)
        body = to_json(build())
        return self.tagged(body, "application/json", tag, caching)

    def tagged(
        self,
        body: str,
        content_type: str,
        tag: str | None = None,
        caching: str = CACHED,
        headers: Mapping[str, str] | None = None,
    ) -> Response[str]:
        """A body with its ETag, or 304 where the client holds it, both with the headers. Raises TextTooLarge."""
        tag = tag or tag_of(body)
        if self._holds(tag):
            return self._unchanged(tag, caching, headers)
        return self.text(body, content_type, headers={"ETag": tag, "Cache-Control": caching, **(headers or {})})

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

    def _holds(self, tag: str) -> bool:
        """Whether the client says that it has this version (RFC 9110, 13.1.2: the weak comparison)."""
        sent = (self.event().headers.get("if-none-match") or "").strip()
        return sent == "*" or opaque(tag) in (opaque(held) for held in sent.split(","))

    def _unchanged(self, tag: str, caching: str, headers: Mapping[str, str] | None = None) -> Response[str]:
        """What a client puts in the place of the headers that it holds, so that all are given again."""
        self._observer.answered()
        return respond(304, None, "", {"ETag": tag, "Cache-Control": caching, **(headers or {})})

    def _problem(self, error: TreatycheckError) -> Response[str]:
        body = problem_body(error, self._resolver.current_event.path)
        return respond(error.status, PROBLEM_JSON, to_json(body), headers_of(error))


def respond(
    status: int, content_type: str | None, body: str, headers: Mapping[str, str] | None = None
) -> Response[str]:
    """A response with the headers that each has; those given come last and win."""
    return Response(status, content_type, body, {**SAFE_HEADERS, "Cache-Control": NOT_KEPT, **(headers or {})})


def headers_of(error: TreatycheckError) -> dict[str, str]:
    """What an error says in headers."""
    if isinstance(error, MethodNotAllowed):
        return {"Allow": error.allow}
    return retry_after(error.status)


def retry_after(status: int) -> dict[str, str]:
    """When to try again, for the statuses that say so."""
    return {"Retry-After": _RETRIES[status]} if status in _RETRIES else {}


def tag_of(body: str) -> str:
    """A weak entity tag: the body may go out compressed."""
    return f'W/"{hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:16]}"'


def opaque(tag: str) -> str:
    return tag.strip().removeprefix("W/")


def refuse_other_than(methods: Sequence[str]) -> Callable[..., Response[str]]:
    """A route for the methods that a path does not take."""
    allow = ", ".join(methods)

    def refuse(**_path_parameters: str) -> Response[str]:
        raise MethodNotAllowed(f"this path takes {allow}", allow=allow)

    return refuse


def to_json(content: Any) -> str:
    """ASCII JSON, so that a lone surrogate in a text does not break the answer."""
    return json.dumps(content, ensure_ascii=True, separators=(",", ":"))
