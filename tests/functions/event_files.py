"""The events in `events/`, shared by the tests and `sam local invoke`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "events"


def event(name: str) -> dict[str, Any]:
    """The event `events/<name>.json`."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return content


def cases(function: str) -> list[str]:
    """The cases of a function's events, by name."""
    return sorted(path.name.split(".")[1] for path in FOLDER.glob(f"{function}.*.json"))
