"""Every error that Treatycheck raises on purpose.

TreatycheckError
├── InvalidInput            422  a field of the request is wrong; names it by JSON pointer
│   ├── UnknownFormat       422  `format` is none of text, html, markdown
│   └── InvalidDate         422  `published` or `as_of` is no date
├── PreconditionFailed      412  the thing has another version than the one that the change starts from
├── PreconditionRequired    428  a change must say which version it starts from
├── TextTooLarge            413  more text than is taken
├── UnknownTreaty           404  no treaty has this id
├── UnknownFact             404  no fact has this id
├── UnknownRelation         404  no relation has this id
├── EditConflict            409  the reference data changed meanwhile, or the new thing is there already
├── ReferenceDataError      500  the reference data is broken
├── StoreUnavailable        503  the table of facts could not be read
└── StateUnavailable        503  the state of an audit could not be read or written
"""

from __future__ import annotations


class TreatycheckError(Exception):
    """Base of all errors raised on purpose; knows its HTTP status and title."""

    status = 500
    title = "Internal error"
    slug = "internal"

    def __init__(self, detail: str, *, pointer: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer


class InvalidInput(TreatycheckError):
    status = 422
    title = "Invalid input"
    slug = "invalid-input"


class UnknownFormat(InvalidInput):
    title = "Unknown format"
    slug = "unknown-format"


class InvalidDate(InvalidInput):
    title = "Invalid date"
    slug = "invalid-date"


class TextTooLarge(TreatycheckError):
    """`limit` is how much is taken, in `unit`, where that is known."""

    status = 413
    title = "Text too large"
    slug = "text-too-large"

    def __init__(
        self, detail: str, *, pointer: str | None = None, limit: int | None = None, unit: str = "characters"
    ) -> None:
        super().__init__(detail, pointer=pointer)
        self.limit = None if limit is None else {"value": limit, "unit": unit}


class UnknownTreaty(TreatycheckError):
    status = 404
    title = "Unknown treaty"
    slug = "unknown-treaty"


class UnknownFact(TreatycheckError):
    status = 404
    title = "Unknown fact"
    slug = "unknown-fact"


class EditConflict(TreatycheckError):
    status = 409
    title = "Conflict"
    slug = "conflict"


class PreconditionFailed(TreatycheckError):
    status = 412
    title = "Precondition failed"
    slug = "precondition-failed"


class PreconditionRequired(TreatycheckError):
    status = 428
    title = "Precondition required"
    slug = "precondition-required"


class UnknownRelation(TreatycheckError):
    status = 404
    title = "Unknown relation"
    slug = "unknown-relation"


class ReferenceDataError(TreatycheckError):
    title = "Broken reference data"
    slug = "reference-data"


class StoreUnavailable(TreatycheckError):
    status = 503
    title = "Fact store unavailable"
    slug = "store-unavailable"


class StateUnavailable(TreatycheckError):
    status = 503
    title = "Audit state unavailable"
    slug = "state-unavailable"
