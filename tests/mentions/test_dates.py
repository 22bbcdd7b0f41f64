"""Dates as texts write them, and numbers that only look like dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.finding import found, values
from treatycheck.mentions.dates import find_dates
from treatycheck.model import Format
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source
from treatycheck.values.dates import bounds

NEWS = "2007-10-12"
WORDS = st.sampled_from(
    "on in from to between and the a of 8 12 25 31 1987 2002 1,550 1990s 843 December Dec. May may Friday last next "
    "this year month ago later two decades half that same following early late about century 19th - – / , . ( ) : % "
    "km".split()
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("signed on 8 December 1987", "1987-12-08"),
        ("signed on December 8th, 1987", "1987-12-08"),
        ("signed on Dec. 8, 1987", "1987-12-08"),
        ("signed on the 8th of December 1987", "1987-12-08"),
        ("signed on February 16 2005", "2005-02-16"),
        ("signed on Tuesday, December 8, 1987", "1987-12-08"),
        ("signed on 1987-12-08", "1987-12-08"),
        ("signed on 12/25/1987", "1987-12-25"),
        ("signed on 25.12.1987", "1987-12-25"),
        ("signed in December 1987", "1987-12"),
        ("signed in December of 1987", "1987-12"),
        ("signed in May 1990", "1990-05"),
        ("signed in 1987", "1987"),
        ("the Treaty of Verdun in 843.", "0843"),
        ("the Convention (1987)", "1987"),
        ("the 1987 nuclear arms treaty", "1987"),
        ("Russia withdrew 2021", "2021"),
        ("in the 1980s", "198X"),
        ("in the late 1980s", "1987/1989"),
        ("in the mid-1980s", "1984/1986"),
        ("in the early 1980s", "1980/1983"),
        ("in the 19th century", "18XX"),
        ("circa 1648", "1648~"),
        ("from 1972 to 2002", "1972/2002"),
        ("between 1972 and 2002", "1972/2002"),
        ("in force 1972–2002", "1972/2002"),
        ("in force 1972–79", "1972/1979"),
        ("from July to December 1994", "1994-07/1994-12"),
        ("from 26 May 1972 to 13 June 2002", "1972-05-26/2002-06-13"),
        ("on 8-10 December 1987", "1987-12-08/1987-12-10"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_stated(text: str, value: str) -> None:
    assert values(text, "date") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "It has 1,550 warheads.",
        "It had 1550 warheads.",
        "It removed 1987 missiles.",
        "a range of 2000 km",
        "Resolution 1929 was passed.",
        "Resolutions 1929 and 1874 were passed.",
        "See No. 1929 and Article 1000.",
        "the 9M729 missile",
        "It may march on in august company.",
        "more than 2000 were left",
        "limited to 1600 each",
        "In 843 cases it failed.",
        "on 12/8/1987",
        "on 30 February 1990",
        "at 2000 hours",
        "the SS-1987",
        "the Good Friday Agreement",
        "Theresa May spoke.",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert not values(text, "date", NEWS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was signed last year.", "2006"),
        ("It takes effect early next year.", "2008"),
        ("It was signed earlier this month.", "2007-10"),
        ("It was signed yesterday.", "2007-10-11"),
        ("They voted on Friday.", "2007-10-12"),
        ("They voted on Thursday.", "2007-10-11"),
        ("They will vote on Monday.", "2007-10-15"),
        ("It was signed two decades ago.", "1987~"),
        ("It was signed three months ago.", "2007-07~"),
        ("It was signed on December 8.", "2006-12-08"),
        ("It will expire on Dec. 5.", "2007-12-05"),
        ("It was adopted in May.", "2007-05"),
        ("It was adopted this past April.", "2007-04"),
        ("It was adopted last December.", "2006-12"),
        ("It entered into force on 1 August this year.", "2007-08-01"),
    ],
)
def test_a_relative_date_is_read_from_the_day_of_publication(text: str, value: str) -> None:
    assert values(text, "date", NEWS) == [value]
    assert not values(text, "date")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Signed in 1979. The following year it was ratified.", ["1979", "1980"]),
        ("Signed in 1979. Two years later it was ratified.", ["1979", "1981"]),
        ("Signed in 1979, ratified in December of that year.", ["1979", "1979-12"]),
        ("Signed in 1979, ratified the same year.", ["1979", "1979"]),
        ("Signed in May 1979. Three months later it was ratified.", ["1979-05", "1979-08"]),
        ("Signed in May 1979, ratified on 2 June.", ["1979-05", "1979-06-02"]),
        ("Signed in 1979. A decade later it ended.", ["1979", "1989~"]),
        ("In 1979 they met. On December 8 they signed.", ["1979", "1979-12-08"]),
    ],
)
def test_a_relative_date_is_read_from_the_date_last_named(text: str, expected: list[str]) -> None:
    assert values(text, "date") == expected


def test_a_month_is_not_invented_for_years_ago() -> None:
    assert values("It was signed 25 years ago.", "date", NEWS) == ["1982~"]


def test_twice_the_text_has_twice_the_dates() -> None:
    text = "It was signed on 8 December 1987 and lapsed in 2019. Later that year it was gone.\n\n"
    assert len(found(text * 40)) == 2 * len(found(text * 20))


@given(st.lists(WORDS).map(" ".join), st.none() | st.dates())
def test_whatever_the_text_every_date_found_is_one_and_stands_where_it_says(text: str, published: date | None) -> None:
    sentences = split_sentences(read_source(text, Format.TEXT))
    for sentence, mentions in zip(sentences, find_dates(sentences, published), strict=True):
        place = 0
        for mention in mentions:
            assert bounds(mention.value), mention
            assert place <= mention.first <= mention.last < len(sentence.tokens)
            assert mention.span.start == sentence.tokens[mention.first].start
            assert mention.span.end == sentence.tokens[mention.last].end
            place = mention.last + 1


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    found(text, NEWS)


def test_of_a_text_known_by_its_year_alone_only_what_every_day_of_it_gives_is_kept() -> None:
    first, last = date(2003, 1, 1), date(2003, 12, 31)
    text = "Last year they met, last October they agreed, on 2 March they left."
    sentences = split_sentences(read_source(text, Format.TEXT))
    values = [mention.value for dates in find_dates(sentences, last, first) for mention in dates]
    assert values == ["2002", "2003-03-02"]
