"""The date in an object's name or an article's address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from treatycheck.audit.dating.days import EARLIEST_YEAR, LATEST_YEAR, one_day
from treatycheck.errors import InvalidInput
from treatycheck.values.day import Days, parse_days

# 2007-10-12, 2007_10_12, 20071012, 2007/10/12, also inside longer names
USUAL = re.compile(r"(?<!\d)(?P<year>1[6-9]\d\d|20\d\d)(?P<gap>[-_./]?)(?P<month>\d\d)(?P=gap)(?P<day>\d\d)(?!\d)")
_DIGITS = {"YYYY": r"(?P<year>\d{4})", "MM": r"(?P<month>\d\d)", "DD": r"(?P<day>\d\d)"}
_PLACES = re.compile("(YYYY|MM|DD)")
_MONTH_ONLY = re.compile(r"(?<!\d)(?P<year>1[6-9]\d\d|20\d\d)/(?P<month>0[1-9]|1[0-2])/")
_LONGEST = 2000


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern such as "DD-MM-YYYY" to the expression that finds it: all but its YYYY, MM and DD stands for itself,
    so that no name can keep it busy. Raises InvalidInput.
    """
    parts = _PLACES.split(pattern)
    told = [part for part in parts if part in _DIGITS]
    if len(set(told)) < len(told) or "YYYY" not in told or ("DD" in told and "MM" not in told):
        raise InvalidInput("the pattern for dates in names has YYYY once, and may have MM, or MM and DD, once each")
    return re.compile("".join(_DIGITS.get(part) or re.escape(part) for part in parts))


def day_in_name(name: str, pattern: re.Pattern[str] | None = None) -> Days | None:
    """The last date in a name or path: folders tell an archive's dates before names tell an article's."""
    name = name[-_LONGEST:]
    if pattern is not None:
        return _last(pattern, name)
    return _last(USUAL, name) or _last(_MONTH_ONLY, name)


def day_in_address(address: str | None, pattern: re.Pattern[str] | None = None) -> Days | None:
    """The date in the path of an article's address."""
    if not address:
        return None
    try:
        path = urlsplit(address[:_LONGEST]).path
    except ValueError:
        return None
    return day_in_name(path, pattern)


def _last(pattern: re.Pattern[str], name: str) -> Days | None:
    days = (_days(found.groupdict()) for found in pattern.finditer(name))
    return next(reversed([found for found in days if found]), None)


def _days(groups: dict[str, str | None]) -> Days | None:
    month, day = groups.get("month"), groups.get("day")
    try:
        year = int(groups.get("year") or "")
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            return None
        if month and day:
            return one_day(year, int(month), int(day))
        return parse_days(f"{year:04d}-{int(month):02d}" if month else f"{year:04d}")
    except ValueError:
        return None
