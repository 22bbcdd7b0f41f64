"""Errors as problem details (RFC 9457), for batches and HTTP alike."""

from __future__ import annotations

from typing import Any

from treatycheck.errors import TextTooLarge, TreatycheckError


def problem_to_dict(error: TreatycheckError, instance: str | None = None) -> dict[str, Any]:
    """The problem details of an error; `errors` names the bad field where it is known."""
    fields = [{"pointer": error.pointer, "detail": error.detail}] if error.pointer is not None else []
    problem = {
        "type": f"/problems/{error.slug}",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "instance": instance,
        "errors": fields,
    }
    limit = error.limit if isinstance(error, TextTooLarge) else None
    return problem | ({"limit": limit} if limit else {})
