"""What can name no treaty is told from the words of a text, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.linking.descriptions import speaks_of_treaty
from treatycheck.linking.misspellings import nouns_in_capitals
from treatycheck.linking.spellings import Spellings, Telling
from treatycheck.linking.treaties import find_treaties
from treatycheck.linking.treaty_names import treaty_names
from treatycheck.mentions.gazetteer import word_key
from treatycheck.model import Format, Sentence
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source

NAMES = treaty_names()
LISTED = sorted(
    {
        name
        for treaty in NAMES.treaties.values()
        for name in (
            treaty.name,
            treaty.official_title,
            *treaty.names,
            *treaty.acronyms,
            *treaty.shared_names,
            *(name for _, name in treaty.other_names),
        )
        if name
    }
)
UNRELATED = (
    "Work on the roof will start in May, and salt is sold by the sack.",
    "It was an inf\u0103ntry post; the cat slept.",
    "The ferry to Gdansk left at 5.30; Lisbon (2 million people) was quiet.",
    "Sea level at the test site rose by 3 mm.",
    "",
)
MARKS = (
    "",
    " ",
    " ",
    " ",
    "-",
    "'",
    "\u2019s ",
    ", ",
    ". ",
    " (",
    ") ",
    "\u00ad",
    "\u00b2",
    "_",
    " (1963) ",
    "5",
    "\n",
)
SPELLINGS = (str, str, str.upper, str.lower, str.title, lambda name: ".".join(name) + ".", lambda name: name[::-1])
PIECES = st.tuples(
    st.one_of(st.sampled_from(LISTED), st.sampled_from([word for name in LISTED for word in name.split()])),
    st.sampled_from(SPELLINGS),
    st.sampled_from(MARKS),
).map(lambda piece: piece[1](piece[0]) + piece[2])


def speaks_of_treaties(sentence: Sentence) -> bool:
    """Whether the whole reading finds a treaty in a sentence, or a noun that may describe one."""
    keys = [word_key(token) for token in sentence.tokens]
    return speaks_of_treaty(sentence) or bool(find_treaties(sentence, keys, NAMES))


@pytest.mark.parametrize("text", UNRELATED)
def test_a_text_without_any_name_is_screened_out(text: str) -> None:
    assert NAMES.screen.telling(text) is None


@pytest.mark.parametrize("text", ["START ended.", "S.O.R.T. was short.", "Lisbon (2007) was long.", "Nafta is long."])
def test_a_name_without_a_noun_is_let_through(text: str) -> None:
    assert NAMES.screen.telling(text) is not None


def test_each_listed_name_that_is_found_is_let_through() -> None:
    kept_out = [name for name in LISTED if NAMES.screen.telling(f"About {name}.") is None]
    sentences = [split_sentences(read_source(f"About {name}.", Format.TEXT)) for name in kept_out]
    assert [found for found in sentences if any(map(speaks_of_treaties, found))] == []


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_that_names_a_treaty_is_screened_out(text: str) -> None:
    telling = NAMES.screen.telling(text)
    if telling is not None:
        telling.add(telling.spellings.capitalised(nouns_in_capitals()))
    for sentence in split_sentences(read_source(text, Format.TEXT)):
        if telling is None or not telling.holds(sentence.span.start, sentence.span.end):
            assert not speaks_of_treaties(sentence)


@pytest.mark.parametrize("name", ["Nafta", "U.S.S.R.", "S\u00e3o", "km\u00b2", "\U0001d400b"])
def test_a_word_is_told_where_it_stands(name: str) -> None:
    text = f"The end of {name} came. Then there was none."
    spellings = Spellings(text)
    telling = Telling(
        spellings, [word for words in spellings.written(spellings.keys).values() for word in words if word in name]
    )
    assert telling.holds(0, text.index("Then"))
    assert not telling.holds(text.index("Then"), len(text))
