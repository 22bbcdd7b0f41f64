"""A document's claims as they are kept, to be judged again without the archive: JSON, without loss."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from treatycheck.audit.article import Article, DateSource
from treatycheck.audit.claim_records import claim_from_record, claim_to_record
from treatycheck.linking.treaty_names import TreatyNames
from treatycheck.model import Claim, Document, Format, Span
from treatycheck.pipeline import Extraction
from treatycheck.text.offsets import OffsetMap
from treatycheck.text.source import Source

Record = dict[str, Any]


def extraction_to_record(article: Article, extraction: Extraction) -> Record:
    """The claims of an article, judged or not, with the parts of its text that they stand in and their places."""
    every = (*extraction.claims, *extraction.tentative)
    ranges = merged(span for claim in every for span in _spans(claim))
    return {
        "article": article_to_record(article),
        "claims": [claim_to_record(claim) for claim in extraction.claims],
        "tentative": [claim_to_record(claim) for claim in extraction.tentative],
        "plain": [[span.start, extraction.source.plain[span.start : span.end]] for span in ranges],
        "offsets": _kept_runs(extraction.source.offsets, ranges),
        "lengths": [extraction.source.offsets.plain_length, extraction.source.offsets.original_length],
    }


def extraction_from_record(record: Record, names: TreatyNames) -> Extraction:
    """The claims again, in a text that is blank where it holds none. Raises KeyError, TypeError, ValueError."""
    length, original_length = record["lengths"]
    starts, originals = [], []
    for start, first, last in record["offsets"]:
        starts.append(start)
        originals.append(Span(first, last))
    offsets = OffsetMap(tuple(starts), length, tuple(originals), original_length)
    claims, tentative = (tuple(map(claim_from_record, record[name])) for name in ("claims", "tentative"))
    return Extraction(Source("", _filled(record["plain"], length), offsets, ()), names, (), claims, tentative, ())


def article_to_record(article: Article) -> Record:
    """An article without its text."""
    document = article.document
    return {
        "part": article.part,
        "date_source": article.date_source.value,
        "format": document.format.value,
        "published": document.published and document.published.isoformat(),
        "published_from": document.published_from and document.published_from.isoformat(),
        "url": document.url,
        "title": document.title,
    }


def article_from_record(record: Record) -> Article:
    """The article, its text empty."""
    published, published_from = (
        date.fromisoformat(record[name]) if record[name] else None for name in ("published", "published_from")
    )
    document = Document(
        text="",
        format=Format(record["format"]),
        published=published,
        published_from=published_from,
        url=record["url"],
        title=record["title"],
    )
    return Article(record["part"], document, DateSource(record["date_source"]))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].join(span)
        else:
            joined.append(span)
    return joined


def _spans(claim: Claim) -> Iterable[Span]:
    spans = (claim.sentence, claim.span, claim.treaty.span, claim.value.span, claim.predicate)
    return (span for span in spans if span is not None)


def _kept_runs(offsets: OffsetMap, ranges: Sequence[Span]) -> list[list[int]]:
    """The runs of the map that the ranges touch, as plain start, original start and end; each gap is one run."""
    kept: list[int] = []
    for span in ranges:
        first = max(0, bisect_right(offsets.plain_starts, span.start) - 1)
        kept.extend(range(max(first, kept[-1] + 1 if kept else 0), bisect_left(offsets.plain_starts, span.end)))
    runs: list[list[int]] = []
    place, original = 0, 0
    for index in kept:
        start = offsets.plain_starts[index]
        if start > place:
            runs.append([place, original, offsets.originals[index].start])
        runs.append([start, offsets.originals[index].start, offsets.originals[index].end])
        place = offsets.plain_starts[index + 1] if index + 1 < len(offsets.plain_starts) else offsets.plain_length
        original = offsets.originals[index].end
    if place < offsets.plain_length:
        runs.append([place, original, offsets.original_length])
    return runs


def _filled(pieces: Sequence[tuple[int, str]], length: int) -> str:
    place, filled = 0, []
    for start, text in pieces:
        filled += [" " * (start - place), text]
        place = start + len(text)
    return "".join([*filled, " " * (length - place)])
