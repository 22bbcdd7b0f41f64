"""Stored lists of claims to ignore over HTTP, and the texts that are checked less what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.interface.calls import IGNORED, SITE, Answer, call, stored_lists
from treatycheck.aws.ignore_lists import MOST_ENTRIES, MOST_RECORD_BYTES
from treatycheck.aws.preconditions import etag

DESK = "/v1/ignore-lists/desk"
NEW = "/v1/ignore-lists/new"
TEXT = "The INF Treaty was signed in 1988."
ENTRY = {"id": IGNORED, "note": "the editor's choice", "date": "2026-01-10"}
KEY = {"X-Api-Key": "key-of-another-client"}


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """The lists as they are at the beginning: "desk", of a caller without a key."""
    stored_lists.cache_clear()
    yield
    stored_lists.cache_clear()


def put(path: str, *entries: Any, **headers: str) -> Answer:
    return call("PUT", path, {"entries": list(entries)}, headers={k.replace("_", "-"): v for k, v in headers.items()})


def entries(path: str = DESK, headers: dict[str, str] | None = None) -> Any:
    return call("GET", path, headers=headers).content["entries"]


def verify(**fields: Any) -> Answer:
    return call("POST", "/v1/verify", {"text": TEXT, **fields})


def test_a_list_is_made_read_changed_and_removed() -> None:
    made = put(NEW, ENTRY)
    assert (made.status, made.headers["etag"], made.content["version"], made.content["size"]) == (201, etag(1), 1, 1)
    assert entries(NEW) == [ENTRY]
    replaced = put(NEW, {"id": "c2"}, If_Match='"1"')
    assert (replaced.status, replaced.headers["etag"]) == (200, etag(2))
    assert entries(NEW) == [{"id": "c2"}]
    assert call("DELETE", NEW, headers={"If-Match": '"2"'}).content["version"] == 3
    assert call("GET", NEW).status == 404


def test_a_version_never_comes_twice_under_one_name() -> None:
    call("DELETE", DESK, headers={"If-Match": "*"})
    assert put(DESK).headers["etag"] == etag(3)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 428),
        ({"If-Match": '"2"'}, 412),
        ({"If-None-Match": "*"}, 412),
        ({"If-Match": "x"}, 422),
        ({"If-Match": ""}, 428),
    ],
)
def test_what_is_there_is_changed_from_a_named_version_only(headers: dict[str, str], status: int) -> None:
    assert call("PUT", DESK, {"entries": []}, headers=headers).status == status
    assert call("DELETE", DESK, headers=headers).status == status
    assert entries() == [ENTRY]


def test_what_is_not_there_has_no_version() -> None:
    assert put(NEW, If_Match="*").status == 412
    assert put(NEW, If_None_Match="*").status == 201


def test_claims_are_added_and_taken_off() -> None:
    added = call("POST", f"{DESK}/entries", {"entries": [{"id": "c2"}, {**ENTRY, "note": None}]})
    assert (added.status, added.content["size"], added.headers["etag"]) == (200, 2, etag(2))
    assert entries() == [{"id": IGNORED, "date": "2026-01-10"}, {"id": "c2"}]
    assert call("DELETE", f"{DESK}/entries/{IGNORED}").content["size"] == 1
    assert call("DELETE", f"{DESK}/entries/{IGNORED}").status == 404
    assert entries() == [{"id": "c2"}]


def test_a_named_version_is_heeded_when_claims_are_added() -> None:
    body = {"entries": [{"id": "c2"}]}
    assert call("POST", f"{DESK}/entries", body, headers={"If-Match": '"7"'}).status == 412
    assert call("DELETE", f"{DESK}/entries/{IGNORED}", headers={"If-Match": '"7"'}).status == 412
    assert call("POST", f"{DESK}/entries", body, headers={"If-Match": '"1"'}).status == 200


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("DELETE", ""), ("DELETE", "/entries/c1")])
def test_a_list_that_is_not_there_is_told_as_such(method: str, path: str) -> None:
    answer = call(method, NEW + path)
    assert (answer.status, answer.content["type"]) == (404, "/problems/unknown-ignore-list")


def test_nothing_is_added_to_a_list_that_is_not_there() -> None:
    assert call("POST", f"{NEW}/entries", {"entries": [{"id": "c1"}]}).status == 404


@pytest.mark.parametrize("name", ["Desk", "a_b", "a" * 81, "0123456789abcdef" * 2])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    assert put(f"/v1/ignore-lists/{name}").status == 422


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/entries"),
        ({"entries": [{}]}, "/entries/0/id"),
        ({"entries": [{"id": "a b"}]}, "/entries/0/id"),
        ({"entries": [{"id": "a" * 65}]}, "/entries/0/id"),
        ({"entries": [{"id": 7}]}, "/entries/0/id"),
        ({"entries": [{"id": "a", "note": "n" * 201}]}, "/entries/0/note"),
        ({"entries": [{"id": "a", "note": "\ud83d"}]}, "/entries/0/note"),
        ({"entries": [{"id": "a", "date": "soon"}]}, "/entries/0/date"),
        ({"entries": [{"id": "a", "colour": "red"}]}, "/entries/0/colour"),
        ({"entries": [{"id": str(number)} for number in range(MOST_ENTRIES + 1)]}, "/entries"),
        ({"entries": [], "name": "x"}, "/name"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(body: Any, pointer: str) -> None:
    for answer in (call("PUT", NEW, body), call("POST", f"{DESK}/entries", body)):
        assert (answer.status, answer.content["errors"][0]["pointer"]) == (422, pointer)
    assert call("GET", NEW).status == 404 and entries() == [ENTRY]


def test_a_list_does_not_grow_beyond_its_bounds() -> None:
    many = [{"id": str(number)} for number in range(MOST_ENTRIES)]
    assert put(NEW, *many).status == 201
    more = call("POST", f"{NEW}/entries", {"entries": [{"id": "x"}]})
    assert (more.status, more.content["errors"][0]["pointer"]) == (422, "/entries")
    long = [{"id": str(number), "note": "條" * 200} for number in range(1 + MOST_RECORD_BYTES // 600)]
    assert put("/v1/ignore-lists/long", *long).status == 422
    assert call("POST", f"{NEW}/entries", {"entries": [{"id": "7", "note": "known already"}]}).status == 200


def test_a_list_belongs_to_the_key_that_made_it() -> None:
    assert put(DESK, {"id": "c2"}, **KEY).status == 201
    assert entries(headers=KEY) == [{"id": "c2"}] and entries() == [ENTRY]
    assert call("DELETE", DESK, headers={"If-Match": "*", **KEY}).status == 200
    assert entries() == [ENTRY]


def test_who_holds_a_version_is_told_so_and_no_cache_between_keeps_it() -> None:
    first = call("GET", DESK)
    assert (first.headers["etag"], first.headers["cache-control"]) == (etag(1), "private, no-cache")
    assert "X-Api-Key" in first.headers["vary"]
    again = call("GET", DESK, headers={"If-None-Match": etag(1)})
    assert (again.status, again.headers["vary"]) == (304, first.headers["vary"])
    assert call("HEAD", DESK).headers["etag"] == etag(1)


def test_a_page_may_change_lists() -> None:
    asked = {"Origin": SITE, "Access-Control-Request-Method": "PUT"}
    allowed = call("OPTIONS", DESK, headers=asked).headers
    assert allowed["access-control-allow-origin"] == SITE
    assert {"PUT", "DELETE"} <= set(allowed["access-control-allow-methods"].replace(" ", "").split(","))
    assert {"If-Match", "X-Api-Key"} <= set(allowed["access-control-allow-headers"].replace(" ", "").split(","))


def test_a_text_is_checked_less_what_the_list_holds() -> None:
    assert verify().content["claims"][0]["id"] == IGNORED
    for name in ("desk", call("GET", DESK).content["handle"]):
        report = verify(ignore_list=name).content
        assert (report["claims"], report["summary"]["ignored"]) == ([], 1)
    assert call("POST", "/v1/extract", {"text": TEXT, "ignore_list": "desk"}).content["claims"] == []


def test_ids_and_a_list_are_ignored_together() -> None:
    text = f"{TEXT} New START was signed in Prague."
    ids = [claim["id"] for claim in verify(text=text).content["claims"]]
    report = verify(text=text, ignore=[ids[1]], ignore_list="desk").content
    assert report["summary"]["ignored"] == len(ids) == 2


@pytest.mark.parametrize("name", ["nowhere", "0" * 32, "\ud83d", "/"])
def test_a_list_that_no_text_can_name_is_told_as_such(name: str) -> None:
    answer = verify(ignore_list=name)
    assert (answer.status, answer.content["errors"][0]["pointer"]) == (404, "/ignore_list")


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_list_may_be_named(nothing: Any) -> None:
    assert verify(ignore_list=nothing).content["summary"]["claims"] == 1


def test_a_batch_may_name_a_list_once_or_an_item_its_own() -> None:
    put(NEW)
    items = [{"text": TEXT}, {"text": TEXT, "ignore_list": "new"}, {"text": TEXT, "ignore_list": "nowhere"}]
    answer = call("POST", "/v1/verify/batch", {"items": items, "ignore_list": "desk"}).content
    assert [item["response"]["summary"]["claims"] for item in answer["items"][:2]] == [0, 1]
    assert answer["items"][2]["error"]["errors"][0]["pointer"] == "/ignore_list"


def test_an_editor_names_a_list_by_handle_or_with_a_key_by_name() -> None:
    handle = put(DESK, ENTRY, **KEY).content["handle"]
    fields = {"text": TEXT, "language": "en-US"}
    assert len(call("POST", "/v2/check", form=fields).content["matches"]) == 1
    assert call("POST", "/v2/check", form={**fields, "ignore_list": handle}).content["matches"] == []
    assert call("POST", "/v2/check", form={**fields, "ignore_list": "desk"}, headers=KEY).content["matches"] == []
    assert call("GET", "/v2/check", query={**fields, "ignore_list": handle}).content["matches"] == []
    refused = call("POST", "/v2/check", form={**fields, "ignore_list": "nowhere"})
    assert (refused.status, refused.content["errors"][0]["pointer"]) == (404, "/ignore_list")
