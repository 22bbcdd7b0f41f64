"""JSON built from `/data`, and tables compiled from it; read through this package, never edited by hand."""

from __future__ import annotations

import json
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import Any, BinaryIO


@cache
def packaged(name: str) -> Any:
    """The content of a packaged JSON file, read once. Raises FileNotFoundError."""
    with _opened(name) as file:
        return json.loads(file.read())


@cache
def mapped(name: str) -> memoryview:
    """The bytes of a packaged file, which processes share. Raises FileNotFoundError."""
    with _opened(name) as file:
        return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))


def _opened(name: str) -> BinaryIO:
    # importlib.resources and pathlib would bring 30 modules with them, tempfile and ipaddress among them
    return open(f"{__path__[0]}/{name}", "rb")  # noqa: PTH123
