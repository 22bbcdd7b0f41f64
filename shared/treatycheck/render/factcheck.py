"""A report as Google's Fact Check Tools answer `claims:search`."""

from __future__ import annotations

from datetime import date
from typing import Any

from treatycheck.model import Judged, Report
from treatycheck.render.rules import LABEL_WORDS
from treatycheck.render.visible import one_line

PUBLISHER = "Treatycheck"


def factcheck_claims(report: Report, site: str, base_url: str, today: date) -> list[dict[str, Any]]:
    """A claim with its review for each claim of the report; `site` and `base_url` say where the reviews are."""
    return [_claim(judged, report, _review(judged, site, base_url, today)) for judged in report.claims]


def _claim(judged: Judged, report: Report, review: dict[str, Any]) -> dict[str, Any]:
    claim: dict[str, Any] = {"text": one_line(judged.text)}
    if judged.claim.attributed_to:
        claim["claimant"] = one_line(judged.claim.attributed_to)
    if report.document.published:
        claim["claimDate"] = _time(report.document.published)
    return claim | {"claimReview": [review]}


def _review(judged: Judged, site: str, base_url: str, today: date) -> dict[str, Any]:
    fact_id = judged.evidence[0].fact.fact_id if judged.evidence else None
    place = f"facts/{fact_id}" if fact_id else f"treaties/{judged.claim.treaty.value}"
    return {
        "publisher": {"name": PUBLISHER, "site": site},
        "url": f"{base_url}/v1/{place}",
        "title": one_line(judged.verdict.explanation),
        "reviewDate": _time(today),
        "textualRating": LABEL_WORDS[judged.verdict.label],
        "languageCode": "en",
    }


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
