"""What the routes need from outside."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from treatycheck.aws.ignore_lists import IgnoreLists
from treatycheck.aws.local_lists import in_memory
from treatycheck.aws.observability import Observer
from treatycheck.aws.settings import Limits
from treatycheck.facts.store import FactStore


@dataclass(frozen=True, slots=True)
class Service:
    """`store`, `today`, `clock` (seconds, counted from anywhere) and `lists` are asked anew for each request."""

    store: Callable[[], FactStore]
    today: Callable[[], date]
    observer: Observer
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    lists: Callable[[], IgnoreLists] = field(default_factory=in_memory)
