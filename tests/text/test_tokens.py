"""Words, numbers and marks, and that nothing of a text is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.text.tokens import fold, fold_all, tokenize, without_accents


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Non-Proliferation", ["Non", "-", "Proliferation"]),
        ("US-Russia talks", ["US", "-", "Russia", "talks"]),
        ("the treaty's text", ["the", "treaty", "'s", "text"]),
        ("Russia’s", ["Russia", "’s"]),
        ("didn't", ["didn't"]),
        ("states’ rights", ["states", "’", "rights"]),
        ("the U.S.S.R. and D.C.", ["the", "U.S.S.R.", "and", "D.C."]),
        ("Lt. Gen. Doe Jr.", ["Lt.", "Gen.", "Doe", "Jr."]),
        ("Dec. 8, 1987", ["Dec.", "8", ",", "1987"]),
        ("1,550 or 5.5", ["1,550", "or", "5.5"]),
        ("December 8,1987", ["December", "8", ",", "1987"]),
        ("the 1990s", ["the", "1990s"]),
        ("8th", ["8th"]),
        ("300kg", ["300", "kg"]),
        ("9M729", ["9M729"]),
        ("1.5°C", ["1.5", "°", "C"]),
        ("5:5:3", ["5", ":", "5", ":", "3"]),
        ("signed.[^12]", ["signed", ".", "[", "^", "12", "]"]),
        ("He said no. Then", ["He", "said", "no", ".", "Then"]),
        ("No. 5", ["No.", "5"]),
        ("Russia #39;s", ["Russia", "#39;s"]),
        ("Se\u0301vres", ["Se\u0301vres"]),
    ],
)
def test_a_text_is_split_into_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_words_are_folded_but_keep_their_accents() -> None:
    assert fold_all("Sèvres’s SE\u0301VRES Trea\u00adty") == ("sèvres", "'s", "sévres", "treaty")


def test_tokens_of_a_part_of_a_text_count_from_its_beginning() -> None:
    tokens = tokenize("one two three", 4, 7)
    assert [(token.text, token.start, token.end) for token in tokens] == [("two", 4, 7)]


@given(st.text())
def test_tokens_are_slices_in_order_that_leave_out_only_white_space(text: str) -> None:
    tokens = tokenize(text)
    place = 0
    for token in tokens:
        assert place <= token.start < token.end
        assert text[token.start : token.end] == token.text
        between = text[place : token.start]
        assert all(left.isspace() or left in "\u00ad\u200b\u200c\u200d\u2060\ufeff" for left in between)
        place = token.end


def test_a_word_of_accents_without_end_is_folded_as_it_stands() -> None:
    word = "E" + "\u0301\u0323" * 200_000
    assert fold(word) == word.lower()
    assert without_accents(word) == "E"


@given(st.text(st.sampled_from("e\u0301\u0323\u0f73\u00e9\ufb01\uac00\u1e69"), max_size=700))
def test_accents_go_the_same_from_a_text_as_from_its_letters(text: str) -> None:
    assert without_accents(text) == "".join(map(without_accents, text))
