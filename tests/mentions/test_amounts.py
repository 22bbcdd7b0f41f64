"""Durations, numbers and quantities as texts write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.finding import found, values
from treatycheck.mentions.modifiers import modifier_before

WORDS = st.sampled_from(
    "a an half one two twelve hundred million 5 1,550 $ % ° C km kg years months year - – to and between of deployed "
    "warheads states parties more than over up to : / ( ) . , indefinitely century ago dozen No. [ ] ^".split()
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the 15-year pact", "P15Y"),
        ("for five years", "P5Y"),
        ("nearly four decades", "P40Y"),
        ("within 90 days", "P90D"),
        ("a six-month term", "P6M"),
        ("for half a century", "P50Y"),
        ("for 2 years and 10 months", "P2Y10M"),
        ("for two and a half years", "P2Y6M"),
        ("for a year", "P1Y"),
        ("extended indefinitely", "indefinite"),
        ("of unlimited duration", "indefinite"),
        ("valid in perpetuity", "indefinite"),
    ],
)
def test_a_duration_is_read(text: str, value: str) -> None:
    assert values(text, "duration") == [value]


@pytest.mark.parametrize("text", ["a 15-year-old boy", "once a year", "25 years old", "in two ways"])
def test_what_is_no_duration_is_not_read_as_one(text: str) -> None:
    assert not values(text, "duration")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,550 deployed strategic nuclear warheads", "1550 warheads"),
        ("800 deployed and non-deployed strategic delivery vehicles", "800 delivery vehicles"),
        ("ranges of 500 to 5,500 kilometers", "500/5500 km"),
        ("ranges between 500 and 5,500 km", "500/5500 km"),
        ("500-5,500 km", "500/5500 km"),
        ("1,700–2,200 warheads", "1700/2200 warheads"),
        ("cut to between 1,700 and 2,200", "1700/2200"),
        ("reduced to 1,550 each", "1550"),
        ("a ratio of 5:5:3", "5:5:3"),
        ("ratified by 191 states parties", "191 parties"),
        ("fourteen other nations", "14 nations"),
        ("44 nuclear-capable states", "44 states"),
        ("destroyed 108 Pershing II missiles", "108 missiles"),
        ("300kg of uranium", "300 kg"),
        ("well below 2°C", "2 °C"),
        ("2 degrees Celsius", "2 °C"),
        ("cut by 30%", "30 %"),
        ("cut by 5.2 percent", "5.2 %"),
        ("sold for $7.2 million", "7200000 dollars"),
        ("200 million taels of silver", "200000000 taels"),
        ("a 100-kiloton test", "100 kilotons"),
        ("a dozen states", "12 states"),
        ("twenty-five ratifications", "25 ratifications"),
    ],
)
def test_a_quantity_is_read_with_what_it_counts(text: str, value: str) -> None:
    assert values(text, "number quantity") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "one of them",
        "at 10:00 a.m.",
        "Article 5",
        "the SS-20",
        "signed in 1987",
        "ended.[3]",
        "the 9M729",
        "(2) the pact",
    ],
)
def test_a_number_that_is_part_of_something_else_is_not_read(text: str) -> None:
    assert not values(text, "number quantity")


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("more than 190 states", "more_than"),
        ("over 190 states", "more_than"),
        ("some 190 states", "about"),
        ("almost 200 states", "nearly"),
        ("nearly four decades", "nearly"),
        ("up to 1,550", "at_most"),
        ("no more than 300 kg", "at_most"),
        ("no fewer than 60 ratifications", "at_least"),
        ("at least 60 ratifications", "at_least"),
        ("fewer than 60 ratifications", "less_than"),
        ("over a five-year period", None),
        ("the 190 states", None),
    ],
)
def test_the_words_before_say_how_exact_a_number_is(text: str, modifier: str | None) -> None:
    [(sentence, mention)] = found(text)
    assert modifier_before(sentence, mention) == modifier


@given(st.lists(WORDS).map(" ".join))
def test_mentions_never_share_a_token(text: str) -> None:
    last: dict[int, int] = {}
    for sentence, mention in found(text, "2007-10-12"):
        assert mention.first > last.get(sentence.index, -1)
        last[sentence.index] = mention.last
        modifier_before(sentence, mention)
