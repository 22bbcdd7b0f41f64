"""One operation of the interface, and how OpenAPI writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from treatycheck.aws.openapi.shapes import STRING, Schema, ref

_REASONS = {
    400: "malformed, or a wrong parameter",
    404: "nothing has this id, or a stored list this name",
    406: "no format of the answer suits the client",
    409: "others kept changing it meanwhile; or an audit is in a state that does not let it",
    412: "it has another version than the one that was named",
    413: "the text or the answer is too large; `limit` says how much is taken",
    415: "the body is declared as something else",
    422: "fields are wrong; `errors` points to them",
    428: "it is there: If-Match must say which version is changed",
    429: "too many requests",
    500: "an error inside",
    503: "the facts could not be read",
}
_ALWAYS = (429, 500, 503)
_HEADERS = {
    "ETag": {"schema": STRING, "description": "send it as If-None-Match: what is unchanged is answered with 304"},
    "Cache-Control": {"schema": STRING},
}
_CHANGED = {"ETag": {"schema": STRING, "description": "of this version; the next change sends it as If-Match"}}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the query, the path or a header."""

    name: str
    schema: Schema
    description: str = ""
    place: str = "query"
    required: bool = False
    example: Any = None

    def to_dict(self) -> dict[str, Any]:
        described = {"description": self.description} if self.description else {}
        example = {} if self.example is None else {"example": self.example}
        kept = {"name": self.name, "in": self.place, "required": self.required}
        return kept | described | {"schema": self.schema} | example


@dataclass(frozen=True, slots=True)
class Operation:
    """A method of a path. `answers` maps media types to schemas; `reads` gives it an ETag that spares an answer,
    `changes` one of the version that it led to; `makes` says that it may make what was not there. One that is `signed`
    is for callers whom IAM lets in.
    """

    name: str
    method: str
    path: str
    tag: str
    summary: str
    answers: dict[str, Schema]
    errors: tuple[int, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    request: str | None = None
    request_type: str = "application/json"
    reads: bool = False
    changes: bool = False
    makes: bool = False
    status: int = 200
    signed: bool = False

    def to_dict(self, examples: dict[str, Any]) -> dict[str, Any]:
        """The operation object with the examples of its request and answer."""
        written: dict[str, Any] = {
            "operationId": self.name,
            "tags": [self.tag],
            "summary": self.summary,
            "parameters": [parameter.to_dict() for parameter in self.parameters],
            "responses": self._responses(examples),
        }
        if self.signed:
            written["security"] = [{"signature": []}]
        if self.request:
            body = {"schema": ref(self.request)} | _example(examples, "request")
            written["requestBody"] = {"required": True, "content": {self.request_type: body}}
        return written

    def _responses(self, examples: dict[str, Any]) -> dict[str, Any]:
        content = {media: {"schema": schema} for media, schema in self.answers.items()}
        first = next(iter(content))
        content[first] |= _example(examples, "answer")
        status = str(self.status)
        responses: dict[str, Any] = {status: {"description": "the answer", "content": content}}
        if self.reads:
            responses[status]["headers"] = _HEADERS
            responses["304"] = {"description": "unchanged since the ETag that was sent"}
        if self.changes:
            responses["200"]["headers"] = _CHANGED
        if self.makes:
            responses["201"] = responses["200"] | {"description": "made"}
        return responses | {str(status): problem(status) for status in sorted({*self.errors, *_ALWAYS})}


def problem(status: int) -> dict[str, Any]:
    """The answer to an error."""
    return {"description": _REASONS[status], "content": {"application/problem+json": {"schema": ref("Problem")}}}


def _example(examples: dict[str, Any], part: str) -> dict[str, Any]:
    return {"example": examples[part]} if part in examples else {}
