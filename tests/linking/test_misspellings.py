"""Names that are misspelt, lack a word or have their words in another order, and what is never taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.linking.misspelt_nouns import misspelt_nouns
from treatycheck.linking.treaties import find_treaties
from treatycheck.linking.treaty_names import GENERIC, treaty_names
from treatycheck.mentions.gazetteer import name_keys, word_key
from treatycheck.model import Format
from treatycheck.text.sentences import split_sentences
from treatycheck.text.source import read_source

NAMES = treaty_names()


def linked(text: str) -> dict[str, str]:
    """The words that name treaties, each with the treaty."""
    (sentence,) = split_sentences(read_source(text, Format.TEXT))
    found = find_treaties(sentence, [word_key(token) for token in sentence.tokens], NAMES)
    return {text[mention.span.start : mention.span.end]: mention.value for mention in found if mention.value}


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("Kyoto Protocl", "kyoto-protocol"),
        ("Montreel Protocol", "montreal-protocol"),
        ("Trealy on the Non-Proliferation of Nuclear Wepaons", "npt"),
        ("Minimata Convention", "minamata-convention"),
        ("Convention against Transnational Orgnaized Crime", "untoc"),
        ("Convention on Liability for Dmaage Caused by Space Objects", "liability-convention"),
        ("Biological and Toxic Weapon Convention", "bwc"),
        ("Hague Convention on Internatoinal Child Abduction", "hague-abduction-convention"),
        ("Covenant on Economic, Socal and Cultural Rights", "icescr"),
    ],
)
def test_misspelt_names_are_told_by_their_other_words(name: str, treaty: str) -> None:
    assert linked(f"Few had read the {name} to its end.") == ({name: treaty} if treaty else {})


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("Treaty for the Limitation and Reduction of Armament", "london-naval-treaty-1930"),
        ("Convention on the Right to and Collective Bagaining", "ilo-c098"),
        ("Treaty between the United States and the Soviet Union on the Elimination of Intermediate-Range Missiles", ""),
    ],
)
def test_one_word_may_be_left_out(name: str, treaty: str) -> None:
    assert linked(f"Few had read the {name} to its end.") == ({name: treaty} if treaty else {})


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("Relations Convention on Consular", "vccr"),
        ("Plus Two Four Treaty", "two-plus-four"),
        ("Convention on Physical the Protection of Nuclear Material", "cppnm"),
    ],
)
def test_words_may_stand_in_another_order(name: str, treaty: str) -> None:
    assert linked(f"Few had read the {name} to its end.") == {name: treaty}


@pytest.mark.parametrize(
    "text",
    [
        "The Protocol of Kioto was not meant by the Convention of Kyot.",
        "The START III Treaty was never signed.",
        "The Treaty of Parise was short.",
        "The Convention on Climate Chance Encounters was a novel.",
        "The Mutual Defense Treaty with Austria was short.",
        "The Statue of Rome stood in the Chapter of Paris.",
        "The Montreal Treaty on Maize was short.",
        "The International Convention against Terrorism was short.",
    ],
)
def test_what_differs_in_what_tells_names_apart_is_none(text: str) -> None:
    assert linked(text) == {}


def test_a_misspelt_name_takes_the_place_of_one_that_is_a_part_of_it() -> None:
    assert linked("Few had read the Inerim Nuclear Agreement with Iran.") == {
        "Inerim Nuclear Agreement with Iran": "joint-plan-of-action"
    }


def test_a_protocol_to_a_misspelt_treaty_is_another() -> None:
    assert linked("Few had read the Second Protocol to the Convention on Certain Conventional Weeapons.") == {}


def test_a_date_behind_a_shared_name_is_no_part_of_it() -> None:
    assert linked("They signed the Brussels Treaty in 1948 and went home.") == {}


def test_nouns_are_no_misspellings_of_others() -> None:
    assert GENERIC.isdisjoint(misspelt_nouns())


@given(st.sampled_from(sorted(NAMES.treaties)), st.data())
def test_a_name_is_nearest_to_itself(treaty: str, data: st.DataObject) -> None:
    own = [
        keys for text in NAMES.treaties[treaty].names if len(keys := name_keys(text)) > 2 and sum(map(len, keys)) > 9
    ]
    if own:
        found = NAMES.fuzzy.nearest(data.draw(st.sampled_from(own)))
        assert found is None or found.cost > 0 or NAMES.ids[found.treaty] == treaty
