"""The one place that asks what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today_in_utc() -> date:
    return datetime.now(UTC).date()
