"""What browsers load from the interface: the editor page and the files of the web component."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from tests.interface.calls import call
from treatycheck.aws.openapi.operations import OPERATIONS
from treatycheck.aws.pages import MEDIA_TYPES, PAGE, assets
from treatycheck.aws.request import path_before_routes

LINK = re.compile(r'(?:src|href)="([^"]*)"')
IMPORT = re.compile(r'^import (?:[^;]*? from )?"\./([^"]+)";$', re.MULTILINE)


class Event:
    """An event for the root path, of which API Gateway saw the whole path."""

    path = "/"

    def __init__(self, whole: str | None) -> None:
        self.raw_event = {"requestContext": {"path": whole} if whole else None}


def test_the_page_loads_nothing_from_elsewhere_and_all_that_it_loads_is_there() -> None:
    links = LINK.findall(call("GET", "/").body)
    assert {link.rpartition("/")[2] for link in links if "/assets/" in link} <= assets().keys()
    assert links and all(link.startswith("/live/") for link in links)


@pytest.mark.parametrize(
    ("whole", "place"), [("/live", "/live"), ("/live/", "/live"), ("/treaties", "/treaties"), ("/", ""), (None, "")]
)
def test_links_lead_below_the_stage_with_a_slash_at_its_end_or_without(whole: str | None, place: str) -> None:
    assert path_before_routes(Event(whole)) == place


def test_nothing_stands_in_the_page_that_its_policy_forbids() -> None:
    answer = call("GET", "/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", answer.body)


def test_who_holds_the_page_is_told_its_policy_again() -> None:
    first = call("GET", "/")
    again = call("GET", "/", headers={"If-None-Match": first.headers["etag"]})
    assert again.status == 304
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_each_file_is_answered_with_its_type() -> None:
    asset = next(operation for operation in OPERATIONS if operation.name == "asset")
    packaged = {file.name for file in files("treatycheck.web").iterdir() if file.name.rpartition(".")[2] in MEDIA_TYPES}
    for name in packaged:
        answer = call("GET", f"/assets/{name}")
        assert (answer.status, answer.headers["content-type"]) == (200, MEDIA_TYPES[name.rpartition(".")[2]])
        assert answer.headers["content-type"].partition(";")[0] in asset.answers
        assert re.fullmatch(asset.parameters[0].schema["pattern"], name)


@pytest.mark.parametrize("name", ["nothing.js", PAGE, "__init__.py", "..", "%2e%2e%2fpages.py"])
def test_nothing_else_is_answered(name: str) -> None:
    assert call("GET", f"/assets/{name}").status == 404


def test_scripts_import_only_files_that_are_there() -> None:
    for name, asset in assets().items():
        assert set(IMPORT.findall(asset.body)) <= assets().keys(), name


def test_pages_of_other_sites_may_load_the_component() -> None:
    answer = call("GET", "/assets/treaty-check.js", headers={"Origin": "https://news.example"})
    assert answer.headers["access-control-allow-origin"] == "https://news.example"
