"""Measures a thing and its yardstick in turn, so that a busy machine slows both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_TIMED = "import sys, time; started = time.perf_counter(); import {module}; print(time.perf_counter() - started)"


@dataclass(frozen=True, slots=True)
class Spread:
    """The median, least and greatest of some repeats."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        return cls(statistics.median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Seconds of a thing and of its yardstick, and the ratio of each pair of runs."""

    name: str
    thing: Spread
    yardstick: Spread
    ratio: Spread


def compare(name: str, thing: Callable[[], float], yardstick: Callable[[], float], repeats: int) -> Comparison:
    """Both in turn so many times, after one run of each that does not count."""
    thing(), yardstick()
    pairs = [(thing(), yardstick()) for _ in range(repeats)]
    return Comparison(
        name,
        Spread.of([first for first, _ in pairs]),
        Spread.of([second for _, second in pairs]),
        Spread.of([first / second for first, second in pairs]),
    )


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def import_seconds(module: str, folder: str = "shared") -> float:
    """How long a fresh interpreter takes to import a module."""
    path = os.pathsep.join((str(ROOT / "shared"), str(ROOT / folder)))
    environment = os.environ | {"PYTHONPATH": path, "AWS_DEFAULT_REGION": "eu-central-1", "TREATYCHECK_TABLE": "none"}
    environment |= {"POWERTOOLS_METRICS_NAMESPACE": "Treatycheck", "POWERTOOLS_SERVICE_NAME": "treatycheck"}
    program = [sys.executable, "-c", _TIMED.format(module=module)]
    outcome = subprocess.run(program, capture_output=True, text=True, env=environment, check=True)
    return float(outcome.stdout)
