"""Stored lists through the Lambda handlers: one writes them, the API's reads them."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest

from tests.functions.conftest import Context, Handler
from tests.functions.event_files import cases, event


@pytest.fixture(scope="module", autouse=True)
def loaded(loader: Handler) -> None:
    loader(event("loader.direct"), Context())


def told(answer: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    return answer["statusCode"], json.loads(answer["body"])


def texts(**fields: str) -> dict[str, Any]:
    """The event of a text that names a list, from the owner of `events/lists.*.json`."""
    body = {"text": "The INF Treaty was signed in 1988.", **fields}
    return event("api.unknown-ignore-list") | {"body": json.dumps(body)}


def test_every_event_in_the_order_of_a_lists_life(lists: Handler, api: Handler, context: Context) -> None:
    assert told(api(texts(ignore_list="desk"), context))[0] == 404
    status, made = told(lists(event("lists.put"), context))
    assert (status, made["version"]) == (201, 1)
    assert told(lists(event("lists.get"), context))[1]["entries"][0]["note"] == "settled with the author"
    assert told(api(texts(ignore_list="desk"), context))[1]["summary"]["ignored"] == 1
    assert told(api(texts(ignore_list=made["handle"]), context))[1]["summary"]["ignored"] == 1
    assert told(lists(event("lists.add"), context))[1]["size"] == 2
    assert told(lists(event("lists.remove"), context))[1]["size"] == 1
    assert told(api(texts(ignore_list="desk"), context))[1]["summary"]["claims"] == 1
    assert told(lists(event("lists.delete"), context))[0] == 200
    assert told(lists(event("lists.get"), context))[0] == 404
    assert told(api(texts(ignore_list="desk"), context))[0] == 404
    assert set(cases("lists")) == {"put", "get", "add", "remove", "delete"}


def test_another_key_finds_nothing(lists: Handler, context: Context) -> None:
    lists(event("lists.put"), context)
    sent = event("lists.get")
    sent["headers"]["X-Api-Key"] = "another-key"
    sent["multiValueHeaders"]["X-Api-Key"] = ["another-key"]
    assert told(lists(sent, context))[0] == 404


def test_a_table_that_is_not_there_is_unavailable(
    lists: Handler, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    from functions.lists import app

    monkeypatch.setenv("TREATYCHECK_LISTS_TABLE", "no-such-table")
    app.lists.cache_clear()
    try:
        status, problem = told(lists(event("lists.get"), context))
    finally:
        app.lists.cache_clear()
    assert (status, problem["type"]) == (503, "/problems/store-unavailable")


def test_logs_hold_neither_key_nor_note(lists: Handler, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    from functions.lists import app

    stream = StringIO()
    monkeypatch.setattr(app.logger.registered_handler, "stream", stream)
    lists(event("lists.add"), context)
    lists(event("lists.put"), context)
    assert "refused" in stream.getvalue()
    assert not any(word in stream.getvalue() for word in ("example-key", "settled", "b4d1c407589a5ae8"))
