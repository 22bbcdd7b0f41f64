"""Reads what a client sent, from API Gateway's events and the local server's alike."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any, Protocol
from urllib.parse import parse_qsl

from treatycheck.aws.problem import FieldError, InvalidRequest, MalformedRequest, UnsupportedMediaType
from treatycheck.errors import TextTooLarge

_MOST_FIELDS = 100
NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_NAME = 80
_NAME = re.compile(NAME)
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?|\[[0-9A-Fa-f:]{2,45}\](?::[0-9]{1,5})?")
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


def read_form(event: ProxyEvent, limit: int) -> dict[str, str]:
    """The fields of the query and of a form of at most `limit` bytes, the last of each name.

    Raises UnsupportedMediaType, TextTooLarge, MalformedRequest.
    """
    media_type = media_type_of(event.headers.get("content-type") or "")
    if event.body and media_type not in {"", "application/x-www-form-urlencoded"}:
        raise UnsupportedMediaType("send the fields as application/x-www-form-urlencoded")
    body = read_body(event, limit)
    try:
        fields = parse_qsl(body, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError:
        raise MalformedRequest("the form is not UTF-8") from None
    except ValueError:
        raise MalformedRequest(f"the form has more than {_MOST_FIELDS} fields") from None
    return dict(event.query_string_parameters) | dict(fields)


def media_type_of(header: str) -> str:
    """The media type of a Content-Type, without its parameters."""
    return header.partition(";")[0].strip().lower()


def check_media_type(header: str) -> None:
    """Nothing, if a body of this type may be JSON. Raises UnsupportedMediaType."""
    media_type = media_type_of(header)
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
    detail = f"the request has more than {limit:,} bytes; send the text in parts"
    return TextTooLarge(detail, limit=limit, unit="bytes")


def read_limit(event: ProxyEvent, default: int, most: int) -> int:
    """The query's `limit`, a whole number. Raises InvalidRequest."""
    text = event.query_string_parameters.get("limit")
    if text is None:
        return default
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most:
        return int(text[:9])
    raise InvalidRequest([FieldError("/limit", f"must be a number from 1 to {most}")])


def is_name(text: str) -> bool:
    """Whether a part of a path may name a thing: words in lower case joined by hyphens."""
    return len(text) <= LONGEST_NAME and _NAME.fullmatch(text) is not None


def key_of_caller(event: ProxyEvent) -> str:
    """The API key that the client sends, empty where it sends none. Where a key is needed, the gateway checked it."""
    return (event.headers.get("x-api-key") or "").strip()


def place_of(event: Any) -> tuple[str, str]:
    """The host that the client called, and the address that the routes lie under."""
    host = event.headers.get("host") or ""
    if not _HOST.fullmatch(host):
        host = "localhost"
    behind_gateway = "apiId" in (event.raw_event.get("requestContext") or {})
    scheme = "https" if event.headers.get("x-forwarded-proto") == "https" or behind_gateway else "http"
    return host, f"{scheme}://{host}{path_before_routes(event)}"


def path_before_routes(event: Any) -> str:
    """The path that the routes lie under: the stage, or nothing. At a stage's own address no slash need follow it."""
    context = event.raw_event.get("requestContext") or {}
    whole_path = str(context.get("path") or event.path)
    if event.path == "/":
        return whole_path.rstrip("/")
    return whole_path.removesuffix(event.path) if whole_path.endswith(event.path) else ""
