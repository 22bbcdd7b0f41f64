"""JSON built from `/data`; read through `packaged`, never edited by hand."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def packaged(name: str) -> Any:
    """The content of a packaged JSON file, read once. Raises FileNotFoundError."""
    return json.loads((files(__name__) / name).read_text(encoding="utf-8"))
