"""Google Fact Check Tools' interface."""

from __future__ import annotations

import pytest

from tests.interface.calls import HOST, Answer, call

QUERY = "The Kremlin said the INF Treaty was signed in 1988. START I was signed in 1991. New START was signed in 2010."


def search(**query: str) -> Answer:
    return call("GET", "/v1alpha1/claims:search", query=query)


def test_each_claim_of_the_query_has_a_review() -> None:
    claims = search(query=QUERY, key="secret", alt="json").content["claims"]
    ratings = [claim["claimReview"][0]["textualRating"] for claim in claims]
    assert ratings == ["Refuted", "Supported", "Supported"]
    review = claims[0]["claimReview"][0]
    assert review["publisher"] == {"name": "Treatycheck", "site": HOST}
    assert review["url"] == f"https://{HOST}/live/v1/facts/inf-treaty/signed"
    assert (review["reviewDate"], review["languageCode"]) == ("2026-01-15T00:00:00Z", "en")
    assert claims[0]["claimant"] and claims[0]["text"].startswith("The Kremlin said")


def test_pages_hold_each_claim_once() -> None:
    whole = search(query=QUERY).content["claims"]
    seen, token = [], ""
    while True:
        page = search(query=QUERY, pageSize="2", pageToken=token).content
        seen += page["claims"]
        token = page.get("nextPageToken", "")
        if not token:
            break
    assert seen == whole
    assert search(query=QUERY, offset="1").content["claims"] == whole[1:]


@pytest.mark.parametrize(
    "query",
    [
        {"query": "Nothing of treaties."},
        {"query": QUERY, "languageCode": "fr"},
        {"query": QUERY, "reviewPublisherSiteFilter": "nytimes.com"},
        {"query": QUERY, "offset": "99"},
        {"reviewPublisherSiteFilter": HOST},
    ],
)
def test_where_nothing_is_found_the_answer_is_empty(query: dict[str, str]) -> None:
    assert search(**query).content == {}


@pytest.mark.parametrize(
    "filters", [{"languageCode": "en-GB"}, {"reviewPublisherSiteFilter": HOST}, {"maxAgeDays": "1"}]
)
def test_filters_that_our_reviews_pass_change_nothing(filters: dict[str, str]) -> None:
    assert search(query=QUERY, **filters).content == search(query=QUERY).content


@pytest.mark.parametrize(
    "wrong", [{}, {"query": "x", "pageSize": "ten"}, {"query": "x", "pageToken": "abc"}, {"query": "x" * 5001}]
)
def test_a_wrong_parameter_is_told_as_google_tells_it(wrong: dict[str, str]) -> None:
    answer = search(**wrong)
    error = answer.content["error"]
    assert (answer.status, error["code"], error["status"]) == (400, 400, "INVALID_ARGUMENT")
    assert error["message"] == answer.content["detail"]
