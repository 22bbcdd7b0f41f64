"""Which treaty a name means: spelt out, cut short, misspelt, or another's."""

from __future__ import annotations

import pytest

from tests.pipeline.checking import checked
from treatycheck.model import Document, MatchMethod, Mention
from treatycheck.pipeline import extract

KEPT_APART = {
    "START I": "start-i",
    "START II": "start-ii",
    "New START": "new-start",
    "SALT I": "salt-i",
    "SALT II": "salt-ii",
    "Minsk II": "minsk-ii",
    "Additional Protocol I": "additional-protocol-i",
    "Additional Protocol II": "additional-protocol-ii",
    "Biological Weapons Convention": "bwc",
    "Chemical Weapons Convention": "cwc",
    "Vienna Convention on Diplomatic Relations": "vcdr",
    "Vienna Convention on the Law of Treaties": "vclt",
}


def mentions(text: str) -> list[Mention]:
    return [mention for view in extract(Document(text)).views for mention in view.treaties]


def only(text: str) -> Mention:
    (mention,) = mentions(text)
    return mention


@pytest.mark.parametrize(("name", "treaty"), KEPT_APART.items())
def test_names_that_look_alike_mean_their_own_treaties(name: str, treaty: str) -> None:
    mention = only(f"The {name} was discussed.")
    assert (mention.value, mention.method) == (treaty, MatchMethod.NAME)


def test_siblings_in_one_sentence_are_told_apart() -> None:
    found = mentions("START I, START II and New START are three.")
    assert [mention.value for mention in found] == ["start-i", "start-ii", "new-start"]


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("Nuclear Non-Proliferaton Treaty", "npt"),
        ("Intermediat-Range Nuclear Forces Treaty", "inf-treaty"),
        ("Anti-Balistic Missile Treaty", "abm-treaty"),
        ("Antartic Treaty", "antarctic-treaty"),
        ("Outer Spase Treaty", "outer-space-treaty"),
        ("Treaty of Versailes", "treaty-of-versailles"),
        ("Treaty of Maastrict", "maastricht"),
        ("Chemical Weapon Convention", "cwc"),
        ("Strategic Arms Reducton Treaty I", "start-i"),
        ("Strategic Arms Reducton Treaty II", "start-ii"),
        ("New Strategic Arms Reducton Treaty", "new-start"),
    ],
)
def test_a_misspelt_name_is_known_with_a_lower_score(name: str, treaty: str) -> None:
    mention = only(f"The {name} was discussed.")
    assert (mention.value, mention.method) == (treaty, MatchMethod.FUZZY)
    assert 0.85 < mention.score < 1


@pytest.mark.parametrize("word", ["NTP", "IFN", "INC", "CTBR", "CWD", "STRAT", "SLAT II", "NPR"])
def test_an_acronym_is_never_misspelt(word: str) -> None:
    assert mentions(f"The {word} was signed in 1968.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They start in 1991.",
        "Start was made in 1991.",
        "He added salt in 1972.",
        "The inf was signed in 1987.",
        "It cites a sort of cat.",
        "START talks ended in 1991.",
        "The SALT negotiations ended in 1979.",
        "ABM systems were signed over in 1972.",
    ],
)
def test_words_and_weapons_are_no_treaties(text: str) -> None:
    assert checked(text).claims == ()
    assert all(not mention.value for mention in mentions(text))


@pytest.mark.parametrize(
    "name",
    [
        "START III",
        "START IV",
        "SALT III",
        "Additional Protocol IV",
        "Chemical Weapons Protocol",
        "Kyoto Convention",
        "Outer Space Convention",
        "Fredonia Treaty",
        "Treaty of Fredonia",
    ],
)
def test_another_numeral_or_noun_is_another_treaty(name: str) -> None:
    text = f"The {name} was signed in 1999."
    assert all(not mention.value for mention in mentions(text))
    assert checked(text).claims == ()


@pytest.mark.parametrize(
    ("text", "words", "treaty"),
    [
        ("The Treaty on the Non-Proliferation of Nuclear Weapons (NPT) ended.", "(NPT)", "npt"),
        ("The Intermediate-Range Nuclear Forces (INF) Treaty ended.", "(INF) Treaty", "inf-treaty"),
        ("The Intermediate-Range Nuclear Forces Treaty (INF) ended.", "(INF)", "inf-treaty"),
        ("The Strategic Arms Reduction Treaty (START) II ended.", "II", "start-ii"),
        ("The New START Treaty ended.", "New START Treaty", "new-start"),
        ("The 1898 Treaty of Paris ended.", "1898 Treaty of Paris", "treaty-of-paris-1898"),
        ("The Treaty of Paris (1898) ended.", "Treaty of Paris (1898)", "treaty-of-paris-1898"),
    ],
)
def test_the_longest_name_is_taken_with_what_stands_in_parentheses(text: str, words: str, treaty: str) -> None:
    mention = only(text)
    assert mention.value == treaty
    assert text[mention.span.start : mention.span.end].endswith(words)


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("Élysée Treaty", "elysee-treaty"),
        ("Elysee Treaty", "elysee-treaty"),
        ("Kellogg\u2013Briand Pact", "kellogg-briand"),
        ("Treaty of Brest Litovsk", "brest-litovsk"),
        ("Anti-Ballistic-Missile Treaty", "abm-treaty"),
        ("I.N.F. treaty", "inf-treaty"),
    ],
)
def test_accents_dashes_and_dots_change_no_name(name: str, treaty: str) -> None:
    mention = only(f"The {name} was discussed.")
    assert (mention.value, mention.method) == (treaty, MatchMethod.NAME)


@pytest.mark.parametrize(
    "text",
    [
        "The North Atlantic Treaty Organization was founded in 1949.",
        "The North Atlantic Treaty Organization was signed in 1950.",
        "The North Atlantic Treaty Organisation entered into force in 1950.",
    ],
)
def test_an_organisation_is_not_its_treaty(text: str) -> None:
    assert checked(text).claims == ()


def test_a_treaty_whose_organisation_bears_its_name_is_still_found() -> None:
    (judged,) = checked("The North Atlantic Treaty was signed in 1949.").claims
    assert judged.claim.treaty.value == "north-atlantic-treaty"
