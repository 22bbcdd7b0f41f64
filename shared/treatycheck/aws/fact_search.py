"""Google Fact Check Tools' `claims:search`, answered by our verdicts on what the query says."""

from __future__ import annotations

import re
from typing import Any

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import Answers, Content, Route
from treatycheck.aws.problem import BadParameter, FieldError
from treatycheck.aws.request import place_of
from treatycheck.aws.service import Service
from treatycheck.model import Document
from treatycheck.render.factcheck import factcheck_claims

PAGE = 10
LARGEST_PAGE = 100
LONGEST_QUERY = 5000
_TOKEN = re.compile(r"[0-9]{1,6}")
_WHOLE = re.compile(r"[0-9]{1,9}")


class FactSearch:
    """The handler."""

    def __init__(self, answers: Answers, service: Service) -> None:
        self._answers = answers
        self._service = service

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [("GET", "/v1alpha1/claims:search", self.search)]

    def search(self) -> Response[str]:
        """`GET /v1alpha1/claims:search`: the claims of the query, each with a review, page by page."""
        parameters = self._answers.event().query_string_parameters
        numbers = {name: whole(parameters, name) for name in ("pageSize", "offset", "maxAgeDays")}
        size = min(numbers["pageSize"] or PAGE, LARGEST_PAGE)
        start = token(parameters) if parameters.get("pageToken") else numbers["offset"] or 0
        claims = self._claims(parameters)
        answer: Content = {"claims": claims[start : start + size]} if claims[start:] else {}
        if claims[start + size :]:
            answer["nextPageToken"] = str(start + size)
        return self._answers.answer(answer)

    def _claims(self, parameters: dict[str, str]) -> list[dict[str, Any]]:
        """All that the query claims; nothing in another language, or of another publisher."""
        query = checked_query(parameters)
        site, base_url = place_of(self._answers.event())
        if not query or not is_english(parameters) or not is_ours(parameters, site):
            return []
        report = self._service.report(Document(query))
        self._service.observer.verified(report)
        return factcheck_claims(report, site, base_url, report.as_of)


def checked_query(parameters: dict[str, str]) -> str:
    """The query. Raises BadParameter."""
    query = parameters.get("query") or ""
    if not query and not parameters.get("reviewPublisherSiteFilter"):
        raise BadParameter([FieldError("/query", "is required, or reviewPublisherSiteFilter is")])
    if len(query) > LONGEST_QUERY:
        raise BadParameter([FieldError("/query", f"has more than {LONGEST_QUERY:,} characters")])
    return query


def whole(parameters: dict[str, str], name: str) -> int | None:
    """A whole number that is not below 0. Raises BadParameter."""
    sent = parameters.get(name)
    if not sent:
        return None
    if not _WHOLE.fullmatch(sent):
        raise BadParameter([FieldError(f"/{name}", "must be a whole number, 0 or more")])
    return int(sent)


def token(parameters: dict[str, str]) -> int:
    """Where the page begins. Raises BadParameter."""
    if not _TOKEN.fullmatch(parameters["pageToken"]):
        raise BadParameter([FieldError("/pageToken", "is none that was given out here")])
    return int(parameters["pageToken"])


def is_english(parameters: dict[str, str]) -> bool:
    """Whether reviews in English are wanted; the region counts for nothing."""
    return (parameters.get("languageCode") or "en").lower().partition("-")[0] == "en"


def is_ours(parameters: dict[str, str], site: str) -> bool:
    """Whether reviews of this site are wanted."""
    wanted = (parameters.get("reviewPublisherSiteFilter") or "").lower()
    return wanted in {"", site.lower(), site.lower().partition(":")[0], "treatycheck"}
