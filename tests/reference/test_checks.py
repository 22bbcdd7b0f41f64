"""The checks of the reference data: each finds what it is for, and nothing in what is right."""

from __future__ import annotations

import pytest

from tests.aws.samples import FACTS, SOURCE, TREATIES, store_of
from treatycheck.model import Fact, FactStatus
from treatycheck.reference.checks.exceptions import declared_exceptions, without_exceptions
from treatycheck.reference.checks.run import check_all, check_facts

PARTIES = frozenset({"US", "SU", "GB", "UN"})


def fact(name: str, relation: str, value: str, **more: object) -> Fact:
    made = Fact(f"inf-treaty/{name}", "inf-treaty", relation, (value,), (SOURCE,))
    return made._replace(**more)  # type: ignore[arg-type]


def checks(*facts: Fact) -> list[str]:
    """Which checks find something in these facts."""
    return sorted({problem.check for problem in check_facts(facts, PARTIES)})


SIGNED = fact("signed", "signed", "1987-12-08")
IN_FORCE = fact("in-force", "entered_into_force", "1988-06-01")


def test_right_facts_have_no_problems() -> None:
    store = store_of(FACTS[:3], TREATIES[:2])
    facts = store.facts(["abm-treaty", "inf-treaty"])
    assert check_all(store.treaties(), facts, PARTIES) == []


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        (fact("Signed", "signed", "1987"), "id"),
        (SIGNED._replace(fact_id="npt/signed"), "id"),
        (SIGNED._replace(sources=()), "source"),
        (SIGNED._replace(values=()), "value"),
        (SIGNED._replace(values=("December 1987",)), "value"),
        (SIGNED._replace(values=("0087",)), "value"),
        (fact("x", "duration", "five years"), "value"),
        (fact("x", "party", "perhaps", party="US"), "value"),
        (fact("x", "ratified", "1988"), "value"),
        (fact("x", "party_count", "211"), "value"),
        (fact("x", "party_count", "many"), "value"),
        (fact("x", "limit", "few missiles"), "value"),
        (fact("x", "between", "XX"), "party"),
        (fact("x", "withdrew", "2019", party="XX"), "party"),
        (fact("x", "depositary", "XX"), "party"),
        (fact("x", "party_count", "2", as_of="lately"), "time"),
        (fact("x", "party", "yes", party="US", valid_from="2019-08-02", valid_until="1988-06-01"), "time"),
    ],
)
def test_a_wrong_fact_is_found(wrong: Fact, check: str) -> None:
    assert checks(wrong) == [check]


@pytest.mark.parametrize(
    "right",
    [
        fact("x", "depositary", "International Maritime Organization"),
        fact("x", "duration", "indefinite"),
        fact("x", "limit", "500/5500 km"),
        fact("x", "negotiated", "1980-10/1987-12-08"),
        fact("x", "signatory_count", "0"),
    ],
)
def test_a_right_fact_is_not(right: Fact) -> None:
    assert checks(right) == []


@pytest.mark.parametrize(
    "facts",
    [
        (fact("a", "signed", "1989"), IN_FORCE),
        (IN_FORCE, fact("a", "terminated", "1980")),
        (SIGNED, fact("a", "ratified", "1987-12-07", party="US", stage="deposit")),
        (
            fact("a", "withdrew", "2019-02-02", party="US", stage="announced"),
            fact("b", "withdrew", "2019-02-01", party="US", stage="notified"),
        ),
        (
            fact("a", "withdrew", "2019-02-02", party="US", stage="notified"),
            fact("b", "withdrew", "2019-02-01", party="US", stage="effective"),
        ),
        (fact("a", "ratified", "2020", party="US"), fact("b", "withdrew", "2019", party="US", stage="effective")),
    ],
)
def test_steps_in_the_wrong_order_are_found(facts: tuple[Fact, ...]) -> None:
    assert checks(*facts) == ["order"]


