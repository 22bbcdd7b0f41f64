"""Articles to findings, read for the first time or judged again from what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatycheck.audit.article import Article
from treatycheck.audit.finding import Finding, finding_of
from treatycheck.audit.packing import packed, unpacked
from treatycheck.audit.reliance import NotingStore, Reliance
from treatycheck.audit.stored import article_from_record, extraction_from_record, extraction_to_record
from treatycheck.facts.store import FactStore
from treatycheck.linking.treaty_names import names_of
from treatycheck.model import Judged, Span
from treatycheck.pipeline import Extraction, extract, report_on
from treatycheck.render.passage import Passage, parted


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """An article's findings in the order of the text, the day they hold for, the facts they rely on, and its claims,
    packed, as they are kept to be judged again. The article's text may be empty.
    """

    article: Article
    findings: tuple[Finding, ...]
    as_of: date
    reliance: Reliance
    claims: bytes


def judge_article(article: Article, store: FactStore, today: date) -> JudgedArticle:
    """Reads an article and judges its claims. Raises TextTooLarge, StoreUnavailable."""
    extraction = extract(article.document, names_of(store))
    return _judged(article, extraction, packed(extraction_to_record(article, extraction)), store, today)


def judge_again(claims: bytes, store: FactStore, today: date) -> JudgedArticle:
    """Judges what `JudgedArticle.claims` keeps, without the article. Raises StoreUnavailable."""
    record = unpacked(claims)
    extraction = extraction_from_record(record, names_of(store))
    return _judged(article_from_record(record["article"]), extraction, claims, store, today)


def _judged(article: Article, extraction: Extraction, claims: bytes, store: FactStore, today: date) -> JudgedArticle:
    noting = NotingStore(store)
    report = report_on(extraction, article.document, noting, today)
    places = _places(extraction)
    findings = tuple(finding_of(judged, _passage(judged, extraction, places)) for judged in report.claims)
    return JudgedArticle(article, findings, report.as_of, noting.reliance(), claims)


def _places(extraction: Extraction) -> dict[tuple[Span, Span], Span]:
    """Where claims stand in the plain text, by where they stand in the text as sent, and by their sentences."""
    return {
        (extraction.source.to_original(claim.span), claim.sentence): claim.span
        for claim in (*extraction.tentative, *extraction.claims)
    }


def _passage(judged: Judged, extraction: Extraction, places: dict[tuple[Span, Span], Span]) -> Passage:
    claim = judged.claim
    span = places.get((claim.span, claim.sentence), Span(0, 0))
    return parted(extraction.source.plain, claim.sentence, span, judged.text)
