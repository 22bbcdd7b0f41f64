"""On what was measured: machine and versions."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.command import Options, Part
from benchmarks.peer_environment import pinned
from benchmarks.tables import Table
from treatycheck.data import packaged

_OURS = ("boto3", "aws-lambda-powertools", "pydantic", "moto")


def tables(options: Options) -> Iterator[Table]:
    """One table."""
    rows = {
        "day": datetime.now(UTC).date().isoformat(),
        "mode": "quick" if options.quick else "full",
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "load before the run, over 1 minute": f"{os.getloadavg()[0]:.1f}",
        "system": platform.system() + " " + platform.machine(),
        "Python": platform.python_version(),
        "treaties": str(len(packaged("treaties.json"))),
        **{name: version(name) for name in _OURS},
        **(pinned() if options.peers else {}),
    }
    yield Table("Machine and versions", ("", ""), list(rows.items()))


def _processor() -> str:
    """The processor's model, as far as the system tells."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "unknown"


PART = Part("machine", tables)
