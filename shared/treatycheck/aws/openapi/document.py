"""The whole document."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from treatycheck.aws.openapi.answers import ANSWERS
from treatycheck.aws.openapi.audits import AUDIT_OPERATIONS, AUDIT_SCHEMAS
from treatycheck.aws.openapi.foreign import FOREIGN
from treatycheck.aws.openapi.operations import OPERATIONS
from treatycheck.aws.openapi.requests import REQUESTS

_DESCRIPTION = """A spelling checker for treaty facts: text goes in; out come the claims that it makes about treaties,
each with its place in the text, a verdict, the evidence with its sources, and what to write instead. The same request
gives the same bytes, as long as the reference data and, for texts without a date, the day are the same. Errors are
application/problem+json (RFC 9457)."""
_TAGS = {
    "texts": "",
    "ignore lists": "",
    "reference data": "",
    "audits": "Of whole archives; on AWS only, not on the local server.",
    "LanguageTool": "",
    "Google Fact Check Tools": "",
    "description": "",
    "pages": "",
}


@cache
def examples() -> dict[str, Any]:
    """A request and its answer for each operation that has them, by the operation's name."""
    content: dict[str, Any] = json.loads(files(__package__).joinpath("examples.json").read_text(encoding="utf-8"))
    return content


def document(server: str) -> dict[str, Any]:
    """The document of the interface at this address."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in (*OPERATIONS, *AUDIT_OPERATIONS):
        written = operation.to_dict(examples().get(operation.name, {}))
        paths.setdefault(operation.path, {})[operation.method] = written
    return {
        "openapi": "3.1.0",
        "info": {"title": "Treatycheck", "version": "1", "description": " ".join(_DESCRIPTION.split())},
        "servers": [{"url": server}],
        "security": [{}, {"key": []}],
        "tags": [{"name": tag} | ({"description": told} if told else {}) for tag, told in _TAGS.items()],
        "paths": paths,
        "components": {
            "schemas": REQUESTS | ANSWERS | FOREIGN | AUDIT_SCHEMAS,
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
                "signature": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Authorization",
                    "description": "AWS Signature Version 4, service execute-api",
                    "x-amazon-apigateway-authtype": "awsSigv4",
                },
            },
        },
    }
