"""The figures of an evaluation: claims, verdicts and flags, by rule, and how far confidence can be trusted.

A found claim is right when it has the treaty, the relation, the place and the value of a labelled one; end to end,
its verdict is right, too. A flag is a claim that was refuted: right where a labelled claim at its place is refuted.
Precision is the share of what was found that is right, recall the share of what is labelled that was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from treatycheck.evaluation.gold import GoldClaim, GoldDocument
from treatycheck.evaluation.matching import matched
from treatycheck.model import Judged, Label

OPEN = frozenset({"prohibits", "first"})
PARTS = ("definite", "open", "all")


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return ratio(2 * precision * recall, precision + recall)


@dataclass(slots=True)
class Figures:
    """Counts over one part of a corpus."""

    documents: int = 0
    words: int = 0
    labelled: int = 0
    found: int = 0
    right: int = 0
    right_verdicts: int = 0
    flags: int = 0
    right_flags: int = 0
    refuted: int = 0
    flagged: int = 0

    @property
    def claims(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of what was found."""
        return _three(self.right, self.found, self.labelled)

    @property
    def end_to_end(self) -> tuple[float, float, float]:
        """Precision, recall and F1 where the verdict must be right, too."""
        return _three(self.right_verdicts, self.found, self.labelled)

    @property
    def flag_scores(self) -> tuple[float, float]:
        """Precision and recall of the flags."""
        return ratio(self.right_flags, self.flags), ratio(self.flagged, self.refuted)

    @property
    def wrong_flags_per_thousand_words(self) -> float:
        return ratio(1000 * (self.flags - self.right_flags), self.words)


def _three(right: int, found: int, labelled: int) -> tuple[float, float, float]:
    precision, recall = ratio(right, found), ratio(right, labelled)
    return precision, recall, harmonic(precision, recall)


@dataclass(slots=True)
class Evaluation:
    """What was counted.

    `figures` by part and kind; `rules` how often each fired, was right, had the right verdict, flagged wrongly;
    `calibration` by tenths of confidence: claims, and those that were right; `relations`: right verdicts, labelled.
    """

    figures: dict[str, Figures] = field(default_factory=dict)
    rules: dict[str, list[int]] = field(default_factory=dict)
    calibration: dict[int, list[int]] = field(default_factory=dict)
    relations: dict[str, list[int]] = field(default_factory=dict)
    negatives: Counter[str] = field(default_factory=Counter)


def evaluated(pairs: Iterable[tuple[GoldDocument, Sequence[Judged]]]) -> Evaluation:
    """The evaluation of documents with what was found in them."""
    evaluation = Evaluation({part: Figures() for part in PARTS})
    for document, found in pairs:
        pairing = matched(document.claims, found)
        for part in (*PARTS, document.kind):
            _count(evaluation.figures.setdefault(part, Figures()), part, document, found, pairing)
        _count_rules(evaluation, document, found, pairing)
        if document.kind == "negative":
            evaluation.negatives["passages"] += 1
            evaluation.negatives["with claims"] += bool(found)
    return evaluation


def _belongs(part: str, relation: str) -> bool:
    return part not in {"definite", "open"} or (relation in OPEN) == (part == "open")


def _count(
    figures: Figures, part: str, document: GoldDocument, found: Sequence[Judged], pairing: dict[int, int]
) -> None:
    label_of = {j: i for i, j in pairing.items()}
    golds = document.claims
    ours = {i for i, gold in enumerate(golds) if not gold.optional and _belongs(part, gold.relations[0])}
    theirs = [
        j
        for j, judged in enumerate(found)
        if (label_of[j] in ours if j in label_of else _belongs(part, judged.claim.relation))
    ]
    figures.documents += 1
    figures.words += len(document.text.split())
    figures.labelled += len(ours)
    figures.found += len(theirs)
    figures.right += sum(i in ours for i in pairing)
    figures.right_verdicts += sum(i in ours and found[j].verdict.label is golds[i].verdict for i, j in pairing.items())
    refuted = [i for i in ours if golds[i].verdict is Label.REFUTED]
    figures.refuted += len(refuted)
    figures.flagged += sum(any(_flags(judged, golds[i]) for judged in found) for i in refuted)
    flags = [found[j] for j in theirs if found[j].verdict.label is Label.REFUTED]
    figures.flags += len(flags)
    figures.right_flags += sum(_is_right_flag(flag, golds) for flag in flags)


def _flags(judged: Judged, gold: GoldClaim) -> bool:
    return judged.verdict.label is Label.REFUTED and gold.span.overlaps(judged.claim.span)


def _is_right_flag(flag: Judged, golds: Sequence[GoldClaim]) -> bool:
    return any(gold.verdict is Label.REFUTED and gold.span.overlaps(flag.claim.span) for gold in golds)


def _count_rules(
    evaluation: Evaluation, document: GoldDocument, found: Sequence[Judged], pairing: dict[int, int]
) -> None:
    label_of = {j: i for i, j in pairing.items()}
    for gold in document.claims:
        if not gold.optional:
            evaluation.relations.setdefault(gold.relations[0], [0, 0])[1] += 1
    for j, judged in enumerate(found):
        label = document.claims[label_of[j]] if j in label_of else None
        if label is not None and label.optional:
            continue
        right = label is not None and judged.verdict.label is label.verdict
        wrong_flag = judged.verdict.label is Label.REFUTED and not _is_right_flag(judged, document.claims)
        counts = evaluation.rules.setdefault(judged.claim.rule, [0, 0, 0, 0])
        for place, holds in enumerate((True, label is not None, right, wrong_flag)):
            counts[place] += holds
        if label is not None and right:
            evaluation.relations[label.relations[0]][0] += 1
        if judged.verdict.label is not Label.NOT_ENOUGH_INFO:
            tenth = evaluation.calibration.setdefault(int(judged.verdict.confidence * 10), [0, 0])
            tenth[0] += 1
            tenth[1] += right
