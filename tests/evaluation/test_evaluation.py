"""The figures of an evaluation."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from treatycheck.errors import InvalidInput
from treatycheck.evaluation.figures import Evaluation, evaluated
from treatycheck.evaluation.gold import read_gold
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.pipeline import verify

STORE = BundledFactStore.load()
SIGNED = "The INF Treaty was signed in 1987."
WRONG = "The INF Treaty was signed in 1988."


def label(span: str, value: str, verdict: str = "supported", **more: object) -> dict[str, object]:
    return {
        "span": span,
        "treaty": "inf-treaty",
        "relation": ["signed"],
        "value": value,
        "verdict": verdict,
        **more,
    }


def measured(tmp_path: Path, *records: dict[str, object]) -> Evaluation:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps({"id": str(i), **record}) for i, record in enumerate(records)))
    return evaluated((gold, verify(gold.to_document(), STORE, date(2026, 1, 1)).claims) for gold in read_gold(path))


def test_what_is_found_and_judged_as_labelled_counts_as_right(tmp_path: Path) -> None:
    evaluation = measured(
        tmp_path,
        {"text": SIGNED, "kind": "natural", "claims": [label("signed in 1987", "1987")]},
        {"text": WRONG, "kind": "altered", "claims": [label("signed in 1988", "1988", "refuted")]},
    )
    figures = evaluation.figures["definite"]
    assert figures.claims == figures.end_to_end == (1.0, 1.0, 1.0)
    assert figures.flag_scores == (1.0, 1.0)
    assert evaluation.rules["signed/verb"] == [2, 2, 2, 0]
    assert evaluation.calibration == {9: [2, 2]}


def test_a_flag_on_what_is_labelled_true_is_a_wrong_one(tmp_path: Path) -> None:
    evaluation = measured(tmp_path, {"text": WRONG, "claims": [label("signed in 1988", "1988")]})
    figures = evaluation.figures["all"]
    assert (figures.flags, figures.right_flags) == (1, 0)
    assert figures.wrong_flags_per_thousand_words == pytest.approx(1000 / 7)
    assert figures.end_to_end[2] == 0.0


def test_what_is_missed_or_extra_counts_against_recall_or_precision(tmp_path: Path) -> None:
    missed = measured(tmp_path, {"text": "Nothing here.", "claims": [label("Nothing", "1987")]})
    assert missed.figures["all"].claims == (0.0, 0.0, 0.0)
    extra = measured(tmp_path, {"text": SIGNED, "kind": "negative", "claims": []})
    assert extra.figures["all"].found == 1
    assert extra.negatives == {"passages": 1, "with claims": 1}


def test_an_optional_label_counts_neither_way(tmp_path: Path) -> None:
    evaluation = measured(tmp_path, {"text": SIGNED, "claims": [label("signed in 1987", "1987", optional=True)]})
    figures = evaluation.figures["all"]
    assert (figures.labelled, figures.found, figures.right) == (0, 0, 0)


@pytest.mark.parametrize(
    "line",
    ["{", '{"id": 1}', json.dumps({"id": "1", "text": "A.", "claims": [label("B", "1987")]})],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n")
    with pytest.raises(InvalidInput, match="line 2"):
        read_gold(path)
