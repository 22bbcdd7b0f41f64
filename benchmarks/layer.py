"""The Lambda layer, built as `sam build` does: how large it is."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import boto3
import botocore

from benchmarks.measure import ROOT
from benchmarks.tables import Table


def layer_table() -> Table:
    """Megabytes of the layer and of its greatest parts, beside boto3. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as target:
        build = ["make", "--no-print-directory", "-C", "shared", "build-TreatycheckLayer", f"ARTIFACTS_DIR={target}"]
        subprocess.run([*build, f"PYTHON={sys.executable}"], check=True, cwd=ROOT, stdout=sys.stderr)
        layer = Path(target) / "python"
        parts = sorted(((megabytes(part), part.name) for part in layer.iterdir()), reverse=True)[:5]
        rows: list[Sequence[str]] = [("the layer", f"{megabytes(layer):.1f}")]
        rows += [(f"of it, {name}", f"{size:.1f}") for size, name in parts]
        compiled = any(layer.rglob("*.pyc"))
    beside = sum(megabytes(Path(package.__file__).parent) for package in (boto3, botocore))
    rows.append(("beside it: boto3 and botocore, which Lambda brings", f"{beside:.1f}"))
    note = "" if compiled else "Built without bytecode: the Python version of Lambda is not here."
    return Table("Size of the layer, unpacked", ("", "MB"), rows, note)


def megabytes(path: Path) -> float:
    """The size of a file, or of all files of a folder."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6
