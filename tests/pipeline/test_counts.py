"""How many joined or signed, how many it takes, and who came in which place."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label


def counts(text: str, published: str | None = None) -> list[tuple[str, str]]:
    """Relation and value of each claim that tells a number."""
    told = {"party_count", "signatory_count", "limit"}
    claims = (judged.claim for judged in checked(text, published).claims)
    return [(claim.relation, claim.value.normalized) for claim in claims if claim.relation in told]


@pytest.mark.parametrize(
    "text",
    [
        "The Minamata Convention needed 50 ratifications to take effect.",
        "The Minamata Convention will take effect once fifty countries have ratified it.",
        "Fifty states must ratify the Minamata Convention before it binds anybody.",
        "The Minamata Convention must be ratified by 50 states.",
        "The Minamata Convention took effect soon after the fiftieth ratification.",
    ],
)
def test_what_a_treaty_needs_to_take_effect_is_no_count_of_its_parties(text: str) -> None:
    assert ("limit", "50 ratifications") in counts(text)
    assert label(text, "limit") == "supported"


def test_a_wrong_threshold_is_refuted() -> None:
    assert label("The Arms Trade Treaty took effect soon after the 40th ratification.", "limit") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "The NPT needs two more ratifications, diplomats joked.",
        "The Arms Trade Treaty was adopted by 154 states.",
        "Twelve countries abstained when the Arms Trade Treaty was put to the vote.",
        "Seven parties announced a boycott of the Arms Trade Treaty.",
        "Chad was among the first five countries to ratify the TPNW.",
        "Forty states have not signed the Arms Trade Treaty.",
    ],
)
def test_states_that_did_something_else_are_not_counted(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The CWC has 193 parties.", None, "supported"),
        ("The CWC has 150 parties.", None, "refuted"),
        ("Fewer than 100 states have ratified the CWC.", None, "refuted"),
        ("More than 180 states have joined the CWC.", None, "supported"),
        ("The CWC had 160 parties in 2004.", None, "supported"),
        ("The CWC had 90 parties in 2004.", None, "refuted"),
        ("As of October 2013, 190 states had joined the CWC.", None, "supported"),
    ],
)
def test_a_count_is_judged_for_the_days_it_is_told_for(text: str, published: str | None, expected: str) -> None:
    assert label(text, "party_count", published) == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The Budapest Convention on Cybercrime has 77 parties.", "2024-12-20"),
        ("Some 30 African states have ratified the Rome Statute.", "2012-05-01"),
        ("Three countries joined the CWC.", "2005-05-01"),
        ("Thirty other countries have acceded to the Antarctic Treaty.", "2004-05-01"),
    ],
)
def test_counts_of_days_between_and_of_some_are_never_refuted(text: str, published: str) -> None:
    assert label(text, "party_count", published) != "refuted"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The CWC has 190 parties.", None, "refuted"),
        ("The CWC has 192 parties.", None, "not_enough_info"),
        ("The Antarctic Treaty currently has 55 parties.", None, "refuted"),
        ("The BWC now has 184 members.", None, "refuted"),
        ("The CWC now has 188 parties.", "2016-06-01", "refuted"),
        ("The CWC now has 190 parties.", "2014-02-01", "supported"),
        ("The Rome Statute has 124 parties.", None, "not_enough_info"),
    ],
)
def test_a_count_that_was_passed_long_before_is_refuted_however_near(
    text: str, published: str | None, expected: str
) -> None:
    assert label(text, "party_count", published) == expected


def test_signatures_told_apart_from_ratifications_are_no_parties() -> None:
    text = "The CTBT has gathered 184 signatures and 178 ratifications."
    assert label(text, "signatory_count") == "refuted"
    assert label("The CWC has 193 signatories.", "signatory_count") != "refuted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its vote brought the number of parties to the TPNW to 60, thus causing it to enter into force.", "refuted"),
        ("Its vote brought the number of parties to the TPNW to 50, thereby bringing it into force.", "supported"),
        ("Its vote brought the number of parties to the TPNW to 60, so more may follow.", "not_enough_info"),
    ],
)
def test_a_total_that_is_said_to_have_been_enough_is_held_against_the_threshold(text: str, expected: str) -> None:
    assert label(text, "party_count") == expected


def test_who_brought_a_treaty_into_force_by_its_place_tells_the_threshold() -> None:
    text = "The Rome Statute entered into force in 2002 after Peru became the {} state to ratify it."
    assert label(text.format("60th"), "limit") == "supported"
    assert label(text.format("40th"), "limit") == "refuted"


def test_a_party_named_before_and_others_are_one_count() -> None:
    assert (
        found("Canada and 192 other states have joined the CWC.", "party_count").claim.value.normalized == "193 states"
    )


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Iraq became the 186th member of the Chemical Weapons Convention in 2009.", "186", "supported"),
        ("Iraq became the 86th member of the Chemical Weapons Convention in 2009.", "86", "refuted"),
        ("Iraq joined the Chemical Weapons Convention in 2009 as state party number 186.", "186", "supported"),
    ],
)
def test_a_place_in_the_row_is_judged_by_the_depositarys_list(text: str, value: str, expected: str) -> None:
    judged = found(text, "party_count")
    assert judged.claim.value.normalized == value
    assert judged.verdict.label.value == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Its ratification brings the number of parties to the CWC to 193.", "193"),
        ("The 12-nation Trans-Pacific Partnership was signed in Auckland.", "12 nations"),
        ("There is hardly a state that has not joined the CWC: 193 of them have.", "193"),
        ("The CWC is in force in 193 countries.", "193 countries"),
    ],
)
def test_totals_are_told_in_many_ways(text: str, value: str) -> None:
    assert ("party_count", value) in counts(text)


def test_a_notice_that_a_treaty_sets_is_found_where_the_facts_bear_it_out() -> None:
    assert ("limit", "P6M") in counts("Parties must give six months' notice before they leave the Ottawa Treaty.")
    assert counts("Six months later they left the Ottawa Treaty.") == []


def test_of_some_among_all_the_some_are_counted() -> None:
    assert counts("So far 164 of the 197 states have ratified the Ottawa Treaty.") == [("party_count", "164")]
    assert counts("Nine of the 44 states have not ratified the Ottawa Treaty.") == []


def test_more_signers_than_at_the_signing_itself_are_refuted_only_for_its_days() -> None:
    assert label("On 22 July 1944 thirty nations signed the Bretton Woods Agreement.", "signatory_count") == "refuted"
    assert label("The Montreal Protocol was signed by 46 states.", "signatory_count") != "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "Under the Kyoto Protocol Japan must cut its emissions by 6 percent.",
        "Under the Montreux Convention ships of 9,000 tons were permitted to every guest.",
    ],
)
def test_a_share_or_a_sum_is_refuted_only_where_it_is_of_the_same_thing(text: str) -> None:
    assert label(text, "limit") != "refuted"


def test_a_sum_is_corrected_as_the_text_writes_sums() -> None:
    judged = found("The Alaska treaty gave Russia $9.2 million.", "limit")
    assert judged.verdict.correction is not None
    assert judged.verdict.correction.text == "$7.2 million"


@pytest.mark.parametrize("number", ["Ninety-four", "94", "In Oslo, ninety-four"])
def test_states_that_signed_are_signers_however_their_number_is_written(number: str) -> None:
    judged = found(f"{number} countries signed the Convention on Cluster Munitions.", "signatory_count")
    assert judged.verdict.label.value == "supported"


def test_the_states_that_a_treaty_binds_today_are_no_entry_into_force() -> None:
    relations = {item.claim.relation for item in checked("CEDAW binds 189 States today.", "2019-09-25").claims}
    assert relations == {"party_count"}


def test_by_how_many_a_treaty_had_to_be_ratified_is_its_threshold() -> None:
    told = counts("The Paris Agreement had to be ratified by 55 countries to take effect.", "2016-12-01")
    assert told == [("limit", "55 ratifications")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The leaders met in Finland, where 35 leaders signed the Helsinki Final Act.", "supported"),
        ("In all, 31 leaders signed the Helsinki Final Act on 1 August 1975.", "refuted"),
        ("The twelve states of the North Atlantic signed the Washington Treaty in 1949.", "supported"),
    ],
)
def test_leaders_and_the_states_of_a_region_are_counted_as_signers(text: str, verdict: str) -> None:
    assert label(text, "signatory_count") == verdict


def test_a_pair_of_leaders_is_no_count() -> None:
    assert "signatory_count" not in {item.claim.relation for item in checked("Two leaders signed SORT.").claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve foreign ministers signed the North Atlantic Treaty.", "supported"),
        ("Thirty-five heads of state and government signed the Helsinki Final Act.", "supported"),
        ("Forty plenipotentiaries signed the North Atlantic Treaty.", "not_enough_info"),
        ("Portugal was one of the original twelve countries to sign the North Atlantic Treaty.", "supported"),
        ("All ten countries of South-East Asia put their signatures to the ASEAN Charter.", "supported"),
    ],
)
def test_envoys_and_founders_tell_how_many_signed_and_more_envoys_refute_nothing(text: str, expected: str) -> None:
    assert label(text, "signatory_count") == expected


def test_a_number_belongs_to_no_treaty_that_opens_the_next_clause() -> None:
    text = "Versailles left Germany 100,000 men, the Treaty of Trianon gave Hungary 35,000."
    assert all(claim != ("limit", "100000 men") for claim in counts(text))
