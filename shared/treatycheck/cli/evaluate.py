"""`treatycheck evaluate`: how right the engine is on a labelled corpus, by rule and by confidence."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatycheck.cli.inputs import parse_date
from treatycheck.cli.outputs import write_text

if TYPE_CHECKING:
    from treatycheck.cli.options import Subcommands
    from treatycheck.evaluation.figures import Evaluation, Figures


def add_evaluate(commands: Subcommands) -> None:
    """Adds the command and its options."""
    evaluate = commands.add_parser("evaluate", help="measure the engine on a labelled corpus")
    evaluate.add_argument("gold", type=Path, metavar="GOLD", help="the corpus, one labelled document a line (JSON)")
    evaluate.add_argument("--as-of", metavar="DATE", help="judge texts without a date as of this day")
    evaluate.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    evaluate.set_defaults(run=run_evaluate)


def run_evaluate(options: argparse.Namespace) -> int:
    """Prints the figures. Raises InvalidInput, OSError."""
    from treatycheck.evaluation.figures import evaluated
    from treatycheck.evaluation.gold import read_gold
    from treatycheck.facts.bundled import BundledFactStore
    from treatycheck.pipeline import verify

    day = parse_date(options.as_of, "--as-of") if options.as_of else date.today()
    store = BundledFactStore.load()
    evaluation = evaluated((gold, verify(gold.to_document(), store, day).claims) for gold in read_gold(options.gold))
    record = to_dict(evaluation)
    write_text(json.dumps(record, indent=1) + "\n" if options.format == "json" else "\n".join(_lines(record)) + "\n")
    return 0


def to_dict(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain values, shares rounded to three digits."""
    return {
        "parts": {name: _part(figures) for name, figures in evaluation.figures.items()},
        "negatives": dict(evaluation.negatives),
        "relations": {
            name: {"right": right, "labelled": labelled}
            for name, (right, labelled) in sorted(evaluation.relations.items(), key=lambda item: -item[1][1])
        },
        "rules": {
            name: {"fired": fired, "right": right, "right_verdict": verdict, "wrong_flags": wrong}
            for name, (fired, right, verdict, wrong) in sorted(evaluation.rules.items(), key=lambda item: -item[1][0])
        },
        "calibration": {
            f"{tenth / 10:.1f}": {"claims": claims, "right": right, "share": round(right / claims, 3)}
            for tenth, (claims, right) in sorted(evaluation.calibration.items())
        },
    }


def _part(figures: Figures) -> dict[str, Any]:
    names = ("precision", "recall", "f1")
    return {
        "documents": figures.documents,
        "labelled": figures.labelled,
        "found": figures.found,
        "claims": dict(zip(names, (round(share, 3) for share in figures.claims), strict=True)),
        "end_to_end": dict(zip(names, (round(share, 3) for share in figures.end_to_end), strict=True)),
        "flags": dict(zip(names, (round(share, 3) for share in figures.flag_scores), strict=False)),
        "wrong_flags": figures.flags - figures.right_flags,
        "wrong_flags_per_1000_words": round(figures.wrong_flags_per_thousand_words, 3),
    }


def _lines(record: dict[str, Any]) -> Iterator[str]:
    for name, part in record["parts"].items():
        yield f"{name}: {part['documents']} documents, {part['labelled']} labelled, {part['found']} found"
        for kind in ("claims", "end_to_end", "flags"):
            shares = "  ".join(f"{share} {value:.3f}" for share, value in part[kind].items())
            yield f"  {kind.replace('_', ' '):11} {shares}"
        yield f"  wrong flags {part['wrong_flags']}, {part['wrong_flags_per_1000_words']:.3f} per 1,000 words"
    if record["negatives"]:
        yield f"negative passages: {record['negatives']['passages']}, {record['negatives']['with claims']} with claims"
    yield "by relation: right verdict of labelled"
    yield from (f"  {name:22} {row['right']:5} {row['labelled']:5}" for name, row in record["relations"].items())
    yield "by rule: fired, right, right verdict, wrong flags"
    yield from (
        f"  {name:32} {row['fired']:5} {row['right']:5} {row['right_verdict']:5} {row['wrong_flags']:5}"
        for name, row in record["rules"].items()
    )
    yield "confidence of supported and refuted claims: claims, right, share"
    yield from (
        f"  from {tenth}  {row['claims']:5} {row['right']:5}  {row['share']:.3f}"
        for tenth, row in record["calibration"].items()
    )
