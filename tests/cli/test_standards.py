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


def test_a_stored_list_keeps_claims_out(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    path.write_text('{"id": "desk", "version": 3, "entries": [{"id": "c1", "note": "settled"}]}')
    outcome = run("verify", "-", "--ignore", path, "--format", "json", stdin=TEXT.encode())
    assert json.loads(outcome.out)["summary"]["ignored"] == 1


@pytest.mark.parametrize("content", ["{", '{"entries": 1}', '{"entries": [1]}', '{"claims": []}'])
def test_a_list_that_is_none_is_refused(run: RunCommand, tmp_path: Path, content: str) -> None:
    path = tmp_path / "desk.json"
    path.write_text(content)
    outcome = run("verify", "-", "--ignore", path, stdin=TEXT.encode())
    assert outcome.status == 2 and "desk.json" in outcome.err


def test_a_file_of_ids_holds_for_each_line_of_a_batch(run: RunCommand, tmp_path: Path) -> None:
    path = tmp_path / "ignored.txt"
    path.write_text("c1")
    lines = "\n".join(json.dumps({"id": number, "text": TEXT}) for number in range(2))
    answers = run("verify", "--batch", "-", "--ignore", path, stdin=lines.encode()).out.splitlines()
    assert [json.loads(answer)["response"]["summary"]["ignored"] for answer in answers] == [1, 1]
