"""Lengths of time that a treaty sets, lines that it draws, and numbers inside free text."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, corrected, found, label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ottawa Treaty requires six months' notice of withdrawal.", "supported"),
        ("The Ottawa Treaty requires nine months' notice of withdrawal.", "refuted"),
        ("Under the Rome Statute a state may leave six months after notifying the United Nations.", "refuted"),
        ("The High Seas Treaty entered into force 120 days after the 60th ratification.", "supported"),
        ("The High Seas Treaty entered into force 60 days after the 60th ratification.", "refuted"),
        ("The Convention on Cluster Munitions obliges its parties to destroy stocks within six years.", "refuted"),
        ("Both sides had three years to eliminate the missiles of the INF Treaty.", "supported"),
    ],
)
def test_a_length_of_time_is_judged_by_what_is_set_for_the_same(text: str, expected: str) -> None:
    times = [item for item in checked(text).claims if item.claim.value.normalized.startswith("P")]
    assert [item.verdict.label.value for item in times] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea gave one day's notice of its withdrawal from the NPT.",
        "Britain destroyed its stocks within three years under the Convention on Cluster Munitions.",
        "The Rome Statute takes effect for each new state two months after its ratification.",
        "Peru left the talks on the Ottawa Treaty two years later.",
    ],
)
def test_what_somebody_did_in_a_time_is_no_rule_of_the_treaty(text: str) -> None:
    assert all(item.verdict.label.value != "refuted" for item in checked(text).claims)


def test_an_earlier_line_is_not_the_treaty_s_own() -> None:
    text = "The Treaty of Tordesillas drew a line one hundred leagues west of the Cape Verde Islands."
    judged = found(text, "limit")
    assert judged.verdict.label.value == "refuted"
    assert "370 leagues west" in corrected(text, judged)
    earlier = "Before the Treaty of Tordesillas the earlier papal line ran 100 leagues west of the islands."
    assert label(earlier, "limit") == "supported"


def test_counts_of_things_must_match_exactly_unless_they_are_worded_loosely() -> None:
    text = "Under the INF Treaty the United States destroyed {} ground-launched cruise missiles."
    assert label(text.format("440"), "eliminated") == "refuted"
    assert label(text.format("about 440"), "eliminated") == "supported"


def test_free_text_with_a_number_that_no_fact_holds_is_not_supported() -> None:
    text = "The Minamata Convention bans new mercury mines from {}."
    assert label(text.format("2020"), "prohibits") == "supported"
    wrong = "The Washington Naval Treaty fixed the ratio of capital ships at 5:5:4."
    assert all(item.verdict.label.value != "supported" for item in checked(wrong).claims)


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("The ABM Treaty permitted each side five missile defence sites.", "limit", "not_enough_info"),
        ("The ABM Treaty permitted each side three missile defence sites.", "limit", "refuted"),
        ("START I barred both sides from deploying 7,000 nuclear warheads.", "limit", "refuted"),
        ("The Tripartite Pact bound the three to one another, for a term of ten years.", "duration", "supported"),
        ("New START was stretched by three years.", "extension", "refuted"),
    ],
)
def test_sizes_prices_and_terms_are_found_in_plain_words(text: str, relation: str, expected: str) -> None:
    assert label(text, relation) == expected


def test_a_price_in_words_is_corrected_in_figures() -> None:
    text = "For twenty-five million dollars, the Louisiana Purchase doubled the republic."
    assert "15,000,000 dollars" in corrected(text, found(text, "limit"))
