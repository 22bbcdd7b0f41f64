"""Reports in the formats of others: SARIF, schema.org ClaimReview, Web Annotations."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.reports import SUPPORTED, TEXT, judged, refuted_report, report
from treatycheck.model import Format, Judged, Label, Reason, Report, Span, Verdict
from treatycheck.render.annotations import annotations_of
from treatycheck.render.claimreview import claimreview_of
from treatycheck.render.html import render_html
from treatycheck.render.lines import Lines
from treatycheck.render.sarif import sarif_of
from treatycheck.render.text import render_text
from treatycheck.render.uris import uri_of

OPEN = Verdict(Label.NOT_ENOUGH_INFO, 0.5, Reason.NO_FACT, "Nothing settles this.")


def at(address: str | None, *claims: Judged) -> Report:
    """A report on a document with an address."""
    found = report(TEXT, *(claims or (judged(),)))
    return found._replace(document=found.document._replace(url=address))


def results(given: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sarif_of(given)["runs"][0]["results"]
    return found


def region(result: dict[str, Any]) -> dict[str, int]:
    found: dict[str, int] = result["locations"][0]["physicalLocation"]["region"]
    return found


def test_a_refuted_claim_fails_in_sarif_and_others_do_not() -> None:
    claims = (judged(), judged(verdict=SUPPORTED, identifier="s"), judged(verdict=OPEN, identifier="o"))
    kinds = [(result["kind"], result["level"]) for result in results(report(TEXT, *claims))]
    assert kinds == [("fail", "error"), ("pass", "none"), ("open", "none")]


def test_a_sarif_result_has_its_place_its_fix_and_a_fingerprint() -> None:
    (result,) = results(refuted_report("Ä😀\r\nSecond line.\n"))
    place = region(result)
    assert (place["startLine"], place["startColumn"], place["endColumn"]) == (3, 20, 45)
    assert (place["charOffset"], place["charLength"]) == (len("Ä😀\r\nSecond line.\n") + 19, 25)
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "8 December 1987"}
    assert replacement["deletedRegion"]["charLength"] == len("8 December 1986")
    assert result["partialFingerprints"] == {"treatycheckClaim/v1": "c1"}


def test_sarif_rules_are_those_of_the_results() -> None:
    run = sarif_of(report(TEXT, judged(), judged(verdict=SUPPORTED, identifier="s")))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["signed/value_differs", "signed/value_matches"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]


def test_an_address_is_made_a_uri() -> None:
    artifact = sarif_of(at("https://example.org/a b\udc80?q=ä"))["runs"][0]["artifacts"][0]
    assert artifact["location"]["uri"] == "https://example.org/a%20b??q=%C3%A4"


def test_lines_end_where_sarif_says_they_do() -> None:
    lines = Lines("a\nb\r\nc\rd")
    assert [lines.place(offset) for offset in range(8)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
        (2, 3),
        (3, 1),
        (3, 2),
        (3, 3),
    ]
    assert Lines("").region(Span(0, 0))["endLine"] == 1


def test_a_review_rates_the_claim_and_cites_its_sources() -> None:
    (review,) = claimreview_of(at("https://example.org/inf#top"))["@graph"]
    assert (review["@type"], review["claimReviewed"]) == ("ClaimReview", TEXT)
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Refuted",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert review["url"] == "https://example.org/inf#claim-c1"
    assert review["citation"][0]["url"] == "https://www.armscontrol.org/inf"
    assert review["itemReviewed"]["appearance"]["datePublished"] == "2019-03-04"


def test_what_cannot_be_told_has_no_number() -> None:
    (review,) = claimreview_of(at(None, judged(verdict=OPEN)))["@graph"]
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Not enough info"}
    assert "url" not in review


def test_who_says_it_is_the_author_of_the_claim() -> None:
    said = judged()
    said = said._replace(claim=said.claim._replace(attributed_to="the Kremlin"))
    (review,) = claimreview_of(at(None, said))["@graph"]
    assert review["itemReviewed"]["author"] == {"name": "the Kremlin"}


def annotation(given: Report) -> dict[str, Any]:
    (found,) = annotations_of(given)["first"]["items"]
    return dict(found)


def test_an_annotation_selects_what_the_correction_replaces() -> None:
    found = annotation(refuted_report("😀 Before. "))
    quote, position = found["target"]["selector"]
    text = "😀 Before. " + TEXT
    assert text[position["start"] : position["end"]] == quote["exact"] == "8 December 1986"
    assert text.endswith(quote["exact"] + quote["suffix"])
    assert quote["prefix"] + quote["exact"] in text
    purposes = [body["purpose"] for body in found["body"]]
    assert purposes == ["assessing", "tagging", "editing", "linking"]


def test_an_annotation_of_html_quotes_what_is_read_and_counts_what_was_sent() -> None:
    text = "<p>The INF Treaty was signed on 8 <b>December</b> 1986 &amp; so on.</p>"
    claim = judged(text, marked="signed on 8 <b>December</b> 1986", value="8 <b>December</b> 1986")
    quote, position = annotation(report(text, claim, format=Format.HTML))["target"]["selector"]
    assert quote["exact"] == "8 December 1986" and quote["suffix"].startswith(" & so on.")
    assert text[position["start"] : position["end"]] == "8 <b>December</b> 1986"


@pytest.mark.parametrize("address", [None, "https://example.org/inf"])
def test_annotations_of_the_same_report_have_the_same_names(address: str | None) -> None:
    once, again = annotations_of(at(address)), annotations_of(at(address))
    assert json.dumps(once) == json.dumps(again)
    assert once["first"]["items"][0]["target"]["source"].startswith(address or "ni:///sha-256;")
    assert once["id"] != annotations_of(at(address, judged(identifier="c2")))["id"]


def test_claims_that_are_not_wanted_are_counted() -> None:
    kept = report(TEXT, judged(), judged(identifier="c2")).without({"c1", "c9"})
    assert ([claim.id for claim in kept.claims], kept.ignored) == (["c2"], 1)
    assert kept.without({"c2"}).ignored == 2
    assert "0 not enough info, 1 ignored (as of" in render_text(kept)
    assert "</span>, 1 ignored" in render_html(kept)


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a%20b?q=[1]", "https://example.org/a%20b?q=%5B1%5D"),
        ("https://[::1]:8000/#a#b", "https://[::1]:8000/#a%23b"),
        ("articles/a b.txt", "articles/a%20b.txt"),
    ],
)
def test_an_address_is_made_a_uri_that_means_the_same(address: str, uri: str) -> None:
    assert uri_of(address) == uri


@pytest.mark.parametrize(("kind", "media_type"), [(Format.TEXT, "text/plain"), (Format.MARKDOWN, "text/markdown")])
def test_sarif_says_what_kind_of_text_was_checked(kind: Format, media_type: str) -> None:
    found = report(TEXT, judged())
    (artifact,) = sarif_of(found._replace(document=found.document._replace(format=kind)))["runs"][0]["artifacts"]
    assert artifact["mimeType"] == media_type and "sourceLanguage" not in artifact
