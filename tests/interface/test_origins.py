"""Calls from pages of other sites."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver

from treatycheck.aws.api import build_api
from treatycheck.aws.observability import Observer
from treatycheck.aws.origins import cors_for
from treatycheck.aws.service import Service
from treatycheck.aws.settings import read_origins
from treatycheck.facts.bundled import BundledFactStore

SITE = "https://news.example"


def headers_for(origins: tuple[str, ...], method: str, path: str, origin: str) -> tuple[int, dict[str, str]]:
    cors = cors_for(origins)
    resolver, store = APIGatewayRestResolver(cors=cors), BundledFactStore.load()
    observer = Observer(Logger(service="origins", stream=io.StringIO()))
    build_api(resolver, Service(lambda: store, lambda: date(2026, 1, 1), observer), preflights=cors is not None)
    sent = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    event: dict[str, Any] = {
        "path": path,
        "httpMethod": method,
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "requestContext": {"path": path},
        "body": None,
    }
    answer = resolver.resolve(event, None)  # type: ignore[arg-type]  # the routes read no context
    return answer["statusCode"], {name.lower(): value[0] for name, value in answer["multiValueHeaders"].items()}


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
