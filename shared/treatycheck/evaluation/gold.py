"""A labelled corpus: texts with the claims that readers see in them and the verdicts that they give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from treatycheck.errors import InvalidInput
from treatycheck.model import Document, Label, Span
from treatycheck.values.day import Days, last_and_earliest, parse_days


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What readers label: any of `relations` is accepted; `optional` ones count neither way."""

    span: Span
    treaty: str
    relations: tuple[str, ...]
    value: str
    party: str
    verdict: Label
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with its labels. `kind` is natural, altered or negative."""

    id: str
    kind: str
    text: str
    published: Days | None
    claims: tuple[GoldClaim, ...]

    def to_document(self) -> Document:
        published, published_from = last_and_earliest(self.published)
        return Document(self.text, published=published, published_from=published_from)


def read_gold(path: Path) -> list[GoldDocument]:
    """A corpus, one JSON object a line. Raises InvalidInput with the line's number, OSError."""
    documents = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                documents.append(_document(line, number))
    return documents


def _document(line: str, number: int) -> GoldDocument:
    try:
        record = json.loads(line)
        text = record["text"]
        return GoldDocument(
            id=str(record["id"]),
            kind=record.get("kind", "natural"),
            text=text,
            published=_published(record.get("published")),
            claims=tuple(_claims(record["claims"], text)),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput(f"line {number}: {type(error).__name__}: {error}", pointer=f"#line-{number}") from error


def _published(value: str | None) -> Days | None:
    return parse_days(value) if value else None


def _claims(records: list[dict[str, Any]], text: str) -> Iterator[GoldClaim]:
    for record in records:
        relations = record["relation"]
        yield GoldClaim(
            span=_span(text, record["span"]),
            treaty=record["treaty"],
            relations=(relations,) if isinstance(relations, str) else tuple(relations),
            value=str(record.get("value") or ""),
            party=str(record.get("party") or ""),
            verdict=Label(record["verdict"]),
            optional=bool(record.get("optional")),
        )


def _span(text: str, phrase: str) -> Span:
    start = text.find(phrase)
    if start < 0 or text.find(phrase, start + 1) >= 0:
        raise ValueError(f"{phrase!r} does not stand in the text exactly once")
    return Span(start, start + len(phrase))
