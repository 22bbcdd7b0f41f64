"""Problems that the data declare to be none, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from treatycheck.reference.checks.problem import Problem


@dataclass(frozen=True, slots=True)
class DeclaredException:
    """What a check may find in these facts (ids within the treaty), and why it is no problem."""

    treaty: str
    check: str
    facts: frozenset[str]
    why: str

    def covers(self, problem: Problem) -> bool:
        """Whether this is the problem: the same check, and none but these facts."""
        names = {fact.partition("/")[2] for fact in problem.facts}
        same = (problem.treaty, problem.check) == (self.treaty, self.check)
        return same and bool(names) and names <= self.facts


def declared_exceptions(records: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[DeclaredException]:
    """The exceptions in records by treaty, as `build` packages them."""
    return [
        DeclaredException(treaty, record["check"], frozenset(record["facts"]), record["why"])
        for treaty, declared in sorted(records.items())
        for record in declared
    ]


def without_exceptions(problems: Sequence[Problem], declared: Sequence[DeclaredException]) -> list[Problem]:
    """The problems that no exception covers, and the exceptions that cover none."""
    left = [problem for problem in problems if not any(one.covers(problem) for one in declared)]
    idle = [one for one in declared if not any(one.covers(problem) for problem in problems)]
    return sorted([*left, *map(_idle, idle)])


def _idle(exception: DeclaredException) -> Problem:
    facts = tuple(f"{exception.treaty}/{name}" for name in sorted(exception.facts))
    return Problem(exception.treaty, "exception", facts, f"nothing is wrong that {exception.why!r} would excuse")
