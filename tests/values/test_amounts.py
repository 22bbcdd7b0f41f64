"""Numbers, quantities and durations: read, compared, written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.values.durations import agrees, parse_duration, write_duration
from treatycheck.values.numbers import parse_number, print_number, spell, write_number
from treatycheck.values.quantities import Quantity, compatible, is_end_of, parse_quantity
from treatycheck.values.units import same_unit, singular


def quantity(text: str) -> Quantity:
    found = parse_quantity(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,550", 1550),
        ("twelve", 12),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("two dozen", 24),
        ("two hundred", 200),
        ("one hundred and eighty-seven", 187),
        ("two thousand five hundred", 2500),
        ("1.5 million", 1_500_000),
        ("21 million", 21_000_000),
        ("half a million", 500_000),
        ("0.5", 0.5),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "many", "12,34", "twelve states", "9" * 5000, "a", "half", "and"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("value", "like", "written"),
    [
        (1550, "2,200", "1,550"),
        (1550, "2200", "1550"),
        (12, "ten", "twelve"),
        (187, "twelve", "187"),
        (1_500_000, "2.5 million", "1.5 million"),
        (45, "thirty", "forty-five"),
        (0.5, "2", "0.5"),
    ],
)
def test_a_number_is_written_as_the_text_writes_numbers(value: float, like: str, written: str) -> None:
    assert write_number(value, like) == written


@given(st.integers(min_value=0, max_value=99))
def test_a_spelled_number_reads_as_itself(value: int) -> None:
    assert parse_number(spell(value)) == value


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["1", "1,000", "1000"]))
def test_a_written_number_reads_as_itself(value: int, like: str) -> None:
    assert parse_number(write_number(value, like)) == value
    assert parse_number(print_number(value)) == value


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1550 warheads", "1550 warheads"),
        ("500/5500 km", "500/5500 km"),
        ("500-5,500 kilometers", "500/5500 km"),
        ("2 °C", "2 °C"),
        ("60 ratifications", "60 ratifications"),
        ("5:5:3", "5:5:3"),
        ("30%", "30 %"),
        ("$7.2 million", "7200000 dollars"),
        ("two sites", "2 sites"),
    ],
)
def test_a_quantity_is_read_and_printed_in_one_way(text: str, printed: str) -> None:
    assert str(quantity(text)) == printed
    assert quantity(printed) == quantity(text)


def test_quantities_of_one_thing_compare_by_their_numbers() -> None:
    assert compatible(quantity("1550 warheads"), quantity("1,550 deployed warheads"))
    assert not compatible(quantity("1600 warheads"), quantity("1550 warheads"))
    assert compatible(quantity("1600 warheads"), quantity("1550 warheads"), tolerance=0.05)
    assert not compatible(quantity("700 launchers"), quantity("700 warheads"))
    assert compatible(quantity("300/3400 miles"), quantity("500/5500 km"))
    assert not compatible(quantity("5500 km"), quantity("500/5500 km"))
    assert compatible(quantity("1,550"), quantity("1550 warheads"))
    assert compatible(quantity("5:5:3"), quantity("5:5:3")) and not compatible(quantity("5:5:3"), quantity("5:5:4"))


def test_one_end_of_a_range_is_known_as_such() -> None:
    assert is_end_of(quantity("5500 km"), quantity("500/5500 km"))
    assert not is_end_of(quantity("5000 km"), quantity("500/5500 km"))


def test_units_are_the_same_whatever_their_spelling() -> None:
    assert same_unit("km", "kilometres") and same_unit("missile", "missiles") and same_unit("nations", "states parties")
    assert not same_unit("km", "kg") and not same_unit("missiles", "km")
    assert singular("countries") == "country" and singular("aircraft") == "aircraft"


@pytest.mark.parametrize(
    ("stated", "true", "right"),
    [
        ("P15Y", "P15Y", True),
        ("P15Y", "P14Y", False),
        ("P12M", "P1Y", True),
        ("P90D", "P3M", True),
        ("P2Y", "P2Y3M", True),
        ("indefinite", "indefinite", True),
        ("indefinite", "P25Y", False),
        ("soon", "P1Y", False),
    ],
)
def test_a_duration_is_right_at_its_own_precision(stated: str, true: str, right: bool) -> None:
    assert agrees(stated, true) is right


@pytest.mark.parametrize(
    ("iso", "like", "written"),
    [
        ("P10Y", "15-year", "10-year"),
        ("P10Y", "fifteen years", "ten years"),
        ("P1Y", "5 years", "1 year"),
        ("P3M", "six-month", "three-month"),
        ("P30Y", "two decades", "three decades"),
        ("P15Y", "two decades", "fifteen years"),
        ("P50Y", "a century", "half a century"),
        ("P10Y", "indefinitely", "for ten years"),
        ("indefinite", "15-year", "indefinite"),
        ("P2Y10M", "3 years", "2 years and 10 months"),
    ],
)
def test_a_duration_is_written_as_the_text_writes_durations(iso: str, like: str, written: str) -> None:
    assert write_duration(iso, like) == written


@given(st.text())
def test_no_text_is_an_error_to_read_as_an_amount(text: str) -> None:
    parse_number(text)
    parse_quantity(text)
    parse_duration(text)
    write_duration("P10Y", text)
    write_number(10, text)
