"""Sums over the findings of an audit. Sums of parts add up to the sum of the whole, in any order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from treatycheck.audit.article import Failure
from treatycheck.audit.finding import DocumentFindings, Finding, State
from treatycheck.model import Label

UNDATED = "undated"
# a finding in these is no claim that the text makes now, or one that nobody wants to see
_APART = frozenset({State.FIXED, State.SUPPRESSED})
Labels = Counter[str]


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """The same wrong statement, in whatever words: a value that a treaty's relation has not."""

    treaty: str
    relation: str
    normalized: str


@dataclass(slots=True)
class Tally:
    """How many documents, verdicts, states and failures; verdicts by year of publication and by treaty; the mistakes.
    Suppressed and fixed findings count in `states` alone.
    """

    documents: int = 0
    labels: Labels = field(default_factory=Counter)
    states: Labels = field(default_factory=Counter)
    date_sources: Labels = field(default_factory=Counter)
    years: dict[str, Labels] = field(default_factory=lambda: defaultdict(Counter))
    treaties: dict[str, Labels] = field(default_factory=lambda: defaultdict(Counter))
    mistakes: Counter[Mistake] = field(default_factory=Counter)
    failures: Labels = field(default_factory=Counter)

    def add(self, document: DocumentFindings) -> None:
        """One more document."""
        if not document.gone:
            self.documents += 1
            self.date_sources[document.date_source] += 1
        year = str(document.published.year) if document.published else UNDATED
        for finding in document.findings:
            self.states[f"{finding.label}/{finding.state}"] += 1
            if finding.state not in _APART:
                self._add(year, finding)

    def add_failure(self, failure: Failure) -> None:
        """One more thing that could not be read or judged."""
        self.failures[failure.problem.value] += 1

    def merge(self, other: Tally) -> None:
        """Adds the sums of other documents."""
        self.documents += other.documents
        for name in ("labels", "states", "date_sources", "mistakes", "failures"):
            getattr(self, name).update(getattr(other, name))
        for name in ("years", "treaties"):
            for key, labels in getattr(other, name).items():
                getattr(self, name)[key].update(labels)

    def in_state(self, state: State, label: Label | None = None) -> int:
        """How many findings are in a state, all or those with a verdict."""
        labels = [label] if label else list(Label)
        return sum(self.states[f"{one}/{state}"] for one in labels)

    def _add(self, year: str, finding: Finding) -> None:
        self.labels[finding.label] += 1
        self.years[year][finding.label] += 1
        self.treaties[finding.treaty][finding.label] += 1
        if finding.label is Label.REFUTED:
            self.mistakes[Mistake(finding.treaty, finding.relation, finding.normalized)] += 1


def tally_to_record(tally: Tally) -> dict[str, Any]:
    """The sums as JSON, keys sorted: the same sums are the same record."""
    mistakes = sorted(tally.mistakes.items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "documents": tally.documents,
        "labels": {label.value: tally.labels[label] for label in Label},
        "states": _sorted(tally.states),
        "date_sources": _sorted(tally.date_sources),
        "years": {year: _sorted(labels) for year, labels in sorted(tally.years.items())},
        "treaties": {treaty: _sorted(labels) for treaty, labels in sorted(tally.treaties.items())},
        "mistakes": [[one.treaty, one.relation, one.normalized, count] for one, count in mistakes],
        "failures": _sorted(tally.failures),
    }


def tally_from_record(record: Mapping[str, Any]) -> Tally:
    """The sums that `tally_to_record` wrote. Raises KeyError, TypeError on other records."""
    tally = Tally(record["documents"])
    for name in ("labels", "states", "date_sources", "failures"):
        getattr(tally, name).update(record[name])
    for name in ("years", "treaties"):
        for key, labels in record[name].items():
            getattr(tally, name)[key].update(labels)
    tally.mistakes.update({Mistake(*mistake): count for *mistake, count in record["mistakes"]})
    return tally


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return {str(key): count for key, count in sorted(counts.items()) if count}
