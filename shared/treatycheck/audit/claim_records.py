"""Claims as JSON records, without loss: what is needed to judge them again when facts change."""

from __future__ import annotations

from enum import Enum
from typing import Any

from treatycheck.model import Claim, MatchMethod, Mention, MentionKind, PartyReference, Span, Value, ValueType

Record = dict[str, Any]


def claim_to_record(claim: Claim) -> Record:
    """A JSON object with the claim's fields; those that hold their default are left out."""
    return _to_record(claim)


def claim_from_record(record: Record) -> Claim:
    """The claim that `claim_to_record` wrote. Raises KeyError, TypeError, ValueError on other records."""
    content = dict(record)
    content["treaty"] = _mention(record["treaty"])
    content["value"] = _value(record["value"])
    for name in ("span", "sentence", "predicate"):
        content[name] = _span(record.get(name))
    content["party"] = PartyReference(**record["party"]) if record.get("party") else None
    content["when"] = tuple(record.get("when", ()))
    return Claim(**content)


def _to_record(thing: Any) -> Record:
    record: Record = {}
    defaults = thing._field_defaults
    for name, value in thing._asdict().items():
        if name not in defaults or value != defaults[name]:
            record[name] = _plain(value)
    return record


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if hasattr(value, "_fields"):
        return _to_record(value)
    return list(value) if isinstance(value, tuple) else value


def _span(written: list[int] | None) -> Span | None:
    return Span(*written) if written is not None else None


def _mention(record: Record) -> Mention:
    content = dict(record)
    content["kind"] = MentionKind(record["kind"])
    content["method"] = MatchMethod(record.get("method", MatchMethod.NAME))
    content["span"] = _span(record["span"])
    content["candidates"] = tuple(record.get("candidates", ()))
    return Mention(**content)


def _value(record: Record) -> Value:
    content = dict(record)
    content["type"] = ValueType(record["type"])
    content["span"] = _span(record.get("span"))
    return Value(**content)
