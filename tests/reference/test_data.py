"""What holds of everything under `data/`, and of the packaged JSON built from it."""

from __future__ import annotations

from collections import Counter
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from treatycheck.cli.check import folder_problems
from treatycheck.reference.build import stale
from treatycheck.reference.read import read_treaties
from treatycheck.reference.schema import Relation, TreatyEntry

ROOT = Path(__file__).parents[2]
TREATIES = read_treaties(ROOT / "data" / "treaties")
BY_TREATY = [pytest.param(entry, id=entry.id) for entry in TREATIES]
# Ids that others rely on: none of them may go.
LISTED = (Path(__file__).parent / "listed_treaties.txt").read_text(encoding="utf-8").split()
PRIVATE_SUFFIXES = (
    ".local",
    ".localhost",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".corp",
    ".test",
    ".example",
    ".invalid",
)
PLACEHOLDERS = frozenset({"localhost", "example.com", "example.org", "example.net", "www.example.com"})


def is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host in PLACEHOLDERS or host.endswith(PRIVATE_SUFFIXES)


def test_the_packaged_files_are_built_from_the_data() -> None:
    assert stale(ROOT / "data", ROOT / "shared" / "treatycheck" / "data") == []


def test_all_listed_treaties_are_there_and_many_more() -> None:
    ids = {entry.id for entry in TREATIES}
    assert len(LISTED) == 239
    assert set(LISTED) <= ids
    assert len(ids) == len(TREATIES) >= 320


def test_there_are_twenty_facts_a_treaty_and_of_every_relation_some() -> None:
    relations = Counter(fact.relation for entry in TREATIES for fact in entry.fact)
    assert relations.total() >= max(6500, 20 * len(TREATIES))
    assert set(relations) == set(Relation.__args__)  # type: ignore[attr-defined]  # of typing's Literal


def test_the_checks_find_nothing_but_what_is_declared_with_its_reason() -> None:
    assert folder_problems(ROOT / "data") == []


@pytest.mark.parametrize("entry", BY_TREATY)
def test_a_treaty_has_at_least_ten_facts(entry: TreatyEntry) -> None:
    assert len(entry.fact) >= 10


@pytest.mark.parametrize("entry", BY_TREATY)
def test_sources_are_public_pages(entry: TreatyEntry) -> None:
    for source in entry.source.values():
        parts = urlsplit(str(source.url))
        assert parts.scheme in {"http", "https"}
        assert parts.hostname and not is_private(parts.hostname), str(source.url)
        assert parts.username is None
