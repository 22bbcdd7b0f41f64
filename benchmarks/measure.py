"""Spreads of repeats, and what can be measured of a fresh interpreter."""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parents[1]
_BYTECODE = ROOT / ".cache" / "bytecode"
Key = TypeVar("Key")
# what a deployed function finds in its environment; none of it leads anywhere
DEPLOYED = {
    "AWS_DEFAULT_REGION": "eu-central-1",
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_SECRET_ACCESS_KEY": "none",
    "POWERTOOLS_METRICS_NAMESPACE": "Treatycheck",
    "POWERTOOLS_SERVICE_NAME": "treatycheck",
    "NO_PROXY": "127.0.0.1",
    "TREATYCHECK_TABLE": "facts",
    "TREATYCHECK_LISTS_TABLE": "lists",
    "TREATYCHECK_AUDIT_TABLE": "audits",
    "TREATYCHECK_ARCHIVE_BUCKET": "archive",
    "TREATYCHECK_REPORT_BUCKET": "reports",
}


@dataclass(frozen=True, slots=True)
class Spread:
    """The median, least and greatest of some repeats."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        return cls(statistics.median(values), min(values), max(values))

    def told(self, digits: int, scale: float = 1.0) -> str:
        """ "1.5 (1.4-1.7)", of the values times `scale`."""
        median, least, greatest = (f"{value * scale:,.{digits}f}" for value in (self.median, self.least, self.greatest))
        return f"{median} ({least}–{greatest})"


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Of each repeat, ours by theirs."""
    return Spread.of([one / other for one, other in zip(ours, theirs, strict=True)])


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so many per cent are not greater than."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]


def in_turn(things: Mapping[Key, Callable[[int], float]], repeats: int) -> dict[Key, list[float]]:
    """So many measurements of each, all things in turn, so that a busy machine slows all; each is told the repeat."""
    taken: dict[Key, list[float]] = {key: [] for key in things}
    for repeat in range(repeats):
        for key, thing in things.items():
            taken[key].append(thing(repeat))
    return taken


def with_bytecode(paths: Sequence[Path]) -> dict[str, str]:
    """The environment of a process that imports from these folders, and finds and keeps bytecode whatever ours says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONPYCACHEPREFIX": str(_BYTECODE)}


def fresh(program: str, *arguments: str, paths: Sequence[Path] = (ROOT / "shared", ROOT), **environment: str) -> Any:
    """What a program prints as JSON, run by a fresh interpreter. Raises CalledProcessError."""
    environment = with_bytecode(paths) | DEPLOYED | environment
    command = [sys.executable, "-c", program, *arguments]
    outcome = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    return json.loads(outcome.stdout.splitlines()[-1])
