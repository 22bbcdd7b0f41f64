"""`treatycheck dates`."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.conftest import RunCommand


def lines(run: RunCommand, text: str, *options: str) -> list[dict[str, Any]]:
    outcome = run("dates", *options, "-", stdin=text.encode())
    assert (outcome.status, outcome.err) == (0, "")
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_dates_and_durations_come_in_order_with_their_places(run: RunCommand) -> None:
    text = "\U0001f600 A 15-year pact of 8 December 1987."
    duration, day = lines(run, text)
    assert duration["duration"] == "P15Y"
    assert duration["timex3"] == {"type": "DURATION", "value": "P15Y"}
    assert day["edtf"] == "1987-12-08"
    assert text[day["span"]["start"] : day["span"]["end"]] == day["text"] == "8 December 1987"
    assert day["span"]["utf16_start"] == day["span"]["start"] + 1


def test_no_precision_is_invented(run: RunCommand) -> None:
    decade, about, span = lines(run, "In the 1980s, about 1987, and from 1988 to 1991.")
    assert decade["timex3"] == {"type": "DATE", "value": "198"}
    assert about["timex3"] == {"type": "DATE", "value": "1987", "mod": "APPROX"}
    assert span["timex3"] == {"type": "DATE", "value": "1988", "end": "1991"}


def test_the_publication_date_tells_relative_dates(run: RunCommand) -> None:
    assert lines(run, "It was signed last year.") == []
    (found,) = lines(run, "It was signed last year.", "--published", "2011-04-01")
    assert found["edtf"] == "2010"


def test_what_never_ends_has_no_length(run: RunCommand) -> None:
    (found,) = lines(run, "The treaty is of unlimited duration.")
    assert found["timex3"] == {"type": "DURATION", "value": "PXY"}
