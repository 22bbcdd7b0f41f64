"""The reference data over HTTP: ETags, search, timeline, coverage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interface.calls import Answer, call
from treatycheck.aws import preconditions, reading
from treatycheck.aws.answers import opaque
from treatycheck.aws.preconditions import etag
from treatycheck.aws.reading import version_tag
from treatycheck.aws.release import digest_of, engine_version
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.store import Revision, Stamp

READS = (
    "/v1/treaties",
    "/v1/treaties/inf-treaty",
    "/v1/facts/inf-treaty/signed",
    "/v1/facts/inf-treaty/signed/history",
    "/v1/relations",
    "/v1/coverage",
    "/v1/health",
    "/v2/languages",
    "/v2/info",
    "/v2/healthcheck",
    "/v2/maxtextlength",
    "/openapi.json",
    "/docs",
    "/",
    "/assets/treaty-check.js",
)


def get(path: str, none_match: str = "", **query: str) -> Answer:
    return call("GET", path, query=query or None, headers={"If-None-Match": none_match} if none_match else None)


@pytest.mark.parametrize("path", READS)
def test_who_holds_an_answer_already_is_told_so(path: str) -> None:
    first = get(path)
    tag = first.headers["etag"]
    for held in (tag, opaque(tag), f'"other", {tag}', "*"):
        again = get(path, held)
        assert (again.status, again.body, again.headers["etag"]) == (304, "", tag)
        assert again.headers["cache-control"] == first.headers["cache-control"] != "no-store"
    assert get(path, '"other"').body == first.body


@pytest.mark.parametrize("path", READS)
def test_the_head_of_an_answer_can_be_asked_for_alone(path: str) -> None:
    head, whole = call("HEAD", path), get(path)
    assert (head.status, head.headers) == (200, whole.headers)
    assert call("PUT", path).headers["allow"] == "GET, HEAD"


def test_another_query_has_another_tag() -> None:
    assert get("/v1/treaties", q="kyoto").headers["etag"] != get("/v1/treaties", q="paris").headers["etag"]


def test_another_release_has_other_tags_for_what_it_may_show_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    before, kept = get("/v1/coverage").headers["etag"], etag(3)
    for module in (reading, preconditions):
        monkeypatch.setattr(module, "engine_version", lambda: "0a1b2c3d")
    assert etag(3) != kept
    assert get("/v1/coverage", before).status == 200
    assert get("/v1/coverage", get("/v1/coverage").headers["etag"]).status == 304


def test_a_release_is_told_by_its_files_and_not_by_the_facts(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "a.py").write_text("one")
    before = digest_of(tmp_path)
    for name in ("data/facts.json", "a.pyc"):
        (tmp_path / name).write_text("two")
        assert digest_of(tmp_path) == before
    (tmp_path / "data" / "relations.json").write_text("two")
    assert len({before, digest_of(tmp_path), engine_version()}) == 3


def test_an_error_has_no_tag() -> None:
    assert get("/v1/treaties/unheard-of", "*").status == 404


def test_a_fact_that_has_versions_is_tagged_with_its_version() -> None:
    assert version_tag(Revision(3, None, Stamp("somebody", "2026-01-01T00:00:00Z", "because"))) == etag(3)
    assert version_tag(Revision(1, None, Stamp("treatycheck", "", "packaged"))) is None


@pytest.mark.parametrize(
    ("query", "treaty"),
    [
        ("inf", "inf-treaty"),
        ("INF Traety", "inf-treaty"),
        ("non proliferation nuclear", "npt"),
        ("start ii", "start-ii"),
        ("Treaty of Versaille", "treaty-of-versailles"),
        ("Орхусская", "aarhus-convention"),
    ],
)
def test_the_likest_treaty_is_found_first(query: str, treaty: str) -> None:
    assert get("/v1/treaties", q=query).content["treaties"][0]["id"] == treaty


def test_what_is_like_nothing_is_not_found() -> None:
    assert get("/v1/treaties", q="xyzzy plugh").content["treaties"] == []
    assert get("/v1/treaties", q="…").content["total"] == 0


@pytest.mark.parametrize("query", ["", "convention"])
def test_pages_hold_each_treaty_once_and_in_order(query: str) -> None:
    whole = [treaty["id"] for treaty in get("/v1/treaties", q=query, limit="500").content["treaties"]]
    seen: list[str] = []
    cursor = ""
    while True:
        page = get("/v1/treaties", q=query, limit="50", cursor=cursor).content
        seen += [treaty["id"] for treaty in page["treaties"]]
        assert page["total"] == len(whole)
        if page["next_cursor"] is None:
            break
        cursor = page["next_cursor"]
    assert seen == whole and len(set(seen)) == len(seen) > 50


def test_a_timeline_has_the_dated_facts_in_their_order() -> None:
    timeline = get("/v1/treaties/inf-treaty").content["timeline"]
    dates = [event["date"] for event in timeline if len(event["date"]) == 10]
    assert dates == sorted(dates)
    assert timeline.index(next(event for event in timeline if event["relation"] == "signed")) < timeline.index(
        next(event for event in timeline if event["relation"] == "entered_into_force")
    )
    assert all(event["statement"].endswith(".") and event["fact_id"] for event in timeline)


def test_coverage_counts_every_fact() -> None:
    coverage, reference = get("/v1/coverage").content, BundledFactStore.load().reference()
    assert sum(coverage["relations"].values()) == reference.facts == coverage["reference"]["facts"]
    assert sum(treaty["facts"] for treaty in coverage["treaties"]) == reference.facts
    assert len(coverage["treaties"]) == reference.treaties
