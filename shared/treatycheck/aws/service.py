"""What the routes need from outside."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from treatycheck.aws.observability import Observer
from treatycheck.aws.settings import Limits
from treatycheck.facts.store import FactStore


@dataclass(frozen=True, slots=True)
class Service:
    """`store`, `today` and `clock` (seconds, counted from anywhere) are asked anew for each request."""

    store: Callable[[], FactStore]
    today: Callable[[], date]
    observer: Observer
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
