"""LanguageTool's interface, as its clients use it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.interface.calls import Answer, call

TEXT = "😀 The INF Treaty was signed in 1988. New START was signed in Prague on 8 April 2010."


def check(text: str = TEXT, **fields: str) -> dict[str, Any]:
    answer = sent({"text": text, "language": "en-US", **fields})
    assert answer.status == 200, answer.body
    content: dict[str, Any] = answer.content
    return content


def sent(form: dict[str, str] | str) -> Answer:
    return call("POST", "/v2/check", form=form)


def in_utf16(text: str, offset: int, length: int) -> str:
    """The part of a text that UTF-16 offsets name."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def rules(content: dict[str, Any]) -> list[str]:
    return [match["rule"]["id"] for match in content["matches"]]


def test_a_refuted_claim_is_a_match_where_its_correction_goes() -> None:
    (match,) = check()["matches"]
    assert in_utf16(TEXT, match["offset"], match["length"]) == "1988"
    assert match["replacements"] == [{"value": "1987"}]
    assert match["sentence"] == "😀 The INF Treaty was signed in 1988."
    context = match["context"]
    assert in_utf16(context["text"], context["offset"], context["length"]) == "1988"
    assert match["rule"]["id"].startswith("TREATY_SIGNED_") and match["rule"]["category"]["id"] == "TREATY_REFUTED"
    assert all(url["value"].startswith("http") for url in match["rule"]["urls"])


def test_a_replaced_match_is_no_match_again() -> None:
    assert check(TEXT.replace("1988", "1987"))["matches"] == []


def test_a_picky_client_is_shown_every_claim() -> None:
    categories = {match["rule"]["category"]["id"] for match in check(level="picky")["matches"]}
    assert categories == {"TREATY_REFUTED", "TREATY_SUPPORTED"}


def test_rules_are_switched_off_and_on() -> None:
    (refuted,) = rules(check())
    everything = rules(check(level="picky"))
    supported = next(rule for rule in everything if rule != refuted)
    assert rules(check(disabledRules=f"{refuted},OTHER")) == []
    assert rules(check(disabledCategories="TREATY_REFUTED")) == []
    assert supported in rules(check(enabledRules=supported)) and refuted in rules(check(enabledRules=supported))
    assert set(rules(check(enabledRules=supported, enabledOnly="true", level="picky"))) == {supported}
    assert rules(check(enabledOnly="true")) == []


def test_markup_is_not_read_and_counts_in_offsets() -> None:
    parts = [
        {"markup": "<p>😀"},
        {"text": "The INF "},
        {"markup": "<b>"},
        {"text": "Treaty"},
        {"markup": "</b>"},
        {"text": " was signed in 1988."},
        {"markup": "<br>", "interpretAs": "\n\n"},
    ]
    answer = sent({"data": json.dumps({"annotation": parts}), "language": "auto"})
    (match,) = answer.content["matches"]
    whole = "".join(part.get("text", part.get("markup", "")) for part in parts)
    assert in_utf16(whole, match["offset"], match["length"]) == "1988"


def test_the_date_of_the_text_and_what_is_not_wanted_may_be_said() -> None:
    text = "New START expires in 2026."
    assert check(text, published="2022-01-01", level="picky")["matches"]
    claims = call("POST", "/v1/verify", {"text": TEXT}).content["claims"]
    assert check(ignore=",".join(claim["id"] for claim in claims))["matches"] == []


def test_sentences_are_told_in_utf16() -> None:
    assert [in_utf16(TEXT, start, end - start) for start, end in check()["sentenceRanges"]] == [
        "😀 The INF Treaty was signed in 1988.",
        "New START was signed in Prague on 8 April 2010.",
    ]


def test_a_heading_is_a_sentence_of_its_own() -> None:
    text = "Arms control\n\nThe INF Treaty was signed in 1987."
    assert [in_utf16(text, start, end - start) for start, end in check(text)["sentenceRanges"]] == [
        "Arms control",
        "The INF Treaty was signed in 1987.",
    ]


@pytest.mark.parametrize(
    ("sent_as", "preferred", "code"),
    [("en-GB", "", "en-GB"), ("EN_us", "", "en-US"), ("auto", "de-DE,en-AU", "en-AU"), ("auto", "", "en-US")],
)
def test_a_language_is_taken_as_it_is_meant(sent_as: str, preferred: str, code: str) -> None:
    answer = sent({"text": "x", "language": sent_as, "preferredVariants": preferred})
    assert answer.content["language"]["code"] == answer.content["language"]["detectedLanguage"]["code"] == code


@pytest.mark.parametrize(
    "form",
    [
        {"text": "x"},
        {"language": "en-US"},
        {"text": "x", "data": "{}", "language": "en-US"},
        {"text": "x", "language": "de-DE"},
        {"text": "x", "language": "en-US", "level": "strict"},
        {"data": "no json", "language": "en-US"},
        {"data": '{"annotation": [{"text": 1}]}', "language": "en-US"},
        {"data": '{"annotation": [{"text": "a", "markup": "b"}]}', "language": "en-US"},
        {"data": "[]", "language": "en-US"},
        {"text": "x", "language": "en-US", "published": "long ago"},
        {"text": "x", "language": "en-US", "as_of": "2007-13-01"},
    ],
)
def test_a_wrong_field_is_answered_with_400(form: dict[str, str]) -> None:
    answer = sent(form)
    assert answer.status == 400 and answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("escaped", ["%FF", "%C3", "%ED%A0%80"])
def test_a_form_that_is_not_utf8_is_refused_rather_than_guessed_at(escaped: str) -> None:
    answer = sent(f"language=en-US&text={escaped}+The+INF+Treaty")
    assert answer.status == 400 and answer.content["detail"] == "the form is not UTF-8"


def test_a_form_with_too_many_fields_is_refused() -> None:
    assert sent({str(number): "" for number in range(101)}).status == 400


def test_fields_may_stand_in_the_query() -> None:
    answer = call("GET", "/v2/check", query={"text": TEXT, "language": "en-US"})
    assert answer.content == check()


def test_the_other_routes_answer_as_clients_expect() -> None:
    assert call("GET", "/v2/healthcheck").body == "OK"
    assert int(call("GET", "/v2/maxtextlength").body) == 1_000_000
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in call("GET", "/v2/languages").content
    assert call("GET", "/v2/info").content["software"]["apiVersion"] == 1
