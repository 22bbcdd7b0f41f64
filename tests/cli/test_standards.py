"""`treatycheck verify` in the formats of other tools, and less the claims that are not wanted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCommand
from tests.reports import TEXT


@pytest.mark.parametrize(("name", "key"), [("sarif", "runs"), ("claimreview", "@graph"), ("annotations", "first")])
def test_each_format_is_json_and_keeps_the_exit_status(run: RunCommand, name: str, key: str) -> None:
    outcome = run("verify", "-", "--format", name, stdin=TEXT.encode())
    assert outcome.status == 1
    assert key in json.loads(outcome.out)


def test_the_log_names_the_file(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "my article.txt"
    path.write_text(TEXT)
    log = json.loads(run("verify", path, "--format", "sarif").out)
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == path.as_uri()


def test_a_file_of_ids_keeps_claims_out(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "ignored.txt"
    path.write_text("# settled with the desk\nc1  # the year is a quotation\n\n")
    outcome = run("verify", "-", "--ignore", path, "--format", "json", stdin=TEXT.encode())
    assert outcome.status == 0
    assert json.loads(outcome.out)["summary"]["ignored"] == 1


def test_a_batch_takes_no_file_of_ids(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "ignored.txt"
    path.write_text("c1")
    assert run("verify", "--batch", "-", "--ignore", path, stdin=b"").status == 2
