"""The requests that carry texts, checked by pydantic; every bad field is named by a JSON pointer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from treatycheck.aws.problem import FieldError, InvalidRequest
from treatycheck.errors import TextTooLarge
from treatycheck.model import MAX_CHARACTERS, Document, Format
from treatycheck.values.day import Days, last_and_earliest, parse_days

MAX_ERRORS = 20
MOST_ITEMS = 1000
MOST_IGNORED = 10_000
LONGEST_ITEM_ID = 200
LONGEST_CLAIM_ID = 64
LONGEST_LIST_ID = 80
_LONGEST_KEY = 100
Model = TypeVar("Model", bound=BaseModel)
_MESSAGES = {
    "missing": "is required",
    "extra_forbidden": "is no key of this request",
    "model_type": "must be a JSON object",
    "enum": "must be text, html or markdown",
    "string_unicode": "holds a lone surrogate",
    "list_type": "must be a list",
    "string_type": "must be a string",
    "string_too_long": f"has more than {LONGEST_CLAIM_ID} characters",
}
_TOO_MANY: dict[str | int, str] = {
    "items": f"has more than {MOST_ITEMS:,} items",
    "ignore": f"has more than {MOST_IGNORED:,} ids",
}


def check_text(value: Any) -> str:
    """The text itself. pydantic's own `str` refuses lone surrogates, which JSON may carry."""
    if not isinstance(value, str):
        raise PydanticCustomError("string", "must be a string")
    if len(value) > MAX_CHARACTERS:
        detail = f"the text has more than {MAX_CHARACTERS:,} characters"
        raise TextTooLarge(detail, pointer="/text", limit=MAX_CHARACTERS)
    return value


def bounded(longest: int) -> Callable[[Any], str | None]:
    """A check for an optional string of at most `longest` characters."""

    def check(value: Any) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str):
            raise PydanticCustomError("string", "must be a string or null")
        if len(value) > longest:
            raise PydanticCustomError("too_long", "has more than {longest} characters", {"longest": longest})
        return value

    return check


def check_days(value: Any) -> Days | None:
    """The day of an ISO date or date-time as it is written; of a year or month alone, all its days."""
    if value is None:
        return None
    try:
        return parse_days(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("day", "must be an ISO date (2007-10-12) or date-time, or null") from None


def check_day(value: Any) -> date | None:
    """The same, of a year or month alone its last day."""
    days = check_days(value)
    return days.last if days is not None else None


def check_item_id(value: Any) -> str | int | None:
    """A client's own name for a document."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str) and len(value) <= LONGEST_ITEM_ID:
        return value
    longest = {"longest": LONGEST_ITEM_ID}
    raise PydanticCustomError("item_id", "must be a string of at most {longest} characters or a whole number", longest)


ClaimId = Annotated[str, Field(max_length=LONGEST_CLAIM_ID)]
ClaimIds = Annotated[list[ClaimId], Field(max_length=MOST_IGNORED)]
ListId = Annotated[str | None, PlainValidator(bounded(LONGEST_LIST_ID))]
Day = Annotated[date | None, PlainValidator(check_day)]
Published = Annotated[Days | None, PlainValidator(check_days)]


class VerifyRequest(BaseModel):
    """A document to verify, as it is sent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[str, PlainValidator(check_text)]
    format: Format = Field(default=Format.TEXT)
    published: Published = None
    as_of: Day = None
    url: Annotated[str | None, PlainValidator(bounded(2048))] = None
    title: Annotated[str | None, PlainValidator(bounded(1000))] = None
    ignore: ClaimIds = []
    ignore_list: ListId = None

    def to_document(self) -> Document:
        published, published_from = last_and_earliest(self.published)
        return Document(self.text, self.format, published, self.as_of, self.url, self.title, published_from)


class BatchItem(VerifyRequest):
    """One document of a batch."""

    id: Annotated[str | int | None, PlainValidator(check_item_id)] = None


class BatchRequest(BaseModel):
    """Many documents; what is said beside them holds for each that does not say it itself.

    The items are checked one by one, so that a bad one spoils no other.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    items: Annotated[list[Any], Field(max_length=MOST_ITEMS)]
    format: Format = Format.TEXT
    published: Published = None
    as_of: Day = None
    ignore: ClaimIds = []
    ignore_list: ListId = None


def validated(model: type[Model], body: Any) -> Model:
    """The request in a parsed JSON body. Raises InvalidRequest, TextTooLarge."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        raise invalid_request(error) from None


def invalid_request(error: ValidationError) -> InvalidRequest:
    """The bad fields that pydantic found, the first of them at least."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    return InvalidRequest([to_field_error(detail) for detail in details[:MAX_ERRORS]])


def to_field_error(detail: ErrorDetails) -> FieldError:
    """pydantic's account of a bad field, with its place as a JSON pointer (RFC 6901)."""
    message = _MESSAGES.get(detail["type"], detail["msg"])
    if detail["type"] == "too_long" and detail["loc"]:
        message = _TOO_MANY.get(detail["loc"][-1], message)
    parts = (str(part)[:_LONGEST_KEY].replace("~", "~0").replace("/", "~1") for part in detail["loc"])
    return FieldError("".join(f"/{part}" for part in parts), message)
