"""The months and weekdays as English writes them."""

from __future__ import annotations

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH_CUTS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_NUMBERS: dict[str, int] = {
    form: number
    for number, (name, cut) in enumerate(zip(MONTH_NAMES, MONTH_CUTS, strict=True), start=1)
    for form in (name.lower(), cut.lower(), f"{cut.lower()}.")
} | {"sep": 9, "sep.": 9}
WEEKDAY_NUMBERS: dict[str, int] = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}

CALENDAR = frozenset((*MONTH_NUMBERS, *WEEKDAY_NUMBERS))


def ordinal(number: int) -> str:
    """A number to its ordinal in digits: 8 to "8th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def days_in_month(year: int, month: int) -> int:
    """How many days a month has, from 1 for January. The module `calendar` would bring `locale` with it."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
