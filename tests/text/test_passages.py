"""A text is cut only where a sentence plainly ends, and split into words only where it is looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.model import Format, Sentence
from treatycheck.text import sentences as splitting
from treatycheck.text.passages import passages
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source

LONGEST = 400
PIECES = (
    "The ferry left. ",
    "It came back in 1998. ",
    "“Who?” he asked. ",
    "Mr. Roe (who left. He had to) of the U.S. Navy ",
    "see [note. It ",
    "end] ",
    "( ",
    ") ",
    "etc. ",
    "No. 5. ",
    "soft\u00ad. ",
    "\u200b ",
    "\n\n",
    "a ",
    "well... ",
    "Why?! ",
    "word " * 70,
)


def cut(text: str) -> list[str]:
    return [text[passage.start : passage.end].strip() for passage in passages(text, 0, len(text), LONGEST)]


@pytest.mark.parametrize(
    "text",
    [
        "He met Gen. Roe.",
        "It is held by the U.S. The other side left.",
        "The pact (see below. It is long) holds.",
        "It ended.[See also. The end]",
        "1998. The year began.",
        "It ended. it began.",
    ],
)
def test_where_an_end_is_not_plain_nothing_is_cut(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("The ferry left.", "It came back in 1998.", "Nobody knew."),
        ("“It is over.”", "“Is it?”", "They left."),
        ("The pact (see below) holds.", "It is long."),
        ("An open ( bracket stands here. " + "It does. " * 40 + "So it does.", "All else is plain."),
    ],
)
def test_where_an_end_is_plain_a_text_is_cut(parts: tuple[str, ...]) -> None:
    text = " ".join(parts)
    assert cut(text)[-1] == parts[-1]
    assert " ".join(cut(text)) == text


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_sentences_are_the_same_whichever_is_asked_for_first(text: str) -> None:
    source = read_source(text, Format.TEXT)
    backwards, forwards = split_sentences(source), list(split_sentences(source))
    assert [backwards[index] for index in reversed(range(len(backwards)))] == forwards[::-1]
    assert [sentence.index for sentence in forwards] == list(range(len(forwards)))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_called_a_single_sentence_is_one(text: str) -> None:
    for passage in passages(text, 0, len(text), LONGEST):
        if passage.single:
            assert (
                len(split_sentences(read_source(text[passage.start : passage.end].replace("\n", " "), Format.TEXT)))
                == 1
            )


def test_only_the_sentence_that_is_asked_for_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def counted(index: int, paragraph: int, tokens: tuple[object, ...]) -> Sentence:
        made.append(index)
        return original(index, paragraph, tokens)  # type: ignore[arg-type]

    original = splitting._sentence
    monkeypatch.setattr(splitting, "_sentence", counted)
    sentences = split_sentences(read_source("The ferry left the harbour. " * 100, Format.TEXT))
    assert len(sentences) == 100
    assert sentences[40].words[0] == "the"
    assert made == [40]
