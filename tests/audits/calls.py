"""Calls of the routes of audits and of the other functions, from the events that AWS sends."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

from tests.audits.cloud import Context
from tests.functions.event_files import event
from treatycheck.aws.audits.conducting import Conductor
from treatycheck.aws.audits.deployment import deployment

ID = "20260102T030405Z-0a1b2c3d"
REQUEST = {"archive": "news", "prefix": "articles/"}
Answer = tuple[int, dict[str, Any]]


def conductor() -> Conductor:
    return deployment().conductor()


def call(case: str, query: dict[str, str] | None = None, **changes: Any) -> Answer:
    """The answer to an event, with another query or other keys."""
    sent = event(f"audits.{case}") | changes
    if query is not None:
        sent["queryStringParameters"] = query
        sent["multiValueQueryStringParameters"] = {name: [value] for name, value in query.items()}
    answer = import_module("functions.audits.app").handler(sent, Context("audits"))
    return answer["statusCode"], json.loads(answer["body"]) if answer["body"] else {}


def elsewhere(case: str, audit_id: str) -> Answer:
    """The answer to an event about another audit."""
    path = event(f"audits.{case}")["path"].replace(ID, audit_id)
    return call(case, path=path)


def pages(case: str, **query: str) -> list[dict[str, Any]]:
    """All that a route lists, two a page."""
    found: list[dict[str, Any]] = []
    cursor = ""
    while True:
        status, content = call(case, {"limit": "2", **query, **({"cursor": cursor} if cursor else {})})
        assert status == 200 and len(content[case]) <= 2
        found += content[case]
        if content["next_cursor"] is None:
            return found
        cursor = content["next_cursor"]


def invoked(name: str) -> dict[str, Any]:
    """The answer of a function to its event."""
    function = name.partition(".")[0]
    answer: dict[str, Any] = import_module(f"functions.{function}.app").handler(event(name), Context(function))
    return answer
