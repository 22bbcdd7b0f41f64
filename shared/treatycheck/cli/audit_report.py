"""The report of an audit, written as it is made, and the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from treatycheck.cli.outputs import whole_output
from treatycheck.model import Label

if TYPE_CHECKING:
    from treatycheck.audit.finding import DocumentFindings
    from treatycheck.audit.local.state import Run, State
    from treatycheck.audit.report.content import Heading, Selection
    from treatycheck.audit.tally import Tally

_MOST_PATHS = 5


def write_report(options: argparse.Namespace, state: State, run: Run, ignored: Collection[str]) -> int:
    """Writes the report of an audit, and gives the exit status. Raises StateUnavailable, OSError."""
    from treatycheck.audit.report.content import AuditReport
    from treatycheck.audit.report.formats import REPORTS
    from treatycheck.audit.states import suppressed

    if options.report and not run.finished:
        print("treatycheck: the last audit is not finished: this is what it did so far", file=sys.stderr)
    selection = _selection(options)

    def documents() -> Iterator[DocumentFindings]:
        return (suppressed(document, ignored) for document in state.found(run))

    tally = _tally(documents(), state, run)
    report = AuditReport(
        heading=_heading(options, state, run),
        tally=tally,
        selection=selection,
        documents=lambda: selection.of(documents()),
        failures=lambda: state.failures(run),
    )
    with whole_output(options.output) as output:
        for piece in REPORTS[options.format](report):
            output.write(piece.encode("utf-8", errors="backslashreplace"))
    return int(_fails(options.fail_on, tally, selection))


def _selection(options: argparse.Namespace) -> Selection:
    from treatycheck.audit.report.content import ALL_STATES, DEFAULT_LABELS, SINCE_LAST, Selection

    return Selection(
        labels=frozenset(Label) if options.all else DEFAULT_LABELS,
        states=SINCE_LAST if options.since_last else ALL_STATES,
    )


def _tally(documents: Iterator[DocumentFindings], state: State, run: Run) -> Tally:
    from treatycheck.audit.tally import Tally

    tally = Tally()
    for document in documents:
        tally.add(document)
    for _, failure in state.failures(run):
        tally.add_failure(failure)
    return tally


def _heading(options: argparse.Namespace, state: State, run: Run) -> Heading:
    from treatycheck.audit.report.content import Heading

    return Heading(
        title=_title(run.request["paths"]),
        number=run.number,
        day=run.today,
        reference=run.reference,
        engine=run.engine,
        counts=asdict(state.counts(run)),
        since_last=options.since_last,
    )


def _title(paths: Sequence[str]) -> str:
    """The paths of an audit; a shell may have made thousands of a pattern."""
    more = len(paths) - _MOST_PATHS
    return ", ".join(paths[:_MOST_PATHS]) + (f" and {more:,} more" if more > 0 else "")


def _fails(fail_on: str, tally: Tally, selection: Selection) -> bool:
    """Whether the report has what gives exit status 1: of the states that it lists, and still in the text."""
    from treatycheck.audit.finding import State as FindingState

    active = selection.states - {FindingState.FIXED, FindingState.SUPPRESSED}
    labels = {"refuted": [Label.REFUTED], "not_enough_info": [Label.REFUTED, Label.NOT_ENOUGH_INFO]}.get(fail_on, [])
    if fail_on == "failure":
        labels = [Label.REFUTED]
        if tally.failures:
            return True
    return any(tally.in_state(state, label) for state in active for label in labels)
