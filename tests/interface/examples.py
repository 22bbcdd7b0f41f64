"""The examples of the OpenAPI document: `python -m tests.interface.examples` asks for their answers anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.interface.calls import IGNORED, call_operation
from treatycheck.aws.openapi import document
from treatycheck.aws.openapi.operations import OPERATIONS

FILE = Path(document.__file__).with_name("examples.json")
SENTENCE = "The INF Treaty was signed in 1988."
REQUESTS: dict[str, Any] = {
    "verify": {"text": SENTENCE, "published": "2007-10-12"},
    "verifyBatch": {"published": "2007-10-12", "items": [{"id": "p1", "text": SENTENCE}, {"id": "p2", "text": None}]},
    "putIgnoreList": {"entries": [{"id": IGNORED, "note": "the editor's choice", "date": "2026-01-10"}]},
    "addIgnoredClaims": {"entries": [{"id": "0f3a5c7e9b1d2f46"}]},
    "extract": {"text": SENTENCE, "published": "2007-10-12"},
    "check": {"text": SENTENCE, "language": "en-US"},
}
LONGEST = 3
NOT_SHOWN = frozenset({"openapi", "docs", "editor", "asset"})


def shortened(content: Any) -> Any:
    """Long lists cut: an example shows the shape."""
    if isinstance(content, dict):
        keys = list(content)[: len(content) if len(content) < 25 else LONGEST]
        return {key: shortened(content[key]) for key in keys}
    return [shortened(item) for item in content[:LONGEST]] if isinstance(content, list) else content


def written() -> dict[str, Any]:
    """The examples as the handlers answer now."""
    examples: dict[str, Any] = {}
    for operation in OPERATIONS:
        if operation.name in NOT_SHOWN:
            continue
        request = REQUESTS.get(operation.name)
        answer = call_operation(operation, request)
        content = answer.content if answer.headers["content-type"] == "application/json" else answer.body
        examples[operation.name] = ({"request": request} if request else {}) | {"answer": shortened(content)}
    return examples


if __name__ == "__main__":
    FILE.write_text(json.dumps(written(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
