"""Each frame's examples and counterexamples, through the whole pipeline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Document, Judged, Report
from treatycheck.pipeline import verify
from treatycheck.reference.relations import (
    CounterexampleEntry,
    ExampleEntry,
    FrameEntry,
    read_relation_entries,
)

TODAY = date(2026, 6, 1)
STORE = BundledFactStore.load()
FRAMES = [
    frame
    for relation in read_relation_entries(Path(__file__).parents[2] / "data" / "relations")
    for frame in relation.frame
]
EXAMPLES = [
    pytest.param(frame, example, id=f"{frame.id}: {example.text}") for frame in FRAMES for example in frame.example
]
COUNTEREXAMPLES = [
    pytest.param(frame, example, id=f"{frame.id}: {example.text}")
    for frame in FRAMES
    for example in frame.counterexample
]


def verified(text: str, published: str | None) -> Report:
    return verify(Document(text, published=date.fromisoformat(published) if published else None), STORE, TODAY)


def by_rule(report: Report, rule: str) -> list[Judged]:
    return [judged for judged in report.claims if judged.claim.rule == rule]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_an_example_is_found_at_its_mark_and_judged_as_it_says(frame: FrameEntry, example: ExampleEntry) -> None:
    start = example.text.index("[")
    end = example.text.index("]") - 1
    text = example.text.replace("[", "", 1).replace("]", "", 1)
    found = by_rule(verified(text, example.published), frame.id)
    assert len(found) == 1
    judged = found[0]
    claim = judged.claim
    assert text[claim.span.start : claim.span.end] == text[start:end]
    assert claim.treaty.value == example.treaty
    assert claim.value.normalized == example.value
    assert (claim.party.id if claim.party else None) == example.party
    assert claim.negated == example.negated
    assert judged.verdict.label.value == example.verdict


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_a_correction_put_into_a_refuted_example_verifies_as_supported(
    frame: FrameEntry, example: ExampleEntry
) -> None:
    text = example.text.replace("[", "", 1).replace("]", "", 1)
    for judged in by_rule(verified(text, example.published), frame.id):
        correction = judged.verdict.correction
        if judged.verdict.label.value != "refuted" or correction is None or judged.claim.value.span is None:
            continue
        span = judged.claim.value.span
        corrected = text[: span.start] + correction.text + text[span.end :]
        labels = {again.verdict.label.value for again in by_rule(verified(corrected, example.published), frame.id)}
        assert labels == {"supported"}, corrected


@pytest.mark.parametrize(("frame", "example"), COUNTEREXAMPLES)
def test_a_counterexample_is_left_alone(frame: FrameEntry, example: CounterexampleEntry) -> None:
    assert by_rule(verified(example.text, example.published), frame.id) == []
