"""The error for data that the checks refuse."""

from __future__ import annotations

from collections.abc import Sequence

from treatycheck.errors import InvalidInput
from treatycheck.reference.checks.problem import Problem


class RefusedEdit(InvalidInput):
    """An edit that would make problems, at least one."""

    title = "Edit refused"
    slug = "edit-refused"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(map(str, problems[:5])))
        self.problems = tuple(problems)
