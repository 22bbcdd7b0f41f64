"""What goes wrong over HTTP, and how it is told: problem details (RFC 9457).

TreatycheckError
├── MalformedRequest        400  the body is no UTF-8 or no JSON
├── UnknownRoute            404  there is nothing at this path
├── UnknownIgnoreList       404  the API key has no list of this name, or the list not this claim
├── MethodNotAllowed        405  the path is there, for other methods
├── NotAcceptable           406  no format of the answer suits the client
├── UnsupportedMediaType    415  the body says that it is something else than JSON
├── TextTakesTooLong        413  as TextTooLarge: the text has not too many characters, but too much to judge
├── OutOfTime               503  a batch took too long; this document of it was not reached
└── InvalidRequest          422  fields are wrong; as InvalidInput, with a pointer for each
    └── BadParameter        400  the same on the routes of LanguageTool and Google, which say 400
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from treatycheck.errors import InvalidDate, InvalidInput, TextTooLarge, TreatycheckError, UnknownFormat
from treatycheck.reference.refused import RefusedEdit
from treatycheck.render.problem import problem_to_dict

# Google's clients look for `error` in the body
GOOGLE_PATHS = "/v1alpha1/"
_GOOGLE_NAMES = {
    400: "INVALID_ARGUMENT",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
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


class UnknownIgnoreList(TreatycheckError):
    status = 404
    title = "Unknown ignore list"
    slug = "unknown-ignore-list"


class MethodNotAllowed(TreatycheckError):
    status = 405
    title = "Method not allowed"
    slug = "method-not-allowed"

    def __init__(self, detail: str, *, allow: str) -> None:
        super().__init__(detail)
        self.allow = allow


class NotAcceptable(TreatycheckError):
    status = 406
    title = "Not acceptable"
    slug = "not-acceptable"


class UnsupportedMediaType(TreatycheckError):
    status = 415
    title = "Unsupported media type"
    slug = "unsupported-media-type"


class TextTakesTooLong(TextTooLarge):
    title = "Text takes too long"
    slug = "text-takes-too-long"

    def __init__(self, seconds: float) -> None:
        detail = f"the text takes longer than {seconds:g} seconds to check; send it in parts"
        super().__init__(detail, pointer="/text", limit=round(seconds), unit="seconds")


class OutOfTime(TreatycheckError):
    status = 503
    title = "Out of time"
    slug = "out-of-time"


class FieldError(NamedTuple):
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


class BadParameter(InvalidRequest):
    """The same as the foreign interfaces tell it."""

    status = 400


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
    if instance.startswith(GOOGLE_PATHS):
        status = _GOOGLE_NAMES.get(error.status, "FAILED_PRECONDITION")
        body["error"] = {"code": body["status"], "message": body["detail"], "status": status}
    return body
