"""EDTF dates: what they span, how they compare, how they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.values.dates import (
    DateRange,
    Precision,
    bounds,
    contains,
    is_approximate,
    overlaps,
    precision,
    write_date,
)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1987", date(1987, 1, 1), date(1987, 12, 31)),
        ("1988-02", date(1988, 2, 1), date(1988, 2, 29)),
        ("1987-12-08", date(1987, 12, 8), date(1987, 12, 8)),
        ("0843", date(843, 1, 1), date(843, 12, 31)),
        ("1969/1972", date(1969, 1, 1), date(1972, 12, 31)),
        ("1969/..", date(1969, 1, 1), date.max),
        ("../1969-05", date.min, date(1969, 5, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("1987~", date(1987, 1, 1), date(1987, 12, 31)),
    ],
)
def test_a_date_spans_its_days(edtf: str, earliest: date, latest: date) -> None:
    assert bounds(edtf) == DateRange(earliest, latest)


@pytest.mark.parametrize(
    "edtf", ["", "87", "1987-13", "1987-02-30", "1972/1969", "0000", "19X7", "8 May", "X", "1987-1", "/x", "1" * 99]
)
def test_what_is_no_date_spans_nothing(edtf: str) -> None:
    assert bounds(edtf) is None
    assert precision(edtf) is None


def test_a_date_knows_how_exact_it_is() -> None:
    assert [precision(edtf) for edtf in ("1987-12-08", "1987-12", "1987~", "198X", "19XX", "1969/1972")] == [
        Precision.DAY,
        Precision.MONTH,
        Precision.YEAR,
        Precision.DECADE,
        Precision.CENTURY,
        Precision.INTERVAL,
    ]
    assert is_approximate("1987~") and not is_approximate("1987")


def test_a_year_contains_its_days_and_not_the_other_way_round() -> None:
    assert contains("1987", "1987-12-08") and not contains("1987-12-08", "1987")
    assert contains("198X", "1987") and not contains("199X", "1987")
    assert overlaps("1987-12-08", "1987") and not overlaps("1988", "1987-12-08")
    assert not contains("1987", "") and not overlaps("", "1987")


def test_about_a_year_takes_in_its_neighbours() -> None:
    assert contains("1987~", "1988-06-01") and not contains("1987~", "1990")
    assert contains("0001~", "0001") and contains("9999~", "9999")


@pytest.mark.parametrize(
    ("edtf", "like", "written"),
    [
        ("1987-12-08", "24 September 1996", "8 December 1987"),
        ("1987-12-08", "Sept. 24, 1996", "Dec. 8, 1987"),
        ("1988-06-01", "Dec. 8, 1987", "June 1, 1988"),
        ("1987-12-08", "June 1st, 1988", "December 8th, 1987"),
        ("1987-12-08", "the 1st of June 1988", "the 8th of December 1987"),
        ("1987-12-08", "June 1988", "December 1987"),
        ("1987-12-08", "1988", "1987"),
        ("1987-12-08", "12/25/1988", "1987-12-08"),
        ("1987-12-08", "1988-06", "1987-12"),
        ("1987-12-08", "June 1", "December 8, 1987"),
        ("1987-12-08", "last year", "in 1987"),
        ("1987-12-08", "yesterday", "on 8 December 1987"),
        ("1987-12-08", "last month", "in December 1987"),
        ("1987-12-08", "last May", "in December 1987"),
        ("1987-12-08", "about 1990", "1987"),
        ("1987-12-08", "the 1990s", "the 1980s"),
        ("1987-12-08", "early 1990s", "late 1980s"),
        ("1987-12-08", "the 19th century", "the 20th century"),
        ("1987", "24 September 1996", "1987"),
        ("1987-12", "24 September 1996", "December 1987"),
        ("1972/2002", "1969 to 1991", "1972 to 2002"),
        ("198X", "the 1990s", "the 1980s"),
        ("18XX", "1990", "19th century"),
        ("1969/..", "1970", "since 1969"),
        ("someday", "1970", "someday"),
    ],
)
def test_a_date_is_written_as_the_text_writes_dates(edtf: str, like: str, written: str) -> None:
    assert write_date(edtf, like) == written


def test_a_preposition_that_stands_there_is_not_written_twice() -> None:
    assert write_date("1987", "next year", before="until") == "1987"


@given(st.text())
def test_no_text_is_an_error_to_read_as_a_date(text: str) -> None:
    bounds(text)
    assert write_date("1987-12-08", text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_lies_in_its_month_year_decade_and_century(day: date) -> None:
    text = day.isoformat()
    for outer in (text, text[:7], text[:4], f"{text[:3]}X", f"{text[:2]}XX"):
        assert contains(outer, text)
