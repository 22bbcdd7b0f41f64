"""The shape of an answer, as clients rely on it."""

from __future__ import annotations

import json

from tests.reports import TEXT, judged, refuted_report, report
from treatycheck.model import Claim, MatchMethod, PartyReference
from treatycheck.render.json import render_json, render_jsonl
from treatycheck.render.report import Utf16Offsets, report_to_dict


def test_a_report_has_the_shape_of_the_contract() -> None:
    answer = report_to_dict(refuted_report())
    assert answer == {
        "document": {"characters": 59, "published": "2019-03-04", "as_of": "2019-03-04", "language": "en"},
        "reference": {"version": "0123456789abcdef", "treaties": 1, "facts": 1},
        "summary": {"claims": 1, "supported": 0, "refuted": 1, "not_enough_info": 0},
        "claims": [
            {
                "id": "c1",
                "text": TEXT,
                "span": {"start": 19, "end": 44, "utf16_start": 19, "utf16_end": 44},
                "treaty": {
                    "id": "inf-treaty",
                    "name": "INF Treaty",
                    "mention": "INF Treaty",
                    "span": {"start": 4, "end": 14},
                    "match": {"method": "name", "score": 1.0},
                },
                "relation": "signed",
                "party": None,
                "value": {
                    "type": "date",
                    "text": "8 December 1986",
                    "normalized": "1986-12-08",
                    "modifier": None,
                    "span": {"start": 29, "end": 44},
                },
                "negated": False,
                "implicit": False,
                "tentative": False,
                "attributed_to": None,
                "rule": "signed/verb",
                "verdict": {
                    "label": "refuted",
                    "confidence": 0.97,
                    "reason": "value_differs",
                    "explanation": "The INF Treaty was signed on 8 December 1987.",
                    "correction": {"text": "8 December 1987", "value": "1987-12-08"},
                },
                "evidence": [
                    {
                        "fact_id": "inf-treaty/signed",
                        "relation": "signed",
                        "value": "1987-12-08",
                        "statement": "The INF Treaty was signed on 8 December 1987.",
                        "sources": [
                            {
                                "title": "INF Treaty",
                                "publisher": "Arms Control Association",
                                "url": "https://www.armscontrol.org/inf",
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_an_empty_document_gives_an_empty_list_of_claims() -> None:
    answer = report_to_dict(report(""))
    assert answer["document"]["characters"] == 0
    assert answer["claims"] == []
    assert answer["summary"] == {"claims": 0, "supported": 0, "refuted": 0, "not_enough_info": 0}


def test_utf16_offsets_count_two_for_each_astral_character_before() -> None:
    answer = report_to_dict(refuted_report("😀é😀 "))
    assert answer["claims"][0]["span"] == {"start": 23, "end": 48, "utf16_start": 25, "utf16_end": 50}


def test_utf16_offsets_agree_with_encoding_at_every_place() -> None:
    text = "a😀b\ud83dc𝔘\u05d0😀"
    offsets = Utf16Offsets(text)
    for place in range(len(text) + 1):
        assert offsets(place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def test_lone_surrogates_survive_as_ascii_json() -> None:
    rendered = render_json(refuted_report("\ud800 "))
    assert rendered.isascii()
    claim = judged("\ud800 " + TEXT)
    assert json.loads(render_jsonl(report("\ud800 " + TEXT, claim)))["text"] == "\ud800 " + TEXT


def test_candidates_are_named_where_the_treaty_is_ambiguous() -> None:
    claim = judged()
    mention = claim.claim.treaty._replace(
        method=MatchMethod.CONTEXT, score=0.123456, candidates=("start-i", "start-ii")
    )
    answer = report_to_dict(report(TEXT, claim._replace(claim=claim.claim._replace(treaty=mention))))
    expected = {"method": "context", "score": 0.1235, "candidates": ["start-i", "start-ii"]}
    assert answer["claims"][0]["treaty"]["match"] == expected


def test_a_party_and_a_value_without_a_place_are_given() -> None:
    claim = judged()
    changed: Claim = claim.claim._replace(
        party=PartyReference("US", "United States", "Washington"),
        value=claim.claim.value._replace(span=None),
    )
    answer = report_to_dict(report(TEXT, claim._replace(claim=changed)))["claims"][0]
    assert answer["party"] == {"id": "US", "name": "United States", "mention": "Washington"}
    assert answer["value"]["span"] is None


def test_jsonl_has_one_claim_a_line() -> None:
    lines = render_jsonl(report(TEXT, judged(), judged(identifier="c2"))).splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["c1", "c2"]
