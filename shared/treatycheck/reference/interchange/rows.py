"""Rows of an export or of somebody's own table as treaties and facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from treatycheck.errors import InvalidInput
from treatycheck.model import Fact, Treaty
from treatycheck.reference.contents import fact_from_content, treaty_from_content
from treatycheck.reference.schema import TreatyContent
from treatycheck.reference.submission import FactSubmission

LISTED = frozenset({"between", "depositary", "signed_by"})
_COPIED = ("relation", "stage", "item", "as_of", "valid_from", "valid_until", "status", "note", "sources")
_FLAGS = ("negated", "complete")
_KEYS = frozenset({"treaty", "fact_id", "party", "party_id", "value", "values", "aliases", *_COPIED, *_FLAGS})
_LONGEST_MESSAGE = 300


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at a line, counted from 1: an object, or why there is none."""

    number: int
    content: Mapping[str, Any] | None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact that a row states. Its id ends with "/" where the row gives none."""

    number: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class TreatyRow:
    """A treaty with its names that a row states."""

    number: int
    treaty: Treaty


def is_treaty(content: Mapping[str, Any]) -> bool:
    return "names" in content and "relation" not in content


def to_treaty_row(row: Row) -> TreatyRow:
    """The treaty in a row. Raises InvalidInput."""
    content = {key: value for key, value in (row.content or {}).items() if value not in (None, "", [], {})}
    try:
        return TreatyRow(row.number, treaty_from_content(TreatyContent.model_validate(content)))
    except ValidationError as error:
        raise InvalidInput(message_of(error)) from None


def to_fact_row(row: Row, party_ids: Mapping[str, str]) -> FactRow:
    """The fact in a row; `party_ids` has the ids of parties by their names in lower case. Raises InvalidInput."""
    content = {key: value for key, value in (row.content or {}).items() if value not in (None, "", [])}
    if unknown := sorted(map(str, content.keys() - _KEYS)):
        raise InvalidInput(f"no key of a fact: {', '.join(unknown)[:_LONGEST_MESSAGE]}")
    treaty, fact_id = content.get("treaty"), content.get("fact_id")
    if isinstance(fact_id, str) and not isinstance(treaty, str):
        treaty = fact_id.partition("/")[0]
    if not isinstance(treaty, str) or not treaty:
        raise InvalidInput("names no treaty")
    if fact_id is not None and (not isinstance(fact_id, str) or fact_id.partition("/")[0] != treaty):
        raise InvalidInput(f"the fact_id is none of the treaty {treaty}")
    submission: dict[str, Any] = {key: content[key] for key in (*_COPIED, *_FLAGS, "aliases") if key in content}
    party = content.get("party_id") or content.get("party")
    if party is not None:
        submission["party"] = party_ids.get(str(party).casefold(), party)
    submission["value"] = _value(content, party_ids)
    try:
        checked = FactSubmission.model_validate(submission)
    except ValidationError as error:
        raise InvalidInput(message_of(error)) from None
    return FactRow(row.number, fact_from_content(checked, fact_id or f"{treaty}/", checked.sources))


def _value(content: Mapping[str, Any], party_ids: Mapping[str, str]) -> Any:
    """The value, as a list where the relation has lists."""
    value = content.get("values", content.get("value"))
    relation = content.get("relation")
    if relation in LISTED and isinstance(value, str):
        value = [part.strip() for part in value.split(";") if part.strip()]
    if isinstance(value, list) and relation == "between":
        return [party_ids.get(str(part).casefold(), part) for part in value]
    if isinstance(value, list) and relation not in LISTED and len(value) == 1:
        return value[0]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def message_of(error: ValidationError) -> str:
    """What pydantic found, on one line."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    parts = (f"{'.'.join(map(str, item['loc'])) or 'row'}: {item['msg']}" for item in found[:3])
    return "; ".join(parts)[:_LONGEST_MESSAGE]
