"""Addresses as formats that take only URIs want them."""

from __future__ import annotations

import re
from urllib.parse import quote

_KEPT = "%/:?@!$&'()*+,;=~"
_AUTHORITY = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*")
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def uri_of(address: str) -> str:
    """The address with whatever no URI may hold percent-encoded; brackets stay only around a host."""
    found = _AUTHORITY.match(address)
    authority = found.group() if found else ""
    path, mark, fragment = address[len(authority) :].partition("#")
    return _encoded(authority, _KEPT + "[]") + _encoded(path, _KEPT) + mark + _encoded(fragment, _KEPT)


def _encoded(part: str, kept: str) -> str:
    return quote(_BARE_PERCENT.sub("%25", part), safe=kept, errors="replace")
