"""Objects as listings, inventories and manifests tell of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

from treatycheck.aws.audits.fetching import bare

_LONGEST_KEY = 1024


@dataclass(frozen=True, slots=True)
class Listed:
    """An object by its key; what is known of it before it is read. Without a key, `told` is what was listed."""

    key: str
    etag: str = ""
    size: int = -1
    told: str = ""


def listed_of(item: Any, kind: str) -> Listed | None:
    """The object that an item of a `prefix`, `inventory` or `manifest` names; None for what is no object."""
    if not isinstance(item, Mapping) or not isinstance(item.get("Key"), str) or not len(item["Key"]) > 0:
        return Listed("", told=json.dumps(item)[:_LONGEST_KEY])
    # inventories write keys as addresses do
    key = unquote_plus(item["Key"]) if kind == "inventory" else item["Key"]
    size = str(item.get("Size", ""))
    if _is_folder(key, size) or item.get("IsLatest") == "false" or item.get("IsDeleteMarker") == "true":
        return None
    etag = item.get("ETag")
    return Listed(key, bare(etag) if isinstance(etag, str) else "", int(size) if size.isdecimal() else -1)


def _is_folder(key: str, size: str) -> bool:
    """Consoles make an empty object for a folder."""
    return key.endswith("/") and size in {"", "0"}
