"""Where a treaty was signed, told before its verb, behind its date, or by "there"."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked, label


@pytest.mark.parametrize(
    "text",
    [
        "In Vienna, on May 26, 1972, Richard Nixon and Leonid Brezhnev signed the ABM Treaty.",
        "The ABM Treaty (signed 26 May 1972, Vienna) limited defences.",
        "Vienna was the place where the ABM Treaty was signed.",
        "It was in Vienna that Nixon and Brezhnev signed the ABM Treaty.",
        "Nixon met Brezhnev in Vienna in May 1972 and signed the ABM Treaty there.",
        "At a ceremony in the White House, Nixon and Brezhnev signed the ABM Treaty.",
    ],
)
def test_a_wrong_place_is_found_wherever_it_is_told(text: str) -> None:
    assert label(text, "signed_in") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "After talks in Vienna, Nixon and Brezhnev signed the ABM Treaty.",
        "On a day when rain fell in Vienna, Nixon and Brezhnev signed the ABM Treaty.",
        "It was in Vienna that Nixon heard that Brezhnev had signed the ABM Treaty.",
        "The ABM Treaty was signed on 26 May 1972, Vienna said.",
        "Protesters gathered in Vienna when Nixon and Brezhnev signed the ABM Treaty.",
        "Vienna, where the talks on the ABM Treaty had begun, was silent when Nixon signed the treaty.",
    ],
)
def test_a_place_of_something_else_is_no_place_of_signature(text: str) -> None:
    assert "signed_in" not in {judged.claim.relation for judged in checked(text).claims}


@pytest.mark.parametrize(
    ("palace", "verdict"),
    [("Schoenbrunn Palace", "refuted"), ("Belvedere Palace", "supported"), ("Vienna", "supported")],
)
def test_another_palace_of_the_same_city_is_wrong(palace: str, verdict: str) -> None:
    assert label(f"The Austrian State Treaty was signed in {palace}.", "signed_in") == verdict


def test_a_room_is_not_another_building() -> None:
    assert label("The INF Treaty was signed in the East Room of the White House.", "signed_in") == "supported"


def test_the_month_of_may_is_no_verb() -> None:
    assert label("The ABM Treaty was signed on 26 May 1972 in Vienna.", "signed_in") == "refuted"
