"""What the routes need from outside."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from treatycheck.aws.ignore_lists import IgnoreLists
from treatycheck.aws.local_lists import in_memory
from treatycheck.aws.observability import Observer
from treatycheck.aws.problem import TextTakesTooLong
from treatycheck.aws.settings import Limits
from treatycheck.errors import TextTooLarge
from treatycheck.facts.store import FactStore
from treatycheck.model import Document, Report
from treatycheck.pipeline import verify


@dataclass(frozen=True, slots=True)
class Service:
    """`store`, `today`, `clock` (seconds, counted from anywhere) and `lists` are asked anew for each request."""

    store: Callable[[], FactStore]
    today: Callable[[], date]
    observer: Observer
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] = time.monotonic
    lists: Callable[[], IgnoreLists] = field(default_factory=in_memory)

    def report(self, document: Document, since: float | None = None) -> Report:
        """The report on a document, whole or not at all; its time counts from `since`, by `clock`, or from now.

        Raises TextTakesTooLong, TextTooLarge, UnknownFormat, StoreUnavailable.
        """
        seconds = self.limits.text_seconds
        deadline = (self.clock() if since is None else since) + seconds

        def check() -> None:
            if self.clock() > deadline:
                raise TextTakesTooLong(seconds)

        report = verify(document, self.store(), self.today(), check)
        if len(report.claims) > (most := self.limits.claims):
            raise TextTooLarge(f"the text makes more than {most:,} claims", pointer="/text", limit=most, unit="claims")
        return report
