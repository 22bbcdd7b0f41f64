"""What is aimed at, as data; the tables say of each whether it is met."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """A bound for a figure: at least, or at most where `most` is set. `unit` stands behind the figure."""

    what: str
    limit: float
    unit: str
    most: bool = False

    @property
    def bound(self) -> str:
        return f"{'≤' if self.most else '≥'} {self.limit:g} {self.unit}".strip()

    def judged(self, figure: float, where: str = "") -> Outcome:
        """The aim with a figure in its unit; `where` tells which of several figures it is."""
        return Outcome(self, figure, where)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure beside its aim."""

    aim: Aim
    figure: float
    where: str = ""

    @property
    def what(self) -> str:
        return f"{self.aim.what}: {self.where}" if self.where else self.aim.what

    @property
    def is_met(self) -> bool:
        return self.figure <= self.aim.limit if self.aim.most else self.figure >= self.aim.limit

    @property
    def measured(self) -> str:
        return f"{self.figure:,.3g} {self.aim.unit}".strip()

    @property
    def word(self) -> str:
        return "met" if self.is_met else "not met"

    @property
    def cell(self) -> str:
        """For a table's column of aims."""
        return f"{self.aim.bound}: {self.word}"


NO_TREATY = Aim("text that names no treaty, on one core", 20, "MB/s")
FEW_TREATIES = Aim("news text with few treaties, on one core", 5, "MB/s")
FEW_BESIDE_MATCHER = Aim("the same beside spaCy's PhraseMatcher", 3, "times as fast")
DENSE = Aim("a treaty in each sentence, on one core", 300, "kB/s")
ARTICLE = Aim("p99", 5, "ms", most=True)
CORE_IMPORT = Aim("import of the core beside `import boto3`", 0.4, "×", most=True)
API_IMPORT = Aim("import of the API handler beside boto3 and Powertools", 1.3, "×", most=True)
FIRST_REQUEST = Aim("first request beyond the second", 50, "ms", most=True)
TWO_PROCESSES = Aim("two processes beside one", 1.8, "times as fast")
LINKING_F1 = Aim("linking of misspelt names, F1", 0.97, "")
LATENCY_GROWTH = Aim("latency of an article from 240 to 100,000 treaties", 1.3, "×", most=True)
LINKING_GROWTH = Aim("time of linking from 240 to 100,000 treaties", 1.3, "×", most=True)
LOAD_GROWTH = Aim("load from 240 to 100,000 treaties", 300, "ms more", most=True)
MEMORY_GROWTH = Aim("memory from 240 to 100,000 treaties", 250, "MB more", most=True)
