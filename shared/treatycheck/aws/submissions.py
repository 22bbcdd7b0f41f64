"""Facts and treaties that editors send, checked by the models of `reference/`, which are pydantic's."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from treatycheck.aws.fields import MAX_ERRORS, pointer_of
from treatycheck.aws.problem import FieldError, InvalidRequest

Model = TypeVar("Model", bound=BaseModel)
_MESSAGES = {
    "missing": "is required",
    "extra_forbidden": "is no key of this request",
    "model_type": "must be a JSON object",
    "string_unicode": "holds a lone surrogate",
    "list_type": "must be a list",
    "string_type": "must be a string",
}


def validated(model: type[Model], body: Any) -> Model:
    """The request in a parsed JSON body. Raises InvalidRequest."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        raise InvalidRequest([to_field_error(detail) for detail in details[:MAX_ERRORS]]) from None


def to_field_error(detail: ErrorDetails) -> FieldError:
    """pydantic's account of a bad field, with its place as a JSON pointer."""
    return FieldError("".join(map(pointer_of, detail["loc"])), _MESSAGES.get(detail["type"], detail["msg"]))