@pytest.mark.parametrize(
    "facts",
    [
        (fact("a", "signed", "1988"), IN_FORCE),
        (SIGNED, fact("a", "entered_into_force", "1987-12-08")),
        (fact("a", "signed", "1989", status=FactStatus.DISPUTED), SIGNED, IN_FORCE),
        (
            fact("a", "withdrew", "2018", party="US", stage="announced"),
            fact("b", "withdrew", "2019-02-02", party="US", stage="notified"),
            fact("c", "withdrew", "2019-08-02", party="US", stage="effective"),
        ),
    ],
)
def test_steps_in_order_are_not(facts: tuple[Fact, ...]) -> None:
    assert checks(*facts) == []


@pytest.mark.parametrize(
    "other",
    [
        fact("b", "signed", "1987-12-09"),
        fact("b", "signed", "1986"),
    ],
)
def test_two_values_of_one_thing_are_found(other: Fact) -> None:
    assert checks(SIGNED, other) == ["contradiction"]


def test_a_state_cannot_be_a_party_and_none_at_once() -> None:
    yes = fact("a", "party", "yes", party="US", valid_until="2019-08-02")
    assert checks(yes, fact("b", "party", "no", party="US")) == ["contradiction"]
    assert checks(yes, fact("b", "party", "no", party="US", valid_from="2019-08-02")) == []
    assert checks(yes, fact("b", "party", "no", party="GB")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SIGNED, fact("b", "signed", "1987")),
        (SIGNED, fact("b", "signed", "1987-12-09", status=FactStatus.DISPUTED)),
        (SIGNED, fact("b", "signed", "1987-12-09", party="US")),
        (fact("a", "party_count", "2", as_of="1988"), fact("b", "party_count", "5", as_of="1991")),
        (
            fact("a", "ratified", "1988-05-27", party="US", stage="parliament"),
            fact("b", "ratified", "1988-05-28", party="US", stage="parliament"),
        ),
    ],
)
def test_what_may_stand_side_by_side_is_not(one: Fact, other: Fact) -> None:
    assert checks(one, other) == []


def test_a_treaty_without_names_or_dates_is_found() -> None:
    bare = TREATIES[0]._replace(names=("",))
    assert [problem.check for problem in check_all([bare], {}, PARTIES)] == ["dates", "names"]


def test_a_name_of_two_treaties_must_be_declared_by_one() -> None:
    first, second = TREATIES[0], TREATIES[2]._replace(names=("The ABM-Treaty",))
    facts = {
        item.id: [fact("signed", "signed", "1972", treaty=item.id, fact_id=f"{item.id}/signed")]
        for item in (first, second)
    }
    (problem,) = check_all([first, second], facts, PARTIES)
    assert (problem.check, problem.treaty) == ("name", "abm-treaty")
    declared = second._replace(shared_names=("ABM Treaty",))
    assert check_all([first, declared], facts, PARTIES) == []


def test_an_unknown_sibling_is_found() -> None:
    facts = {"inf-treaty": [SIGNED]}
    (problem,) = check_all([TREATIES[1]], facts, PARTIES)
    assert problem.check == "sibling"


def test_an_exception_covers_its_problem_and_one_too_many_is_told() -> None:
    problems = list(check_facts([SIGNED, fact("again", "signed", "1987-12-09")], PARTIES))
    assert [problem.check for problem in problems] == ["contradiction"]
    record = {"check": "contradiction", "facts": ["again", "signed"], "why": "two calendars"}
    declared = declared_exceptions({"inf-treaty": [record]})
    assert without_exceptions(problems, declared) == []
    assert [problem.check for problem in without_exceptions([], declared)] == ["exception"]
    for other in (record | {"check": "order"}, record | {"facts": ["signed"]}):
        left = without_exceptions(problems, declared_exceptions({"inf-treaty": [other]}))
        assert [problem.check for problem in left] == ["contradiction", "exception"]
    elsewhere = declared_exceptions({"npt": [record]})
    assert len(without_exceptions(problems, elsewhere)) == 2
