"""Requests checked field by field; every bad field is named by a JSON pointer (RFC 6901).

By hand, because somebody waits: pydantic takes longer to import than everything else that an answer needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from treatycheck.aws.problem import FieldError, InvalidRequest

MAX_ERRORS = 20
_LONGEST_KEY = 100
_REQUIRED: Final = object()
# a value of parsed JSON to what is taken of it; raises InvalidRequest
Check = Callable[[Any], Any]


class Field(NamedTuple):
    """How a field is checked, and what it holds where it is not sent."""

    check: Check
    default: Any = _REQUIRED


def read_fields(body: Any, fields: Mapping[str, Field]) -> dict[str, Any]:
    """The value of each field of a JSON object that has no others. Raises InvalidRequest, and what checks raise."""
    if not isinstance(body, dict):
        raise refused("must be a JSON object")
    values: dict[str, Any] = {}
    errors: list[FieldError] = []
    for name, field in fields.items():
        if name in body:
            values[name] = _checked(name, field.check, body[name], errors)
        elif field.default is _REQUIRED:
            errors.append(FieldError(pointer_of(name), "is required"))
        else:
            values[name] = field.default
    errors.extend(FieldError(pointer_of(name), "is no key of this request") for name in body if name not in fields)
    if errors:
        raise InvalidRequest(errors[:MAX_ERRORS])
    return values


def each(check: Check, most: int, things: str) -> Check:
    """A check for a list of at most so many things."""

    def read(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise refused("must be a list")
        if len(value) > most:
            raise refused(f"has more than {most:,} {things}")
        errors: list[FieldError] = []
        items = [_checked(place, check, item, errors) for place, item in enumerate(value)]
        if errors:
            raise InvalidRequest(errors[:MAX_ERRORS])
        return items

    return read


def string(longest: int, shortest: int = 0) -> Check:
    """A check for a string that can be written as UTF-8."""

    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise refused("must be a string")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise refused("holds a lone surrogate") from None
        if len(value) > longest:
            raise refused(f"has more than {longest} characters")
        if len(value) < shortest:
            raise refused(f"has less than {shortest} characters")
        return value

    return read


def optional(check: Check) -> Check:
    """A check that takes null, too."""
    return lambda value: None if value is None else check(value)


def refused(detail: str) -> InvalidRequest:
    """What a check raises where the value as a whole is bad."""
    return InvalidRequest([FieldError("", detail)])


def _checked(place: str | int, check: Check, value: Any, errors: list[FieldError]) -> Any:
    """What is taken of a value, None where it is bad: then its errors are added."""
    try:
        return check(value)
    except InvalidRequest as error:
        errors.extend(FieldError(pointer_of(place) + field.pointer, field.detail) for field in error.fields)


def pointer_of(place: str | int) -> str:
    """A step of a JSON pointer."""
    return "/" + str(place)[:_LONGEST_KEY].replace("~", "~0").replace("/", "~1")
