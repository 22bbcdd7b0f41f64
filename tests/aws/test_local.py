"""The local server, spoken to over a real connection."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.aws.serving import serving
from tests.functions.event_files import cases, event
from tests.interface.calls import SITE, resolver
from treatycheck.aws.local import LocalServer, serve
from treatycheck.aws.settings import Limits
from treatycheck.errors import InvalidInput
from treatycheck.facts.bundled import BundledFactStore

Answer = tuple[int, str, dict[str, Any]]
LIMIT = 20_000


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a running server that takes bodies of at most LIMIT bytes."""
    application = LocalServer(BundledFactStore.load(), Limits(body_bytes=LIMIT), origins=[SITE])
    with serving(application) as listening:
        yield listening


def ask(port: int, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
    status, received, content = answer(port, method, path, body, headers or {})
    return status, received["content-type"], json.loads(content)


def answer(
    port: int, method: str, path: str, body: Any, headers: dict[str, str]
) -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()
    finally:
        connection.close()


# these say where, or on what day, they were asked
TIMELY = {"openapi", "docs", "editor", "claims-search"}


@pytest.mark.parametrize("case", [case for case in cases("api") if not case.endswith(("base64", "utf8"))])
def test_it_answers_as_the_deployed_function_does(port: int, case: str) -> None:
    sent = event(f"api.{case}")
    path = f"{sent['path']}?{urlencode(sent['queryStringParameters'] or {})}"
    body = None if sent["body"] is None else sent["body"].encode()
    status, headers, content = answer(port, sent["httpMethod"], path, body, sent["headers"])
    expected = resolver((SITE,)).resolve(sent, None)  # type: ignore[arg-type]  # the routes read no context
    assert (status, headers.get("content-type")) == (
        expected["statusCode"],
        expected["multiValueHeaders"].get("Content-Type", [None])[0],
    )
    assert case in TIMELY or content == expected["body"]


def test_a_report(port: int) -> None:
    body = json.dumps({"text": "The INF Treaty was signed in 1988. 🕊 \ud83d"})
    status, _, report = ask(port, "POST", "/v1/verify/", body)
    assert (status, report["document"]["characters"]) == (200, 38)
    assert ask(port, "POST", "/v1/verify", body)[2] == report


def test_a_body_that_says_it_is_too_large(port: int) -> None:
    status, kind, problem = ask(port, "POST", "/v1/verify", b"x" * (LIMIT + 1))
    assert (status, kind, problem["instance"]) == (413, "application/problem+json", "/v1/verify")


def test_a_page_may_read_that_its_text_is_too_large(port: int) -> None:
    _, headers, problem = answer(port, "POST", "/v1/verify", b"x" * (LIMIT + 1), {"Origin": SITE})
    assert headers["access-control-allow-origin"] == SITE and headers["retry-after"] == "0"
    assert json.loads(problem)["limit"] == {"value": LIMIT, "unit": "bytes"}
    _, headers, _ = answer(port, "POST", "/v1/verify", b"x" * (LIMIT + 1), {"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in headers


def test_a_body_without_end_is_read_no_further_than_the_limit(port: int) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(100_000):
            sent += 1000
            yield b"x" * 1000

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/v1/verify", endless(), encode_chunked=True)
        assert connection.getresponse().status == 413
    except OSError:
        pass
    finally:
        connection.close()
    assert sent < 50_000_000


def test_bytes_that_are_not_utf8(port: int) -> None:
    assert ask(port, "POST", "/v1/verify", b'{"text": "caf\xe9"}')[0] == 400
    assert ask(port, "GET", "/v1/health", headers={"X-Strange": "caf\xe9"})[0] == 200
    assert ask(port, "GET", "/v1/treaties?q=%E9")[0] == 200


def test_a_head_has_no_body(port: int) -> None:
    status, headers, body = answer(port, "HEAD", "/v1/health", None, {})
    assert (status, body) == (200, "") and headers["ETag"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods(port: int, method: str) -> None:
    assert ask(port, method, "/v1/treaties/inf-treaty")[0] == 405


def test_an_endpoint_needs_a_table() -> None:
    with pytest.raises(InvalidInput):
        serve("127.0.0.1", 0, dynamodb_endpoint="http://127.0.0.1:9")
