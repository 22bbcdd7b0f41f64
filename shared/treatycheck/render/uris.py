"""Addresses as formats that take only URIs want them."""

from __future__ import annotations

from urllib.parse import quote

_KEPT = "%/:?#[]@!$&'()*+,;=~"


def uri_of(address: str) -> str:
    """The address with whatever no URI may hold percent-encoded."""
    return quote(address, safe=_KEPT, errors="replace")
