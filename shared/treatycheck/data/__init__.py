"""JSON built from `/data`, and tables compiled from it; read through this module, never edited by hand."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import as_file, files
from mmap import ACCESS_READ, mmap
from typing import Any


@cache
def packaged(name: str) -> Any:
    """The content of a packaged JSON file, read once. Raises FileNotFoundError."""
    return json.loads((files(__name__) / name).read_text(encoding="utf-8"))


@cache
def mapped(name: str) -> memoryview:
    """The bytes of a packaged file, which processes share. Raises FileNotFoundError."""
    with as_file(files(__name__) / name) as path, path.open("rb") as file:
        return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
