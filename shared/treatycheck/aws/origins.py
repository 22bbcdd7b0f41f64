"""Which sites' pages may call the interface from a browser (CORS)."""

from __future__ import annotations

from collections.abc import Sequence

from aws_lambda_powertools.event_handler.api_gateway import CORSConfig

_SENT = ["Accept", "If-Match", "If-None-Match"]
_SHOWN = ["ETag", "Location", "Retry-After"]
_DAY = 24 * 60 * 60


def cors_for(origins: Sequence[str]) -> CORSConfig | None:
    """What to tell browsers on pages of these origins, of any for `*`; None where none may call.

    Nothing here knows callers by cookies, so that none are let through.
    """
    if not origins:
        return None
    first, *others = origins
    return CORSConfig(first, others, allow_headers=_SENT, expose_headers=_SHOWN, max_age=_DAY)
