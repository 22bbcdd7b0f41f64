"""`treatycheck evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from treatycheck.cli.main import main

GOLD = {
    "id": "1",
    "kind": "natural",
    "text": "The INF Treaty was signed in 1987.",
    "claims": [
        {
            "span": "signed in 1987",
            "treaty": "inf-treaty",
            "relation": ["signed"],
            "value": "1987",
            "verdict": "supported",
        }
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n")
    return path


def test_the_figures_are_printed_by_part_rule_and_confidence(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(gold)]) == 0
    out = capsys.readouterr().out
    assert "definite: 1 documents, 1 labelled, 1 found" in out
    assert "claims      precision 1.000  recall 1.000  f1 1.000" in out
    assert "signed/verb" in out
    assert "from 0.9" in out


def test_the_figures_come_as_json(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(gold), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["parts"]["definite"]["end_to_end"]["f1"] == 1.0
    assert record["rules"]["signed/verb"] == {"fired": 1, "right": 1, "right_verdict": 1, "wrong_flags": 0}


def test_a_missing_corpus_is_bad_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err
