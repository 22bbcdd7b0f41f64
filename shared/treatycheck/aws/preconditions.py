"""ETags of versions, and the headers that name them (RFC 9110, 13.1)."""

from __future__ import annotations

import re

from treatycheck.aws.problem import FieldError, InvalidRequest
from treatycheck.aws.release import engine_version
from treatycheck.aws.request import ProxyEvent
from treatycheck.facts.precondition import Precondition

# a tag may hold commas
_TAG = re.compile(r'(?:W/)?"[^"]*"')
_TAGS = re.compile(rf"{_TAG.pattern}(?:\s*,\s*{_TAG.pattern})*")
_OURS = re.compile(r'"([0-9]{1,9})(?:\.[0-9a-f]+)?"')
# versions count from 1
_NO_VERSION = 0
_MOST_TAGS = 20


def read_precondition(event: ProxyEvent) -> Precondition:
    """What If-Match and If-None-Match say. Raises InvalidRequest."""
    match, none_match = ((event.headers.get(name) or "").strip() for name in ("if-match", "if-none-match"))
    if none_match not in {"", "*"}:
        raise InvalidRequest([FieldError("/If-None-Match", "may only be *")])
    if not match:
        return Precondition(absent=bool(none_match))
    if match == "*":
        return Precondition(frozenset())
    tags = _TAG.findall(match)
    if len(tags) > _MOST_TAGS or not _TAGS.fullmatch(match):
        raise InvalidRequest([FieldError("/If-Match", 'must be an ETag as it was given, such as "3", or *')])
    ours = map(_OURS.fullmatch, tags)
    return Precondition(frozenset(int(tag[1]) if tag else _NO_VERSION for tag in ours))


def etag(version: int) -> str:
    """The strong entity tag of a version as this release shows it (RFC 9110, 8.8.3).

    A change need name the version alone: `"3"` is as good as `"3.0a1b2c3d"`.
    """
    return f'"{version}.{engine_version()}"'
