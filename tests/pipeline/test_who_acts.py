"""Who ratifies, leaves and suspends: states, their institutions, and those that act for them."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label


def acts(text: str, published: str | None = None) -> list[tuple[str, str, str, bool, str]]:
    """Relation, party or parties, value, denial and label of each claim about parties."""
    return [
        (
            item.claim.relation,
            item.claim.party.id if item.claim.party else item.claim.value.normalized,
            item.claim.value.normalized if item.claim.party else "",
            item.claim.negated,
            item.verdict.label.value,
        )
        for item in checked(text, published).claims
        if item.claim.relation in {"ratified", "acceded", "party", "signatory", "withdrew", "suspended"}
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "Russia",
        "Russia's parliament",
        "The government of Russia",
        "The lower house of the Russian parliament",
        "Both houses of parliament in Moscow",
        "Under pressure from Japan, Russia",
        "Canada did it late; the voters of Russia never had a say, but Russia",
    ],
)
def test_an_institution_of_a_state_acts_for_the_state(subject: str) -> None:
    judged = found(f"{subject} ratified New START in January 2011.", "ratified")
    assert judged.claim.party is not None
    assert judged.claim.party.id == "RU"


def test_the_vote_of_a_chamber_may_come_before_the_deposit_that_is_known() -> None:
    assert label("Russia's parliament ratified the Kyoto Protocol in October 2004.", "ratified") != "refuted"
    assert label("Russia's parliament ratified the Kyoto Protocol in October 2005.", "ratified") == "refuted"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Senate threw out the CTBT in October 1999.", ("ratified", "US", "1999-10", True, "supported")),
        ("The Senate threw the CTBT out in October 1999.", ("ratified", "US", "1999-10", True, "supported")),
        ("Moscow has put the CFE Treaty on ice since 2007.", ("suspended", "RU", "2007", False, "supported")),
        (
            "Russia stopped taking part in New START in February 2023.",
            ("suspended", "RU", "2023-02", False, "supported"),
        ),
        ("Mr Trump took America out of the JCPOA in May 2018.", ("withdrew", "US", "2018-05", False, "supported")),
        (
            "The Kyoto Protocol, which Japan ratified in June 2002, binds it.",
            ("ratified", "JP", "2002-06", False, "supported"),
        ),
        ("Russia revoked its ratification of the CTBT in 2023.", ("withdrew", "RU", "2023", False, "supported")),
    ],
)
def test_verbs_that_stand_around_the_treaty_or_the_party(text: str, act: tuple[str, str, str, bool, str]) -> None:
    assert acts(text) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Russia put its plans for the CFE Treaty verification regime, and much else, on ice in 2007.",
        "Moscow may put New START on hold in 2023.",
        "He took questions on the JCPOA out of doors in May 2018.",
        "Iran returned to compliance with the JCPOA in 2019.",
    ],
)
def test_look_alikes_are_no_acts_of_a_party(text: str) -> None:
    assert acts(text) == []


def test_who_signs_for_a_state_gives_the_state_its_signature() -> None:
    text = "David Scheffer signed the Rome Statute for the United States in December {}."
    judged = found(text.format(2000), "signed")
    assert judged.claim.party is not None
    assert (judged.claim.party.id, judged.verdict.label.value) == ("US", "supported")
    assert label(text.format(1999), "signed") == "refuted"


def test_a_refusal_before_a_later_consent_is_not_refuted_by_it() -> None:
    assert label("The Danes rejected the Maastricht Treaty.", "ratified") == "not_enough_info"


def test_a_notice_that_is_not_known_may_come_before_the_effect() -> None:
    text = "Burundi, which gave notice of withdrawal from the Rome Statute in {}, wavered."
    assert label(text.format(2016), "withdrew") == "not_enough_info"
    assert label(text.format(2019), "withdrew") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "India refused to sign the NPT.",
        "India decided not to sign the NPT.",
        "India's long refusal to sign the NPT is well known.",
        "India, Brazil's old rival in this, has not signed the NPT.",
        "India, Pakistan and some others have not signed the NPT.",
        "Neither Israel nor India has signed the NPT.",
    ],
)
def test_who_did_not_sign_is_told_in_many_ways(text: str) -> None:
    relation, party, _, negated, verdict = acts(text)[0]
    assert (relation, negated, verdict) == ("signatory", True, "supported")
    assert "IN" in party.split("; ")


@pytest.mark.parametrize(
    ("text", "party", "negated"),
    [
        ("Peru became the 40th country to ratify the tobacco convention, the FCTC.", "PE", False),
        (
            "America is one of the few states that have not ratified the Convention on the Rights of the Child.",
            "US",
            True,
        ),
        ("Despite not being a party to the Rome Statute, the United States helps the court.", "US", True),
        ("The United States remains a non-party to UNCLOS.", "US", True),
        ("Turkey is no party to UNCLOS.", "TR", True),
        ("Canada - unlike its neighbour - ratified the Kyoto Protocol.", "CA", False),
    ],
)
def test_the_subject_of_a_verb_may_stand_far_from_it(text: str, party: str, negated: bool) -> None:
    (act,) = acts(text)
    assert (act[1], act[3], act[4]) == (party, negated, "supported")


def test_votes_that_were_not_found_are_no_ratification() -> None:
    text = "The Senate {} the two-thirds needed to ratify the CTBT in October 1999."
    assert all(label != "refuted" for *_, label in acts(text.format("failed to find")))
    assert acts(text.format("wondered about")) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Malaysia never signed the Refugee Convention.", "supported"),
        ("Turkey has not ratified UNCLOS.", "supported"),
        ("Norway has not ratified UNCLOS.", "refuted"),
        ("Malaysia ratified the Refugee Convention in 1982.", "refuted"),
    ],
)
def test_a_whole_status_list_tells_who_is_not_on_it(text: str, verdict: str) -> None:
    assert [act[4] for act in acts(text)] in ([verdict], [])


def test_what_had_not_been_done_then_is_not_refuted_by_what_was_done_later() -> None:
    assert label("Somalia was one of two countries that had not ratified the CRC.", "ratified") == "not_enough_info"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Most states have signed the NPT; Israel has not.", ("signatory", "IL", "", True, "supported")),
        (
            "Most states have ratified the CTBT. Egypt has not, though it may.",
            ("ratified", "EG", "", True, "supported"),
        ),
        ("Most states are parties to the NPT, but Israel is not.", ("party", "IL", "", True, "supported")),
        ("Most states have signed the TPNW, but Britain never did.", ("signatory", "GB", "", True, "supported")),
    ],
)
def test_a_clause_without_its_verb_takes_up_the_verb_before(text: str, act: tuple[str, str, str, bool, str]) -> None:
    assert act in acts(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Japan has ratified the CTBT, as has Germany.", ("ratified", "DE", "", False, "supported")),
        ("Japan has not signed the TPNW, nor has France.", ("signatory", "FR", "", True, "supported")),
        (
            "Japan ratified the CTBT in 1997; Germany did likewise in August 1998.",
            ("ratified", "DE", "1998-08", False, "supported"),
        ),
    ],
)
def test_a_clause_that_says_the_same_of_another_state(text: str, act: tuple[str, str, str, bool, str]) -> None:
    assert acts(text)[-1] == act


@pytest.mark.parametrize(
    "text",
    [
        "Japan has ratified the CTBT. The weather in Germany has not improved.",
        "Japan has ratified the CTBT. Israel has not, in any case, tested a bomb.",
        "Japan has ratified the CTBT, as Germany has its own laws.",
    ],
)
def test_a_clause_with_a_verb_of_its_own_takes_up_none(text: str) -> None:
    assert [act[1] for act in acts(text)] == ["JP"]


@pytest.mark.parametrize(
    ("text", "party", "negated"),
    [
        ("Nine states have not ratified the CTBT, including the United States and China.", "US; CN", True),
        ("Many states have ratified the CTBT, among them Germany and Japan.", "DE; JP", False),
        ("All the powers have ratified the CTBT except China and the United States.", "CN; US", True),
        ("The CTBT has been ratified by 170 states, including Japan.", "JP", False),
    ],
)
def test_states_named_as_examples_and_exceptions(text: str, party: str, negated: bool) -> None:
    assert ("ratified", party, "", negated, "supported") in acts(text)


def test_examples_of_something_else_are_no_parties() -> None:
    text = "The court heard from states that have ratified the Rome Statute on wars including Ukraine and Georgia."
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "On 12 December 2011 the minister told reporters that Canada was leaving the Kyoto Protocol.",
            ("withdrew", "CA", "2011-12-12", False, "supported"),
        ),
        (
            "In June 2017 President Trump declared that the United States would withdraw from the Paris Agreement.",
            ("withdrew", "US", "2017-06", False, "supported"),
        ),
        (
            "Moscow announced in July 2007 that it would suspend the CFE Treaty.",
            ("suspended", "RU", "2007-07", False, "supported"),
        ),
        (
            "Burundi told the UN in 2016 that it was leaving the Rome Statute.",
            ("withdrew", "BI", "2016", False, "not_enough_info"),
        ),
    ],
)
def test_an_announcement_is_a_step_with_a_day_of_its_own(text: str, act: tuple[str, str, str, bool, str]) -> None:
    assert acts(text) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said in 2018 that Russia would withdraw from New START.",
        "Candidate Trump vowed in 2016 that he would leave the Paris Agreement.",
        "Russia did not announce that it would leave New START.",
        "Moscow announced that its guests would leave, and the INF Treaty was forgotten.",
    ],
)
def test_what_others_expect_is_no_announcement(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The Arms Trade Treaty was adopted in 2013. China acceded in July 2020.",
            ("acceded", "CN", "2020-07", False, "supported"),
        ),
        (
            "The Arms Trade Treaty was adopted in 2013; Russia and India have yet to sign.",
            ("signatory", "RU; IN", "", True, "supported"),
        ),
        (
            "The JCPOA was struck in 2015. Mr Trump took his country out in 2018.",
            ("withdrew", "US", "2018", False, "supported"),
        ),
        (
            "The Ottawa Treaty bans mines. Poland, a late convert, ratified in 2012.",
            ("ratified", "PL", "2012", False, "supported"),
        ),
    ],
)
def test_a_verb_may_leave_its_treaty_out(text: str, act: tuple[str, str, str, bool, str]) -> None:
    assert act in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The INF Treaty was signed in 1987. Russia withdrew from Afghanistan in 1989.",
        "The CTBT was signed in 1996. Sixty states had to ratify before it could be applied.",
        "The Paris Agreement is old. The Senate approved in 1990 a law on fish.",
    ],
)
def test_a_verb_with_another_object_leaves_nothing_out(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The United States signed the Kyoto Protocol in 1998. It has never ratified the protocol.",
            ("ratified", "US", "", True, "supported"),
        ),
        (
            "The United States left the Paris Agreement in 2020. It has since rejoined.",
            ("party", "US", "", False, "supported"),
        ),
        (
            "Canada had its doubts about the Kyoto Protocol. It withdrew in 2012.",
            ("withdrew", "CA", "2012", False, "supported"),
        ),
    ],
)
def test_it_may_stand_for_the_state_of_the_sentence_before(text: str, act: tuple[str, str, str, bool, str]) -> None:
    assert act in acts(text)


def test_it_stands_for_no_state_where_the_sentence_before_spoke_of_two() -> None:
    assert acts("Canada and Mexico spoke of the Kyoto Protocol. It withdrew in 2012.") == []


def test_not_a_party_since_a_day_is_a_departure_on_it() -> None:
    text = "North Korea has not been a party to the NPT since {}."
    assert acts(text.format(2003)) == [("withdrew", "KP", "2003", False, "supported")]
    assert acts(text.format(1995)) == [("withdrew", "KP", "1995", False, "refuted")]


@pytest.mark.parametrize(
    "text",
    [
        "The Obama administration said that it wouldn't sign the Ottawa Convention.",
        "Canada signed the Kyoto Protocol in 1998 and left out any mention of oil.",
    ],
)
def test_plans_and_other_objects_are_no_acts(text: str) -> None:
    assert [act[0] for act in acts(text)] in ([], ["signed"])


@pytest.mark.parametrize(
    "text",
    [
        "France, which had refused to sign the NPT in 1968, joined it in 1992.",
        "Turkey, which signed the Istanbul Convention first, in 2011, left it first, in 2021.",
        "Germany was the last to ratify the Maastricht Treaty, in October 1993.",
        "Australia refused to ratify the Kyoto Protocol for nine years, and did so in December 2007.",
        "The United States signed UNCLOS's 1994 agreement but has not joined the convention itself.",
        "Canada announced its withdrawal from the Kyoto Protocol in December 2011; it took effect in December 2012.",
    ],
)
def test_what_is_true_is_not_flagged(text: str) -> None:
    assert "refuted" not in {item.verdict.label.value for item in checked(text).claims}


@pytest.mark.parametrize("words", ["was part of", "belonged to", "remained in", "was a member of"])
def test_who_signed_a_treaty_that_all_its_signers_joined_was_its_party(words: str) -> None:
    assert acts(f"Bulgaria {words} the Warsaw Pact.") == [("party", "BG", "", False, "supported")]


@pytest.mark.parametrize("body", ["review group", "talks", "preparatory committee"])
def test_a_seat_in_a_body_of_a_treaty_is_no_membership_of_the_treaty(body: str) -> None:
    assert acts(f"Israel was a member of the NPT {body}.") == []


def test_support_that_is_pulled_from_a_treaty_is_a_withdrawal_from_it() -> None:
    told = acts("In 2002 the United States pulled its support from the ABM Treaty.")
    assert told == [("withdrew", "US", "2002", False, "supported")]


def test_a_state_joins_when_it_deposits_or_when_its_membership_begins() -> None:
    for year in (1988, 1989):
        assert acts(f"The United States joined the Berne Convention in {year}.", "2010-01-01") == [
            ("acceded", "US", str(year), False, "supported")
        ]


@pytest.mark.parametrize("words", ["its participation in", "its membership of", "its part in"])
def test_what_is_frozen_is_suspended(words: str) -> None:
    told = acts(f"Armenia has frozen {words} the Collective Security Treaty.", "2024-03-13")
    assert told == [("suspended", "AM", "", False, "supported")]


def test_what_a_state_is_allowed_or_does_despite_is_told_of_that_state() -> None:
    text = "The waiver lets India buy fuel despite not being a party to the NPT."
    assert ("party", "IN", "", True, "supported") in acts(text)
    assert acts("The waiver lets France sell fuel to states despite their not being parties to the NPT.") == []


def test_a_list_tells_in_parentheses_what_a_state_did() -> None:
    assert ("signed", "IL", "1993") in [
        (item.claim.relation, item.claim.party.id if item.claim.party else "", item.claim.value.normalized)
        for item in checked("The Chemical Weapons Convention misses Israel (signed 1993, not ratified).").claims
    ]


def test_an_act_behind_a_semicolon_is_of_the_state_before() -> None:
    text = "The Open Skies Treaty allowed flights. Russia announced its exit; formally withdrew in 2021."
    assert ("withdrew", "RU", "2021", False, "supported") in acts(text)


@pytest.mark.parametrize(
    ("text", "published", "label"),
    [
        ("The Moldovan parliament ratifies the Law of the Sea Convention.", "2026-02-05", "refuted"),
        ("The Moldovan parliament ratifies the Law of the Sea Convention.", "2007-02-07", "supported"),
        ("The Moldovan parliament ratifies the Law of the Sea Convention.", None, "supported"),
        ("The Moldovan parliament ratified the Law of the Sea Convention.", "2026-02-05", "supported"),
    ],
)
def test_what_is_told_as_news_is_no_news_years_later(text: str, published: str | None, label: str) -> None:
    assert acts(text, published) == [("ratified", "MD", "", False, label)]
