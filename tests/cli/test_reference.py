"""`treatycheck reference` and `treatycheck serve`, and how the program ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import boto3
import pytest
from moto import mock_aws

from tests.cli.conftest import RunCommand

ROOT = Path(__file__).parents[2]


SOURCES = [
    {"title": "INF Treaty", "publisher": "Arms Control Association", "url": "https://www.armscontrol.org/inf"},
]


def test_the_export_has_a_fact_a_line(run: RunCommand) -> None:
    outcome = run("reference", "export")
    assert outcome.status == 0
    between, signed, withdrew = map(json.loads, outcome.out.splitlines())
    assert signed == {
        "treaty": "inf-treaty",
        "relation": "signed",
        "party": None,
        "value": "1987-12-08",
        "fact_id": "inf-treaty/signed",
        "sources": SOURCES,
        "status": "current",
    }
    assert between["value"] == "United States; Soviet Union"
    assert (withdrew["party"], withdrew["party_id"], withdrew["stage"]) == ("United States", "US", "effective")


def test_a_treaty_is_shown_with_its_sources(run: RunCommand) -> None:
    outcome = run("reference", "show", "inf-treaty")
    assert outcome.status == 0
    assert outcome.out.startswith("INF Treaty (inf-treaty)\n")
    assert (
        "signed: 1987-12-08\n    Arms Control Association, INF Treaty, https://www.armscontrol.org/inf\n" in outcome.out
    )


@pytest.mark.parametrize(
    ("asked", "meant"), [("inf-treaties", "inf-treaty"), ("INF", "inf-treaty"), ("New Start", "new-start")]
)
def test_an_unknown_treaty_is_answered_with_near_ones(run: RunCommand, asked: str, meant: str) -> None:
    outcome = run("reference", "show", asked)
    assert outcome.status == 2
    assert "no treaty has the id" in outcome.err
    assert f"did you mean {meant}" in outcome.err


def test_an_unknown_treaty_like_none_is_answered_without_a_guess(run: RunCommand) -> None:
    assert run("reference", "show", "zzzzzz").err == "treatycheck: no treaty has the id 'zzzzzz'\n"


def test_load_needs_a_table(run: RunCommand) -> None:
    outcome = run("reference", "load")
    assert outcome.status == 2
    assert "--table" in outcome.err


def test_load_tells_why_a_table_cannot_be_reached(run: RunCommand) -> None:
    outcome = run("reference", "load", "--table", "facts", "--endpoint", "no address")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "treatycheck: no client of DynamoDB could be made: Invalid endpoint: no address\n"


def test_load_fills_a_table_and_tells_what_it_did(run: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    keys = (("pk", "HASH"), ("sk", "RANGE"))
    with mock_aws():
        boto3.client("dynamodb", region_name="eu-central-1").create_table(
            TableName="facts",
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name, _ in keys],
            KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
        )
        outcome = run("reference", "load", "--table", "facts", "--region", "eu-central-1")
        missing = run("reference", "load", "--table", "none", "--region", "eu-central-1")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == "facts: 5 added, 0 changed, 0 removed, 0 unchanged; reference 0123456789abcdef\n"
    assert missing.status == 2
    assert "ResourceNotFoundException" in missing.err


@pytest.mark.parametrize("port", ["http", "65536", "-1", "٨٠", ""])
def test_what_is_no_port_is_refused(run: RunCommand, port: str) -> None:
    assert run("serve", f"--port={port}").status == 2


def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1}\n' * 20_000)
    command = f"{sys.executable} -m treatycheck.cli verify --batch {batch} | head -n 1; exit ${{PIPESTATUS[0]}}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "shared")}
    outcome = subprocess.run(["bash", "-c", command], capture_output=True, env=environment, check=False)
    assert outcome.stdout.count(b"\n") == 1
    assert (outcome.returncode, outcome.stderr) == (141, b"")
