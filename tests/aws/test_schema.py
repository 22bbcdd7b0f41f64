"""The request of `POST /v1/verify`: what is taken, and how bad fields are named."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.aws.fields import MAX_ERRORS
from treatycheck.aws.problem import InvalidRequest, problem_body
from treatycheck.aws.schema import read_document_request
from treatycheck.errors import TextTooLarge
from treatycheck.model import MAX_CHARACTERS, Document, Format

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec=None)), inner, max_size=3),
)


def pointers(body: Any) -> list[str]:
    with pytest.raises(InvalidRequest) as caught:
        read_document_request(body)
    return [field.pointer for field in caught.value.fields]


def test_all_fields_become_a_document() -> None:
    body = {"text": "T", "format": "html", "published": "2007-10-12", "as_of": "2008-01-02T23:30:00-05:00"}
    document = read_document_request(body | {"url": "https://example.org/a", "title": "A"}).to_document()
    assert document == Document("T", Format.HTML, date(2007, 10, 12), date(2008, 1, 2), "https://example.org/a", "A")


def test_null_is_as_good_as_nothing() -> None:
    body = {"text": "", "published": None, "as_of": None, "url": None, "title": None}
    assert read_document_request(body).to_document() == Document("")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2007-10-12", date(2007, 10, 12)),
        ("2007-10-12T08:15", date(2007, 10, 12)),
        ("2007-10-12 08:15:30.5+02:00", date(2007, 10, 12)),
        ("2007-10-12T23:59:59Z", date(2007, 10, 12)),
        ("2008-02", date(2008, 2, 29)),
        ("2007", date(2007, 12, 31)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert read_document_request({"text": "", "published": text}).to_document().published == day


@pytest.mark.parametrize(
    "value", ["", "today", "12.10.2007", "2007-13-01", "2007-02-30", "2007-1-1", "20071012", "0000", 2007, True, []]
)
def test_no_days(value: Any) -> None:
    assert pointers({"text": "", "as_of": value}) == ["/as_of"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (None, [""]),
        ([], [""]),
        ({}, ["/text"]),
        ({"text": None}, ["/text"]),
        ({"text": "", "format": "PDF"}, ["/format"]),
        ({"text": "", "format": None}, ["/format"]),
        ({"text": "", "url": "u" * 2049, "title": "t" * 1001}, ["/url", "/title"]),
        ({"text": "", "a/b~c": 1}, ["/a~1b~0c"]),
    ],
)
def test_bad_fields_are_named_by_pointers(body: Any, expected: list[str]) -> None:
    assert pointers(body) == expected


def test_the_length_of_a_text_counts_code_points() -> None:
    assert len(read_document_request({"text": "🕊" * MAX_CHARACTERS}).text) == MAX_CHARACTERS
    with pytest.raises(TextTooLarge):
        read_document_request({"text": "a" * (MAX_CHARACTERS + 1)})


def test_the_number_of_errors_is_bounded() -> None:
    assert len(pointers({f"key{number}": 1 for number in range(1000)})) == MAX_ERRORS


@given(JSON)
def test_any_body_is_taken_or_refused_with_ascii_json(body: Any) -> None:
    try:
        read_document_request(body)
    except InvalidRequest as error:
        assert json.dumps(problem_body(error, "/v1/verify")).isascii()


@pytest.mark.parametrize(
    ("ignore", "detail"),
    [("a", "must be a list"), ([1], "must be a string"), (["x"] * 10_001, "has more than 10,000 ids")],
)
def test_a_bad_list_of_ids_is_told_in_the_words_of_this_interface(ignore: object, detail: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        read_document_request({"text": "a", "ignore": ignore})
    assert caught.value.fields[0].detail == detail
