"""Short ways to write JSON schemas (2020-12, as OpenAPI 3.1 has them)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
COUNT: Schema = {"type": "integer", "minimum": 0}
BOOLEAN: Schema = {"type": "boolean"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
URL: Schema = {"type": "string", "description": "an address on the web"}
ANYTHING: Schema = {}


def ref(name: str) -> Schema:
    """A schema of the document's components."""
    return {"$ref": f"#/components/schemas/{name}"}


def record(required: dict[str, Schema], optional: dict[str, Schema] | None = None, description: str = "") -> Schema:
    """An object; answers may get further keys later."""
    schema: Schema = {"type": "object", "required": list(required), "properties": required | (optional or {})}
    return schema | ({"description": description} if description else {})


def closed(required: dict[str, Schema], optional: dict[str, Schema], description: str) -> Schema:
    """An object of a request: other keys are refused."""
    return record(required, optional, description) | {"additionalProperties": False}


def listed(items: Schema, **limits: int) -> Schema:
    return {"type": "array", "items": items, **limits}


def mapped(values: Schema) -> Schema:
    """An object whose keys are data."""
    return {"type": "object", "additionalProperties": values}


def nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(values: type[StrEnum] | Iterable[str]) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": [str(value) for value in values]}


def said(description: str, schema: Schema) -> Schema:
    """The schema with a description; a reference takes one beside it since 3.1."""
    return {**schema, "description": description}
