"""The requests of `docs/clients/` give the answers that stand below them."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.interface.calls import Answer, call, stored_lists

FOLDER = Path(__file__).parents[2] / "docs" / "clients"
PAIR = re.compile(r"```sh\n(curl .*?)```\n\n```json\n(.*?)```", re.DOTALL)
PAGES = sorted(FOLDER.glob("*.md"))


def curl_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("-s", action="store_true")
    parser.add_argument("-G", action="store_true")
    parser.add_argument("-X", dest="method", default="POST")
    parser.add_argument("-H", action="append", default=[], dest="headers")
    parser.add_argument("-d", "--data-urlencode", action="append", default=[], dest="data")
    parser.add_argument("url")
    return parser


def curl(command: str) -> Answer:
    """What the command would get."""
    options = curl_options().parse_args(shlex.split(command.replace("\\\n", " "))[1:])
    address = urlsplit(options.url)
    headers = dict(header.split(": ", 1) for header in options.headers)
    fields = dict(field.split("=", 1) for field in options.data if "=" in field and not field.startswith("{"))
    if options.G or not options.data:
        return call("GET", address.path, query=fields or dict(parse_qsl(address.query)), headers=headers)
    if headers.get("Content-Type") == "application/json":
        return call(options.method, address.path, json.loads(options.data[0]), headers=headers)
    return call("POST", address.path, form=fields, headers=headers)


def holds(answer: Any, shown: Any, place: str = "$") -> list[str]:
    """Where the answer is not as shown; keys may be left out, and … stands for any text."""
    if isinstance(shown, dict) and isinstance(answer, dict):
        missing = [f"{place}.{key} is missing" for key in shown.keys() - answer.keys()]
        both = shown.keys() & answer.keys()
        return missing + [found for key in both for found in holds(answer[key], shown[key], f"{place}.{key}")]
    if isinstance(shown, list) and isinstance(answer, list) and len(shown) == len(answer):
        return [found for i, item in enumerate(shown) for found in holds(answer[i], item, f"{place}[{i}]")]
    if shown == answer or (shown == "…" and isinstance(answer, str)):
        return []
    if place.endswith(".prefix") and answer.endswith(shown):
        return []
    return [f"{place}: {answer!r} and not {shown!r}"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_requests_of_a_page_give_in_turn_the_answers_that_are_shown(page: Path) -> None:
    pairs = PAIR.findall(page.read_text(encoding="utf-8"))
    assert pairs
    stored_lists.cache_clear()
    for command, shown in pairs:
        assert holds(curl(command).content, json.loads(shown)) == []
