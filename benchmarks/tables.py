"""Tables of what was measured, as Markdown that reads well on a terminal, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.aims import Outcome


@dataclass(frozen=True, slots=True)
class Table:
    """A title, what the columns hold, and rows; `note` says how it was measured."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""
    outcomes: Sequence[Outcome] = ()

    def markdown(self) -> str:
        """With a heading of the third level, ended by a line break."""
        note = f"{self.note}\n\n" if self.note else ""
        return f"### {self.title}\n\n{note}" + "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        widths = [max(map(len, cells)) for cells in zip(self.columns, *self.rows, strict=True)]
        yield _line(self.columns, widths)
        yield _line(
            ["-" * width if number == 0 else "-" * (width - 1) + ":" for number, width in enumerate(widths)], widths
        )
        for row in self.rows:
            yield _line(row, widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.ljust(width) if number == 0 else cell.rjust(width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"


def table_of_outcomes(outcomes: Sequence[Outcome]) -> Table:
    """All aims in the order in which they were measured."""
    rows = [(found.what, found.aim.bound, found.measured, found.word) for found in outcomes]
    met = sum(found.is_met for found in outcomes)
    title = f"Aims: {met} of {len(outcomes)} met"
    return Table(title, ("what", "aim", "measured", ""), rows)
