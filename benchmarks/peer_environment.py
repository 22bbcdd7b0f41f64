"""The environment of the peers: made on first use, and anew when `peers.txt` changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.measure import ROOT

PINS = ROOT / "benchmarks" / "peers.txt"
FOLDER = ROOT / ".venv-bench"


def peer_python() -> Path:
    """The interpreter that has the peers. Raises CalledProcessError where they cannot be installed."""
    python, stamp = FOLDER / "bin" / "python", FOLDER / ".stamp"
    wanted = f"{sys.version}\n{PINS.read_text(encoding='utf-8')}"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        print(f"installing the peers into {FOLDER.name}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", FOLDER], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--requirement", str(PINS)], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def pinned() -> dict[str, str]:
    """Each peer's version."""
    lines = PINS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)
