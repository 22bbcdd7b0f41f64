"""What a check finds."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """Something wrong with a treaty. `facts` are the ids of the facts that it lies in; none: the treaty itself."""

    treaty: str
    check: str
    facts: tuple[str, ...]
    detail: str

    def __str__(self) -> str:
        where = ", ".join(self.facts) or self.treaty
        return f"{where}: {self.detail} ({self.check})"
