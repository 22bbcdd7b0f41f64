"""A report as schema.org ClaimReview in JSON-LD, one review a claim."""

from __future__ import annotations

import json
from typing import Any

from treatycheck.model import Citation, Document, Judged, Label, Report
from treatycheck.render.rules import LABEL_WORDS
from treatycheck.render.uris import uri_of
from treatycheck.render.visible import one_line

_RATINGS = {Label.REFUTED: 1, Label.SUPPORTED: 5}
_REVIEWER = {"@type": "Organization", "name": "Treatycheck"}


def render_claimreview(report: Report) -> str:
    """A graph of reviews, indented for reading."""
    return json.dumps(claimreview_of(report), ensure_ascii=True, indent=2) + "\n"


def claimreview_of(report: Report) -> dict[str, Any]:
    """The JSON-LD document."""
    return {"@context": "https://schema.org", "@graph": [_review(judged, report) for judged in report.claims]}


def _review(judged: Judged, report: Report) -> dict[str, Any]:
    sources = dict.fromkeys(source for evidence in judged.evidence for source in evidence.fact.sources)
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "identifier": judged.id,
        "claimReviewed": one_line(judged.text),
        "itemReviewed": _claim(judged, report.document),
        "author": _REVIEWER,
        "reviewRating": _rating(judged.verdict.label),
        "reviewBody": judged.verdict.explanation,
        "contentReferenceTime": report.as_of.isoformat(),
        "inLanguage": "en",
    }
    if report.document.url:
        review["url"] = f"{uri_of(report.document.url.partition('#')[0])}#claim-{judged.id}"
    if sources:
        review["citation"] = [_source(source) for source in sources]
    return review


def _claim(judged: Judged, document: Document) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "text": one_line(judged.text)}
    if judged.claim.attributed_to:
        claim["author"] = {"name": one_line(judged.claim.attributed_to)}
    appearance = {
        "url": document.url and uri_of(document.url),
        "headline": document.title and one_line(document.title),
        "datePublished": document.published and document.published.isoformat(),
    }
    told = {key: value for key, value in appearance.items() if value}
    return claim | ({"appearance": {"@type": "CreativeWork", **told}} if told else {})


def _rating(label: Label) -> dict[str, Any]:
    """On the scale of five that search engines read; what cannot be told has a name and no number."""
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": LABEL_WORDS[label]}
    if label in _RATINGS:
        rating |= {"ratingValue": _RATINGS[label], "bestRating": 5, "worstRating": 1}
    return rating


def _source(source: Citation) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": source.publisher}
    return {"@type": "WebPage", "name": source.title, "url": source.url, "publisher": publisher}
