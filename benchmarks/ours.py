"""Treatycheck as it is measured: warm, in one process."""

from __future__ import annotations

from datetime import date

from benchmarks.contender import Program
from treatycheck.cli.dates import dates_of
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Document, Format
from treatycheck.pipeline import verify

TODAY = date(2026, 1, 1)


def verifying(_names: str) -> Program:
    """All claims of a document, judged."""
    store = BundledFactStore.load()
    return lambda text, format: len(verify(Document(text, Format(format), published=TODAY), store, TODAY).claims)


def dating(_names: str) -> Program:
    """All dates and durations of a document, as `treatycheck dates` prints them."""
    return lambda text, format: sum(1 for _ in dates_of(Document(text, Format(format), published=TODAY)))
