"""Reads what a client sent, from API Gateway's events and the local server's alike."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any, Protocol

from treatycheck.aws.problem import FieldError, InvalidRequest, MalformedRequest, UnsupportedMediaType
from treatycheck.errors import TextTooLarge

# what curl, urllib and browsers' fetch call a body when nobody told them
_UNTOLD_TYPES = frozenset({"", "application/x-www-form-urlencoded", "text/plain"})


class ProxyEvent(Protocol):
    """What is read of a Powertools proxy event."""

    @property
    def path(self) -> str: ...
    @property
    def headers(self) -> dict[str, str]: ...
    @property
    def body(self) -> str | None: ...
    @property
    def is_base64_encoded(self) -> bool | None: ...
    @property
    def query_string_parameters(self) -> dict[str, str]: ...


def read_json(event: ProxyEvent, limit: int) -> Any:
    """The parsed body of at most `limit` bytes. Raises UnsupportedMediaType, TextTooLarge, MalformedRequest."""
    check_media_type(event.headers.get("content-type") or "")
    body = read_body(event, limit)
    try:
        return json.loads(body)
    except RecursionError:
        raise MalformedRequest("the body is nested too deeply") from None
    except ValueError:
        raise MalformedRequest("the body is no JSON") from None


def check_media_type(header: str) -> None:
    """Nothing, if a body of this type may be JSON. Raises UnsupportedMediaType."""
    media_type = header.partition(";")[0].strip().lower()
    if media_type in _UNTOLD_TYPES or media_type == "application/json" or media_type.endswith("+json"):
        return
    raise UnsupportedMediaType("send the body as application/json")


def read_body(event: ProxyEvent, limit: int) -> str:
    """The decoded body. Raises TextTooLarge, MalformedRequest."""
    body = event.body or ""
    if not event.is_base64_encoded:
        if len(body) > limit or len(body.encode("utf-8", "surrogatepass")) > limit:
            raise too_large(limit)
        return body
    if len(body) > limit * 4 // 3 + 4:
        raise too_large(limit)
    try:
        return base64.b64decode(body).decode("utf-8")
    except (binascii.Error, ValueError):
        raise MalformedRequest("the body is not UTF-8") from None


def too_large(limit: int) -> TextTooLarge:
    return TextTooLarge(f"the request has more than {limit:,} bytes; send the text in parts")


def read_limit(event: ProxyEvent, default: int, most: int) -> int:
    """The query's `limit`. Raises InvalidRequest."""
    text = event.query_string_parameters.get("limit")
    if text is None:
        return default
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most:
        return int(text[:9])
    raise InvalidRequest([FieldError("/limit", f"must be a number from 1 to {most}")])
