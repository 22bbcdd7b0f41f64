"""Verbs that are left out, or parted from what they govern by a day or an aside."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, found, label, verdicts


def events(text: str, published: str | None = None) -> list[tuple[str, str, str, bool, str]]:
    """Relation, party, value, denial and verdict of each claim."""
    return [
        (
            item.claim.relation,
            item.claim.party.id if item.claim.party else "",
            item.claim.value.normalized,
            item.claim.negated,
            item.verdict.label.value,
        )
        for item in checked(text, published).claims
    ]


def test_parties_with_a_day_but_no_verb_did_as_the_party_before() -> None:
    assert events("France ratified the CTBT in 1998, Japan in July 1997 and finally Russia in 2001.") == [
        ("ratified", "FR", "1998", False, "supported"),
        ("ratified", "JP", "1997-07", False, "supported"),
        ("ratified", "RU", "2001", False, "refuted"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "France acceded to the NPT in 1992 and China in 1994 tested a bomb.",
        "France acceded to the NPT in 1992, and China in 1994 said that it was glad.",
        "France acceded to the NPT in 1992 and went to China in 1994.",
    ],
)
def test_a_party_with_a_verb_of_its_own_did_something_else(text: str) -> None:
    assert {party for relation, party, *_ in events(text) if relation == "acceded"} == {"FR"}


def test_what_another_treaty_did_likewise_has_the_same_day() -> None:
    text = "SALT I was signed on 26 May 1972, as was the ABM Treaty."
    assert [(treaty, verdict) for treaty, _, _, verdict in verdicts(checked(text))] == [
        ("salt-i", "supported"),
        ("abm-treaty", "supported"),
    ]
    assert label("SALT I was signed on 26 May 1972, as was the ABM Treaty medal.", "signed") == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "The Senate refused on Wednesday to ratify the CTBT.",
        "The Senate refused, by a handful of votes, to ratify the CTBT.",
        "The Senate on Wednesday declined, after a short debate, to ratify the CTBT.",
    ],
)
def test_a_refusal_stays_one_with_a_day_or_an_aside_in_between(text: str) -> None:
    judged = found(text, "ratified", "1999-10-14")
    assert judged.claim.party is not None
    assert (judged.claim.party.id, judged.claim.negated, judged.verdict.label) == ("US", True, "supported")


def test_a_day_inside_a_predicate_is_its_day() -> None:
    text = "Burundi ceased on 27 October 2017 to be a party to the Rome Statute."
    assert events(text) == [("withdrew", "BI", "2017-10-27", False, "supported")]


@pytest.mark.parametrize("opening", ["It should not be forgotten that", "It may be recalled that", "We must note that"])
def test_what_is_called_to_mind_is_asserted(opening: str) -> None:
    assert label(f"{opening} the Antarctic Treaty was signed in 1958.", "signed") == "refuted"


@pytest.mark.parametrize("opening", ["It is possible that", "It may be that", "They could claim that"])
def test_what_is_only_possible_is_not(opening: str) -> None:
    assert events(f"{opening} the Antarctic Treaty was signed in 1958.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When the wall fell, the INF Treaty had been in force for a year.", "supported"),
        ("The INF Treaty was in force in 1990.", "supported"),
        ("The INF Treaty was still in force in 2021.", "refuted"),
        ("The INF Treaty was in force.", "supported"),
        ("SALT II was in force.", "refuted"),
        ("The INF Treaty is in force.", "refuted"),
    ],
)
def test_what_was_in_force_is_judged_for_then(text: str, expected: str) -> None:
    assert [item.verdict.label for item in checked(text).claims] == [expected]


def test_who_stayed_outside_may_have_joined_since() -> None:
    assert label("France stayed outside the NPT until 1992.", "party") == "not_enough_info"
    assert label("France stays outside the NPT.", "party") == "refuted"


@pytest.mark.parametrize("verb", ["agreed on Tuesday to extend", "decided in a call on Tuesday to extend"])
def test_the_day_of_a_decision_need_not_be_that_of_the_act(verb: str) -> None:
    assert label(f"Putin and Biden {verb} New START.", "extended", "2021-01-26") == "not_enough_info"


def test_a_name_that_two_treaties_bear_is_read_as_the_one_that_fits() -> None:
    text = "Obama and Medvedev signed a treaty on Thursday to replace START, which ran out in December."
    judged = found(text, "expires", "2010-04-09")
    assert (judged.claim.treaty.value, judged.verdict.label) == ("start-i", "supported")
