"""The requests that carry texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from treatycheck.aws.fields import Check, Field, each, read_fields, refused, string
from treatycheck.errors import TextTooLarge
from treatycheck.model import MAX_CHARACTERS, Document, Format
from treatycheck.values.day import Days, last_and_earliest, parse_days

MOST_ITEMS = 1000
MOST_IGNORED = 10_000
LONGEST_ITEM_ID = 200
LONGEST_CLAIM_ID = 64
LONGEST_LIST_ID = 80


def check_text(value: Any) -> str:
    """The text itself; it may hold lone surrogates, as JSON may carry them."""
    if not isinstance(value, str):
        raise refused("must be a string")
    if len(value) > MAX_CHARACTERS:
        detail = f"the text has more than {MAX_CHARACTERS:,} characters"
        raise TextTooLarge(detail, pointer="/text", limit=MAX_CHARACTERS)
    return value


def bounded(longest: int) -> Check:
    """A check for an optional string of at most `longest` characters."""

    def check(value: Any) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str):
            raise refused("must be a string or null")
        if len(value) > longest:
            raise refused(f"has more than {longest} characters")
        return value

    return check


def check_format(value: Any) -> Format:
    try:
        return Format(value)
    except ValueError:
        raise refused("must be text, html or markdown") from None


def check_days(value: Any) -> Days | None:
    """The day of an ISO date or date-time as it is written; of a year or month alone, all its days."""
    if value is None:
        return None
    try:
        return parse_days(value)
    except (TypeError, ValueError):
        raise refused("must be an ISO date (2007-10-12) or date-time, or null") from None


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
    raise refused(f"must be a string of at most {LONGEST_ITEM_ID} characters or a whole number")


check_claim_id = string(LONGEST_CLAIM_ID)
_READING = {
    "format": Field(check_format, Format.TEXT),
    "published": Field(check_days, None),
    "as_of": Field(check_day, None),
}
_NAMING = {"url": Field(bounded(2048), None), "title": Field(bounded(1000), None)}
_IGNORING = {
    "ignore": Field(each(check_claim_id, MOST_IGNORED, "ids"), ()),
    "ignore_list": Field(bounded(LONGEST_LIST_ID), None),
}
_DOCUMENT = {"text": Field(check_text), **_READING, **_NAMING, **_IGNORING}
_ITEM = {**_DOCUMENT, "id": Field(check_item_id, None)}
_BATCH = {"items": Field(each(lambda item: item, MOST_ITEMS, "items")), **_READING, **_IGNORING}


class VerifyRequest(NamedTuple):
    """A document to verify, as it is sent."""

    text: str
    format: Format
    published: Days | None
    as_of: date | None
    url: str | None
    title: str | None
    ignore: Sequence[str]
    ignore_list: str | None

    def to_document(self) -> Document:
        published, published_from = last_and_earliest(self.published)
        return Document(self.text, self.format, published, self.as_of, self.url, self.title, published_from)


def read_document_request(body: Any) -> VerifyRequest:
    """A document in a parsed JSON body. Raises InvalidRequest, TextTooLarge."""
    return VerifyRequest(**read_fields(body, _DOCUMENT))


def read_item(body: Any) -> VerifyRequest:
    """One document of a batch, which may have an id. Raises InvalidRequest, TextTooLarge."""
    values = read_fields(body, _ITEM)
    del values["id"]
    return VerifyRequest(**values)


def read_items(body: Any) -> list[Any]:
    """The documents of a batch in a parsed JSON body, to be checked one by one, so that a bad one spoils no other.

    What is said beside them holds for each that does not say it itself. Raises InvalidRequest.
    """
    items: list[Any] = read_fields(body, _BATCH)["items"]
    return items
