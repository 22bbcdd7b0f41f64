"""JSON records as few bytes: the same record always gives the same bytes."""

from __future__ import annotations

import json
import zlib
from typing import Any

_LEVEL = 6


def packed(record: Any) -> bytes:
    """A record as compressed JSON."""
    return zlib.compress(json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii"), _LEVEL)


def unpacked(content: bytes) -> Any:
    """The record again. Raises ValueError, zlib.error."""
    return json.loads(zlib.decompress(content))
