"""What goes wrong over HTTP, and how it is told: problem details (RFC 9457).

TreatycheckError
├── MalformedRequest        400  the body is no UTF-8 or no JSON
├── UnknownRoute            404  there is nothing at this path
├── MethodNotAllowed        405  the path is there, for other methods
├── UnsupportedMediaType    415  the body says that it is something else than JSON
└── InvalidRequest          422  fields are wrong; as InvalidInput, with a pointer for each
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from treatycheck.errors import InvalidDate, InvalidInput, TreatycheckError, UnknownFormat
from treatycheck.reference.refused import RefusedEdit
from treatycheck.render.problem import problem_to_dict

PROBLEM_JSON = "application/problem+json"
_KINDS: dict[str, type[InvalidInput]] = {"/format": UnknownFormat, "/published": InvalidDate, "/as_of": InvalidDate}


class MalformedRequest(TreatycheckError):
    status = 400
    title = "Malformed request"
    slug = "malformed-request"


class UnknownRoute(TreatycheckError):
    status = 404
    title = "Unknown route"
    slug = "unknown-route"


class MethodNotAllowed(TreatycheckError):
    status = 405
    title = "Method not allowed"
    slug = "method-not-allowed"

    def __init__(self, detail: str, *, allow: str) -> None:
        super().__init__(detail)
        self.allow = allow


class UnsupportedMediaType(TreatycheckError):
    status = 415
    title = "Unsupported media type"
    slug = "unsupported-media-type"


@dataclass(frozen=True, slots=True)
class FieldError:
    """A bad field by JSON pointer (RFC 6901; empty for the whole body), and what is wrong with it."""

    pointer: str
    detail: str


class InvalidRequest(InvalidInput):
    """Bad fields, at least one; called an unknown format or invalid date where it is nothing else."""

    def __init__(self, fields: Sequence[FieldError]) -> None:
        named = f"{fields[0].pointer.lstrip('/') or 'the body'} {fields[0].detail}"
        detail = named if len(fields) == 1 else f"{len(fields)} fields are wrong"
        super().__init__(detail, pointer=fields[0].pointer)
        self.fields = tuple(fields)
        kinds = {_KINDS.get(field.pointer, InvalidInput) for field in fields}
        kind = kinds.pop() if len(kinds) == 1 else InvalidInput
        self.title, self.slug = kind.title, kind.slug


class InternalError(TreatycheckError):
    """What a client is told of any failure inside."""

    def __init__(self) -> None:
        super().__init__("The request could not be answered because of an error in the service.")


def problem_body(error: TreatycheckError, instance: str) -> dict[str, Any]:
    """The problem details of an error at the path `instance`; a failure inside is told without its detail."""
    body = problem_to_dict(InternalError() if error.status == 500 else error, instance)
    if isinstance(error, InvalidRequest):
        body["errors"] = [{"pointer": field.pointer, "detail": field.detail} for field in error.fields]
    if isinstance(error, RefusedEdit):
        body["errors"] = [{"pointer": "", "detail": str(problem)} for problem in error.problems]
    return body
