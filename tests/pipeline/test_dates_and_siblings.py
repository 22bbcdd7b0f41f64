"""As of when a text is judged, which of several treaties it means, and what it does not assert."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, corrected, dropped_by, found, label, verdicts
from treatycheck.model import MatchMethod, Reason


@pytest.mark.parametrize(
    ("text", "relation", "published", "expected"),
    [
        ("The INF Treaty is in force.", "in_force", "1988-01-01", "refuted"),
        ("The INF Treaty is in force.", "in_force", "2015-01-01", "supported"),
        ("The INF Treaty is in force.", "in_force", "2020-01-01", "refuted"),
        ("The INF Treaty is no longer in force.", "in_force", "2020-01-01", "supported"),
        ("North Korea is a party to the NPT.", "party", "1999-01-01", "supported"),
        ("North Korea is not a party to the NPT.", "party", "2010-01-01", "supported"),
        ("North Korea is not a party to the NPT.", "party", "1999-01-01", "refuted"),
        ("The US is a party to New START.", "party", "2001-01-01", "refuted"),
        ("The US is a party to New START.", "party", "2015-01-01", "supported"),
        ("China has not ratified the CTBT.", "ratified", "2015-01-01", "supported"),
        ("China has ratified the CTBT.", "ratified", "2015-01-01", "refuted"),
        ("The NPT has 188 parties.", "party_count", "2000-05-01", "supported"),
        ("The NPT has 189 parties.", "party_count", "2009-01-01", "supported"),
        ("The NPT has 191 parties.", "party_count", "2022-01-01", "supported"),
        ("The NPT has 150 parties.", "party_count", "2022-01-01", "refuted"),
        ("New START will expire in 2021.", "expires", "2015-01-01", "supported"),
        ("New START expires in 2026.", "expires", "2022-01-01", "supported"),
    ],
)
def test_a_text_is_judged_by_what_held_when_it_was_published(
    text: str, relation: str, published: str, expected: str
) -> None:
    assert label(text, relation, published) == expected


def test_another_date_to_judge_by_goes_before_the_text_s_own() -> None:
    text = "The INF Treaty is in force."
    assert label(text, "in_force", "2015-01-01", "2020-01-01") == "refuted"
    assert label(text, "in_force", "2020-01-01", "2015-01-01") == "supported"
    assert label(text, "in_force", None, "2015-01-01") == "supported"
    assert label(text, "in_force") == "refuted"


def test_another_date_to_judge_by_leaves_relative_dates_as_they_are() -> None:
    text = "The INF Treaty was signed last year."
    assert label(text, "signed", "1988-03-01", "2020-01-01") == "supported"


@pytest.mark.parametrize(
    ("text", "relation", "correction", "other"),
    [
        ("The INF Treaty entered into force in 1987.", "entered_into_force", "1988", "signed"),
        ("The INF Treaty was signed in 1988.", "signed", "1987", "entered_into_force"),
        ("The NPT was signed in 1970.", "signed", "1968", "entered_into_force"),
        ("The 1988 INF Treaty banned missiles.", "signed", "1987", "entered_into_force"),
    ],
)
def test_a_date_of_another_event_is_named_as_such(text: str, relation: str, correction: str, other: str) -> None:
    judged = found(text, relation)
    assert judged.verdict.reason is Reason.OTHER_EVENT
    assert judged.verdict.correction is not None
    assert judged.verdict.correction.text == correction
    assert other in {evidence.fact.relation for evidence in judged.evidence}
    assert label(corrected(text, judged), relation) == "supported"


@pytest.mark.parametrize(
    ("text", "correction", "other"),
    [
        ("START II was signed in 1991.", "1993", "start-i"),
        ("New START was signed in 1991.", "2010", "start-i"),
        ("START II was signed in 2010.", "1993", "new-start"),
        ("SALT I was signed in 1979.", "1972", "salt-ii"),
    ],
)
def test_a_date_of_a_sibling_treaty_is_named_as_such(text: str, correction: str, other: str) -> None:
    judged = found(text, "signed")
    assert judged.verdict.reason is Reason.OTHER_TREATY
    assert judged.verdict.correction is not None
    assert judged.verdict.correction.text == correction
    assert other in {evidence.fact.treaty for evidence in judged.evidence}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Treaty of Paris was signed in Paris.", "signed_in"),
        ("The Treaty of Paris was ratified by Congress.", "ratified"),
        ("The Treaty of Paris entered into force in 1900.", "entered_into_force"),
    ],
)
def test_a_name_that_may_mean_several_treaties_is_judged_by_none(text: str, relation: str) -> None:
    judged = found(text, relation)
    assert (judged.verdict.label, judged.verdict.reason) == ("not_enough_info", Reason.AMBIGUOUS_TREATY)
    assert {"treaty-of-paris-1763", "treaty-of-paris-1783", "treaty-of-paris-1898"} <= set(
        judged.claim.treaty.candidates
    )
    assert judged.verdict.correction is None


@pytest.mark.parametrize(
    ("text", "relation", "published", "treaty"),
    [
        ("The Treaty of Paris was signed in 1783.", "signed", None, "treaty-of-paris-1783"),
        (
            "The Treaty of Paris, which ended the Spanish-American War, was signed in 1899.",
            "signed",
            None,
            "treaty-of-paris-1898",
        ),
        ("START was signed in Prague in 2010.", "signed", "2012-01-01", "new-start"),
        ("START was ratified by Russia.", "ratified", "2012-01-01", "new-start"),
        ("START is due to expire in December.", "expires", "2009-10-01", "start-i"),
        ("The Minsk agreement was signed in 2015.", "signed", "2016-01-01", "minsk-ii"),
        ("The Minsk agreement was signed in Minsk.", "signed_in", "2014-10-01", "minsk-protocol"),
        ("The Oslo Accords were signed in 1993.", "signed", None, "oslo-i"),
    ],
)
def test_a_shared_name_is_told_by_dates_and_words(text: str, relation: str, published: str | None, treaty: str) -> None:
    judged = found(text, relation, published)
    assert (judged.claim.treaty.value, judged.claim.treaty.method) == (treaty, MatchMethod.CONTEXT)


@pytest.mark.parametrize(
    ("text", "relation", "published", "normalized"),
    [
        ("The INF Treaty was signed last year.", "signed", "1988-03-01", "1987"),
        ("The INF Treaty was signed in December.", "signed", "1987-12-20", "1987-12"),
        ("The INF Treaty was signed on 8 December.", "signed", "1987-12-20", "1987-12-08"),
        ("The INF Treaty was signed two decades ago.", "signed", "2007-12-10", "1987~"),
        ("New START was signed yesterday.", "signed", "2010-04-09", "2010-04-08"),
        ("New START was signed last week.", "signed", "2010-04-14", "2010-04-05/2010-04-11"),
        ("The United States withdrew from the INF Treaty on Friday.", "withdrew", "2019-08-04", "2019-08-02"),
        ("The United States withdrew from the INF Treaty last month.", "withdrew", "2019-09-10", "2019-08"),
        ("A year ago the United States left the INF Treaty.", "withdrew", "2020-08-02", "2019~"),
        ("The INF Treaty entered into force three decades ago.", "entered_into_force", "2018-06-01", "1988~"),
    ],
)
def test_a_relative_date_is_read_from_the_day_of_publication(
    text: str, relation: str, published: str, normalized: str
) -> None:
    judged = found(text, relation, published)
    assert judged.claim.value.normalized == normalized
    assert judged.verdict.label == "supported"


def test_a_wrong_relative_date_is_corrected_to_one_that_stands_alone() -> None:
    text = "The INF Treaty was signed twenty years ago."
    judged = found(text, "signed", "2010-12-01")
    assert judged.verdict.label == "refuted"
    assert corrected(text, judged) == "The INF Treaty was signed in 1987."


def test_a_relative_date_without_a_day_to_read_it_from_is_no_claim() -> None:
    assert checked("The INF Treaty was signed last year.").claims == ()


def test_a_pronoun_before_its_treaty_stands_for_it() -> None:
    text = "When it was concluded in 1987, the pact known as INF banned all land-based missiles of medium range."
    judged = found(text, "signed")
    assert judged.claim.treaty.text == "it"
    assert (judged.claim.treaty.value, judged.claim.treaty.method) == ("inf-treaty", MatchMethod.COREFERENCE)
    assert found(text, "prohibits").claim.treaty.value == "inf-treaty"
    assert {item.verdict.label for item in checked(text).claims} == {"supported"}


@pytest.mark.parametrize(
    ("text", "relation", "treaty", "expected"),
    [
        ("Although it was signed in 1980, SALT II never took effect.", "signed", "salt-ii", "refuted"),
        (
            "Before it entered into force in 1988, the INF Treaty was debated.",
            "entered_into_force",
            "inf-treaty",
            "supported",
        ),
        ("After its signing in 1986, the INF Treaty took effect in 1988.", "signed", "inf-treaty", "refuted"),
        ("The accord, known as the ABM Treaty, was signed in 1972.", "signed", "abm-treaty", "supported"),
        ("Signed in 1986, the INF Treaty banned missiles.", "signed", "inf-treaty", "refuted"),
    ],
)
def test_what_stands_before_the_name_is_said_of_it(text: str, relation: str, treaty: str, expected: str) -> None:
    judged = found(text, relation)
    assert (judged.claim.treaty.value, judged.verdict.label) == (treaty, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Nor was the fate of START, an accord on strategic arms that runs out in 2009, discussed.",
        "They did not speak of Kosovo, nor was the fate of START, an accord on strategic arms that runs out in 2009, "
        "settled.",
        "Moscow spoke. START, an accord on strategic arms that runs out in 2009, worries them.",
    ],
)
def test_an_apposition_with_a_relative_clause_speaks_of_the_treaty_that_then_ran(text: str) -> None:
    (judged,) = checked(text, "2007-10-12").claims
    assert (judged.claim.treaty.value, judged.claim.relation) == ("start-i", "expires")
    assert judged.claim.value.normalized == "2009"
    assert judged.verdict.label == "supported"


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("SALT II never entered into force.", "in_force", "supported"),
        ("START I never entered into force.", "in_force", "refuted"),
        ("The INF Treaty was not signed in 1986.", "signed", "supported"),
        ("The INF Treaty was not signed in 1987.", "signed", "refuted"),
        ("The INF Treaty did not enter into force in 1990.", "entered_into_force", "supported"),
        ("Israel has not signed the NPT.", "signatory", "supported"),
        ("The United States has not ratified the CTBT.", "ratified", "supported"),
    ],
)
def test_a_denial_is_judged_as_it_stands(text: str, relation: str, expected: str) -> None:
    judged = found(text, relation)
    assert judged.claim.negated
    assert judged.verdict.label == expected
    assert judged.verdict.correction is None


@pytest.mark.parametrize("text", ["INF was not signed until 1987.", "The INF Treaty was signed in 1987, not in 1986."])
def test_what_is_denied_of_another_time_is_asserted_of_its_own(text: str) -> None:
    judged = found(text, "signed")
    assert not judged.claim.negated
    assert (judged.claim.value.normalized, judged.verdict.label) == ("1987", "supported")


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("The INF Treaty was signed in 1987, said Sergei Lavrov.", "Sergei Lavrov", "supported"),
        ("Vladimir Putin said the INF Treaty was signed in 1986.", "Vladimir Putin", "refuted"),
        ('"The INF Treaty was signed in 1986," said Donald Trump.', "Donald Trump", "refuted"),
        ("According to the State Department, New START entered into force in 2011.", "State Department", "supported"),
        ("Sergei Lavrov said that START I had expired in 2008.", "Sergei Lavrov", "refuted"),
    ],
)
def test_what_somebody_says_is_checked_and_carries_the_speaker(text: str, speaker: str, expected: str) -> None:
    (judged,) = checked(text).claims
    assert (judged.claim.attributed_to, judged.verdict.label) == (speaker, expected)


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ("Russia may withdraw from the INF Treaty.", "possibility"),
        ("The United States should leave New START.", "possibility"),
        ("The INF Treaty could have been signed in 1986.", "possibility"),
        ("The INF Treaty will be signed in 1989.", "prediction"),
        ("Analysts said that the United States would leave the INF Treaty.", "prediction"),
        ("The senator proposed to terminate the ABM Treaty in 2002.", "intention"),
        ("The president hopes to ratify New START in 2010.", "intention"),
        ("If the Senate ratifies the CTBT, others will follow.", "condition"),
        ("Was the INF Treaty signed in 1987?", "question"),
    ],
)
def test_what_is_not_asserted_is_dropped_by_its_guard(text: str, guard: str) -> None:
    assert checked(text, "2015-05-01").claims == ()
    assert guard in dropped_by(text, "2015-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "Russia threatened to withdraw from the INF Treaty in 2008.",
        "Russia wants to withdraw from New START.",
        "Russia plans to withdraw from New START.",
        "Moscow considered withdrawing from the INF Treaty in 2007.",
        "Did Russia withdraw from New START?",
    ],
)
def test_a_threat_a_plan_and_a_question_are_no_claims(text: str) -> None:
    assert checked(text, "2015-05-01").claims == ()


def test_a_claim_keeps_its_id_whatever_stands_around_it() -> None:
    text = "The INF Treaty was signed in 1986."
    before = checked(text).claims[0].id
    assert checked(f"The weather was fine.\n\n{text} People went home.").claims[0].id == before
    assert checked(text, "2015-01-01").claims[0].id == before
    assert checked("The INF Treaty was signed\nin 1986.").claims[0].id == before
    assert checked("The INF Treaty was signed in 1985.").claims[0].id != before


def test_a_claim_made_twice_has_two_ids_and_the_first_keeps_its_own() -> None:
    text = "The INF Treaty was signed in 1986."
    first, second = checked(f"{text}\n\n{text}").claims
    assert first.id == checked(text).claims[0].id
    assert first.id != second.id
    assert len(set(verdicts(checked(f"{text}\n\n{text}")))) == 1


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Burundi's withdrawal from the Rome Statute became effective on Friday.", "2017-10-28"),
        (
            "Thatcher and Zhao signed the Sino-British Joint Declaration, under which Hong Kong changes hands in 1997.",
            None,
        ),
        ("The Soviet Union refused to sign the Treaty of San Francisco in September 1951.", None),
        ("The Americans joined the Berne Convention only in 1989.", None),
    ],
)
def test_a_date_of_something_else_refutes_nothing(text: str, published: str | None) -> None:
    assert "refuted" not in {judged.verdict.label.value for judged in checked(text, published).claims}


def test_a_treaty_of_two_that_ran_out_was_not_left() -> None:
    assert label("Russia withdrew from New START.", "withdrew", "2026-06-01") == "refuted"
    assert label("The United States withdrew from the ABM Treaty.", "withdrew") == "supported"


def test_the_day_on_which_somebody_said_so_is_not_the_event_s() -> None:
    text = "The Kyoto Protocol is to come into force worldwide, a senior minister said Monday."
    assert "entered_into_force" not in {judged.claim.relation for judged in checked(text, "2004-10-05").claims}
    text = "The Kellogg-Briand Pact was signed by Germany, France and the United States on 27 August 1929."
    assert label(text, "signed") == "refuted"
