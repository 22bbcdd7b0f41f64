"""Days of months, as the calendar has them."""

from __future__ import annotations

from calendar import monthrange

from treatycheck.values.calendar_words import days_in_month


def test_months_are_as_long_as_in_the_calendar() -> None:
    years = (1, 1900, 1987, 1988, 2000, 2024, 2100, 9999)
    for year in years:
        for month in range(1, 13):
            assert days_in_month(year, month) == monthrange(year, month)[1]
