"""Status lists of who signed and joined when."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatycheck.errors import ReferenceDataError
from treatycheck.reference.read import read_treaty

HEAD = """
id = "example-treaty"
name = "Example Treaty"
official_title = "Example Treaty"
kind = "multilateral"
subject = "examples"
year = 1990
names = ["Example Treaty"]
[source.list]
publisher = "Example Archive"
title = "Status"
url = "https://example.org/status"
[source.own]
publisher = "Example Archive"
title = "Sweden"
url = "https://example.org/sweden"
[participation]
source = "list"
as_of = "2013-05-16"
states = [{states}]
[[fact]]
id = "se-ratified"
relation = "ratified"
party = "SE"
value = "1991-02-03"
sources = ["own"]
"""


def read(tmp_path: Path, *states: str) -> dict[str, tuple[str, str, str | None]]:
    path = tmp_path / "example-treaty.toml"
    path.write_text(HEAD.format(states=", ".join(f'"{state}"' for state in states)))
    return {fact.id: (fact.relation, str(fact.value), fact.party) for fact in read_treaty(path).fact}


def test_a_line_gives_the_signature_and_the_joining(tmp_path: Path) -> None:
    facts = read(tmp_path, "NO 1990-01-02 1992-05-06", "FI - 1993-01-01 a", "DK 1990-01-02 -")
    assert facts["status-signed-no"] == ("signed", "1990-01-02", "NO")
    assert facts["status-joined-no"] == ("ratified", "1992-05-06", "NO")
    assert facts["status-joined-fi"] == ("acceded", "1993-01-01", "FI")
    assert "status-signed-fi" not in facts
    assert "status-joined-dk" not in facts


def test_a_fact_of_the_file_goes_before_the_list(tmp_path: Path) -> None:
    facts = read(tmp_path, "SE 1990-01-02 1991-02-04")
    assert facts["se-ratified"] == ("ratified", "1991-02-03", "SE")
    assert "status-joined-se" not in facts
    assert facts["status-signed-se"] == ("signed", "1990-01-02", "SE")


@pytest.mark.parametrize("states", [("NO 1990-01-02",), ("NO 2 Jan 1990 -",), ("NO - 1990-01-02 x",), ()])
def test_a_line_of_another_form_is_an_error_that_names_the_file(tmp_path: Path, states: tuple[str, ...]) -> None:
    with pytest.raises(ReferenceDataError, match=r"example-treaty\.toml"):
        read(tmp_path, *states)


def test_its_facts_cite_the_lists_that_complete_it(tmp_path: Path) -> None:
    path = tmp_path / "example-treaty.toml"
    listed = HEAD.format(states='"NO 1990-01-02 -"').replace('source = "list"', 'source = "list"\nfurther = ["own"]')
    path.write_text(listed)
    assert [fact.sources for fact in read_treaty(path).fact] == [["own"], ["list", "own"]]


def test_a_party_named_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="named twice: NO"):
        read(tmp_path, "NO 1990-01-02 -", "NO - 1992-01-01")
