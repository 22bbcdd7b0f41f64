"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.model import Format
from treatycheck.text.sentences import MAX_TOKENS, split_sentences
from treatycheck.text.source import read_source


def sentences(text: str) -> list[str]:
    source = read_source(text, Format.TEXT)
    return [source.plain[found.span.start : found.span.end] for found in split_sentences(source)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate gave its consent.",
        "Gen. John Q. Public Jr. signed it with Dr. Roe at 10:00 p.m. in Vienna.",
        "It was signed on Dec. 8, 1987, under No. 5 and Art. 6 of the act.",
        "The range is 5.5 km.",
        "They waited ... and waited.",
        "The pact (see Art. 3. It is short) holds.",
        "“Will it hold?” he asked.",
        "The limit is 700; the ceiling is 800.",
        "In Doe v. Roe the court agreed.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It ended. It began.", 2),
        ("It is held by the U.S. The other side left.", 2),
        ("They signed in D.C. In May they met.", 2),
        ("“It is over.” They left.", 2),
        ("(It is over.) They left.", 2),
        ("It is over.[^12] They left.[3] We stayed.", 3),
        ("They left START I. The next was START II.", 2),
        ("the treaty.The talks went on.", 2),
        ("It ended... Then it began.", 2),
        ("Why? Because!", 2),
    ],
)
def test_a_stop_at_the_end_ends_a_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_blocks_end_sentences_and_are_counted() -> None:
    source = read_source("A heading\n\nThe text goes on. It ends.", Format.TEXT)
    assert [found.paragraph for found in split_sentences(source)] == [0, 1, 1]


def test_a_sentence_without_end_is_cut_behind_a_comma() -> None:
    found = split_sentences(read_source("one two three, " * 500, Format.TEXT))
    assert all(len(sentence.tokens) <= MAX_TOKENS for sentence in found)
    assert all(sentence.tokens[-1].text == "," for sentence in found)


def test_twice_the_text_is_twice_the_tokens() -> None:
    text = "It was signed in Vienna (Austria) in 1990. It is in force!\n\n"
    once = sum(len(found.tokens) for found in split_sentences(read_source(text * 50, Format.TEXT)))
    twice = sum(len(found.tokens) for found in split_sentences(read_source(text * 100, Format.TEXT)))
    assert twice == 2 * once


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list('.?!"()[] \n“”USaA1,')))))
def test_sentences_hold_every_token_once_and_in_order(text: str) -> None:
    source = read_source(text, Format.TEXT)
    place = 0
    for index, sentence in enumerate(split_sentences(source)):
        assert sentence.index == index
        assert sentence.span.start == sentence.tokens[0].start >= place
        assert sentence.span.end == sentence.tokens[-1].end
        for token in sentence.tokens:
            between = source.plain[place : token.start]
            assert all(left.isspace() or left in "\u00ad\u200b\u200c\u200d\u2060\ufeff" for left in between)
            place = token.end
