"""The one place that asks what day and what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today_in_utc() -> date:
    return datetime.now(UTC).date()


def now_in_utc() -> str:
    """The time to the second, as ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def seconds_from_now(days: int) -> int:
    """The time in so many days, in seconds since 1970."""
    return int(datetime.now(UTC).timestamp()) + days * 24 * 60 * 60
