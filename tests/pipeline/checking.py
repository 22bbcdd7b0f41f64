"""Texts through the whole pipeline over the packaged data, for the tests of this folder and of linking."""

from __future__ import annotations

from datetime import date

from treatycheck.facts.bundled import BundledFactStore
from treatycheck.model import Document, Format, Judged, Report
from treatycheck.pipeline import extract, verify

TODAY = date(2026, 6, 1)
STORE = BundledFactStore.load()


def document(
    text: str, published: str | None = None, as_of: str | None = None, format: Format = Format.TEXT
) -> Document:
    return Document(
        text,
        format,
        published=date.fromisoformat(published) if published else None,
        as_of=date.fromisoformat(as_of) if as_of else None,
    )


def checked(text: str, published: str | None = None, as_of: str | None = None, format: Format = Format.TEXT) -> Report:
    return verify(document(text, published, as_of, format), STORE, TODAY)


def found(text: str, relation: str, published: str | None = None, as_of: str | None = None) -> Judged:
    """The text's one claim of this relation."""
    (judged,) = (item for item in checked(text, published, as_of).claims if item.claim.relation == relation)
    return judged


def label(text: str, relation: str, published: str | None = None, as_of: str | None = None) -> str:
    return found(text, relation, published, as_of).verdict.label.value


def dropped_by(text: str, published: str | None = None) -> set[str]:
    """The guards that kept claims out of the text."""
    return {dropped.guard for dropped in extract(document(text, published)).dropped}


def verdicts(report: Report) -> list[tuple[str, str, str, str]]:
    """What each claim says and how it was judged, wherever it stands."""
    return [
        (item.claim.treaty.value, item.claim.relation, item.claim.value.normalized, item.verdict.label.value)
        for item in report.claims
    ]


def corrected(text: str, judged: Judged) -> str:
    """The text with the claim's correction in the place of its value."""
    span, correction = judged.claim.value.span, judged.verdict.correction
    assert span is not None
    assert correction is not None
    return text[: span.start] + correction.text + text[span.end :]
