"""Calls from pages of other sites."""

from __future__ import annotations

import pytest

from tests.interface.calls import SITE, call
from treatycheck.aws.settings import read_origins


def headers_for(origins: tuple[str, ...], method: str, path: str, origin: str) -> tuple[int, dict[str, str]]:
    sent = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    answer = call(method, path, headers=sent, origins=origins)
    return answer.status, answer.headers


@pytest.mark.parametrize("path", ["/v1/verify", "/v1/relations", "/v1/treaties/inf-treaty", "/v2/check"])
def test_a_browser_that_asks_for_leave_gets_it(path: str) -> None:
    status, headers = headers_for((SITE,), "OPTIONS", path, SITE)
    assert (status, headers["access-control-allow-origin"]) == (204, SITE)
    assert {"POST", "GET"} <= set(headers["access-control-allow-methods"].split(","))
    assert {"Content-Type", "X-Api-Key", "If-None-Match"} <= set(headers["access-control-allow-headers"].split(","))


@pytest.mark.parametrize("path", ["/v1/relations", "/v1/treaties/unheard-of", "/v1/verify", "/nowhere"])
def test_answers_and_errors_alike_may_be_read_by_the_page(path: str) -> None:
    _, headers = headers_for((SITE, "https://other.example"), "GET", path, "https://other.example")
    assert headers["access-control-allow-origin"] == "https://other.example"
    assert "ETag" in headers["access-control-expose-headers"]


def test_a_page_of_a_site_that_is_not_named_may_not() -> None:
    _, headers = headers_for((SITE,), "GET", "/v1/relations", "https://evil.example")
    assert "access-control-allow-origin" not in headers
    status, headers = headers_for((), "OPTIONS", "/v1/relations", SITE)
    assert status == 405 and "access-control-allow-origin" not in headers


def test_any_site_may_where_it_is_said() -> None:
    _, headers = headers_for(("*",), "GET", "/v1/relations", SITE)
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers


def test_origins_are_read_from_the_environment() -> None:
    assert read_origins({"TREATYCHECK_ORIGINS": " https://a.example/ ,https://b.example,, "}) == (
        "https://a.example",
        "https://b.example",
    )
    assert read_origins({}) == ()
