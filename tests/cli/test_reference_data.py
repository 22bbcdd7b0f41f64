"""`treatycheck reference` check, stats, diff, export, import: run as people run them, on small folders."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENTRY = """id = "treaty-of-example"
name = "Treaty of Example"
official_title = "Treaty of Example"
kind = "bilateral"
subject = "peace"
year = 1901
names = ["Peace of Example"]

[source.archive]
publisher = "Example Archive"
title = "The treaty"
url = "https://archives.gov/example"

[[fact]]
id = "signed"
relation = "signed"
value = "1901-02-03"
sources = ["archive"]

[[fact]]
id = "in-force"
relation = "entered_into_force"
value = "1901-05-06"
sources = ["archive"]
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one treaty and the lexicon."""
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "treaty-of-example.toml").write_text(ENTRY, encoding="utf-8")
    shutil.copytree(ROOT / "data" / "lexicon", tmp_path / "lexicon")
    return tmp_path


def run(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "treatycheck.cli", "reference", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, input=stdin, cwd=ROOT / "shared", check=False, encoding="utf-8"
    )


def test_right_data_pass_the_checks_in_silence(data: Path) -> None:
    outcome = run("check", "--data", data)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "", "")


def test_the_packaged_facts_pass_the_checks() -> None:
    assert run("check").stdout == ""


def test_a_problem_and_a_file_that_cannot_be_read_are_both_told(data: Path) -> None:
    path = data / "treaties" / "treaty-of-example.toml"
    path.write_text(ENTRY.replace("1901-05-06", "1900"), encoding="utf-8")
    (data / "treaties" / "broken.toml").write_text("id = ", encoding="utf-8")
    outcome = run("check", "--data", data)
    assert outcome.returncode == 1
    first, second = outcome.stdout.splitlines()
    assert "broken.toml" in first
    assert "signed 1901-02-03 comes after entered_into_force 1900" in second


def test_an_exception_with_its_reason_silences_a_problem(data: Path) -> None:
    path = data / "treaties" / "treaty-of-example.toml"
    late = ENTRY.replace("1901-05-06", "1900")
    declared = '\n[[exception]]\ncheck = "order"\nfacts = ["signed", "in-force"]\nwhy = "backdated"\n'
    path.write_text(late + declared, encoding="utf-8")
    assert run("check", "--data", data).returncode == 0
    path.write_text(ENTRY + declared, encoding="utf-8")
    assert "backdated" in run("check", "--data", data).stdout


def test_a_folder_without_treaties_is_bad_use(tmp_path: Path) -> None:
    outcome = run("check", "--data", tmp_path)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert "has no files" in outcome.stderr


def test_figures_are_counted(data: Path) -> None:
    figures = json.loads(run("stats", data, "--format", "json").stdout)
    assert (figures["treaties"], figures["facts"], figures["sources"]) == (1, 2, 1)
    assert figures["by_relation"] == {"signed": 1, "entered_into_force": 1}
    assert figures["sourced_share"] == 1.0
    assert "facts with a source: 100.0%" in run("stats", data).stdout


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_an_export_differs_in_nothing_from_what_was_exported(tmp_path: Path, suffix: str) -> None:
    export = tmp_path / f"facts.{suffix}"
    assert run("export", "--format", suffix, "--output", export).returncode == 0
    outcome = run("diff", "packaged", export)
    assert (outcome.returncode, outcome.stdout) == (0, "")


def test_a_change_is_imported_and_shown_by_diff(data: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    run("export", data, "--output", old)
    treaties = run("export", data, "--treaties").stdout
    new.write_text(treaties + old.read_text(encoding="utf-8").replace("1901-02-03", "1901-02-04"), encoding="utf-8")
    preview = run("import", new, "--data", data, "--dry-run", "--replace")
    assert "line 3: changed treaty-of-example/signed" in preview.stdout
    assert "1 changed" in preview.stdout and "nothing was written" in preview.stdout
    refused = run("import", new, "--data", data)
    assert (refused.returncode, "1 differs" in refused.stdout) == (1, True)
    assert run("import", new, "--data", data, "--replace").returncode == 0
    old.write_text(treaties + old.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = run("diff", old, data)
    assert outcome.returncode == 1
    lines = outcome.stdout.splitlines()
    assert lines[0].startswith("~ treaty-of-example/signed")
    assert lines[1] == "    values: 1901-02-03 -> 1901-02-04"
    as_json = json.loads(run("diff", old, data, "--format", "json").stdout)
    assert as_json == {
        "id": "treaty-of-example/signed",
        "kind": "changed",
        "changed": {"values": ["1901-02-03", "1901-02-04"]},
    }


def test_bad_rows_are_told_and_the_others_are_written(data: Path) -> None:
    row = {
        "treaty": "treaty-of-example",
        "relation": "signed_in",
        "value": "London",
        "sources": [{"publisher": "Example Archive", "title": "The treaty", "url": "https://archives.gov/example"}],
    }
    lines = ["{", json.dumps(row | {"relation": "sang"}), json.dumps(row)]
    outcome = run("import", "-", "--format", "jsonl", "--data", data, stdin="\n".join(lines))
    assert outcome.returncode == 1
    assert [line.partition(" ")[0] for line in outcome.stdout.splitlines()][:2] == ["line", "line"]
    assert "1 added, 0 changed, 0 same, 0 differs, 2 refused; 1 files written" in outcome.stdout
    assert 'value = "London"' in (data / "treaties" / "treaty-of-example.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "x.jsonl"),
        ("import", "x.txt", "--dry-run"),
        ("import", "nowhere.csv", "--dry-run"),
        ("export", "nowhere"),
        ("export", "--treaties", "--format", "csv"),
        ("diff", "packaged", "nowhere.jsonl"),
        ("stats", "nowhere"),
        ("show", "inf-treaty/sung"),
    ],
)
def test_bad_use_is_one_line_and_two(arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("treatycheck: ") and outcome.stderr.count("\n") == 1


def test_a_fact_is_shown_with_its_history() -> None:
    outcome = run("show", "inf-treaty/signed")
    assert outcome.returncode == 0
    assert "version 1: treatycheck" in outcome.stdout and "signed: 1987-12-08" in outcome.stdout
