"""Problems that the data declare to be none, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatycheck.reference.checks.problem import Problem
from treatycheck.reference.schema import ExceptionEntry, TreatyEntry


def without_exceptions(problems: Sequence[Problem], entries: Sequence[TreatyEntry]) -> list[Problem]:
    """The problems that no exception covers, and the exceptions that cover none."""
    found: list[Problem] = []
    covered: set[tuple[str, int]] = set()
    by_treaty = {entry.id: entry for entry in entries}
    for problem in problems:
        entry = by_treaty.get(problem.treaty)
        covering = list(_covering(problem, entry.exception)) if entry else []
        covered |= {(problem.treaty, index) for index in covering}
        if not covering:
            found.append(problem)
    for entry in entries:
        for index, exception in enumerate(entry.exception):
            if (entry.id, index) not in covered:
                facts = tuple(f"{entry.id}/{name}" for name in exception.facts)
                found.append(
                    Problem(entry.id, "exception", facts, f"nothing is wrong that {exception.why!r} would excuse")
                )
    return sorted(found)


def _covering(problem: Problem, exceptions: Sequence[ExceptionEntry]) -> Iterator[int]:
    """The exceptions to the same check that name all facts of the problem."""
    names = {fact.partition("/")[2] for fact in problem.facts}
    for index, exception in enumerate(exceptions):
        if exception.check == problem.check and names and names <= set(exception.facts):
            yield index
