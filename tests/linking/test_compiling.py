"""Compiled names: the same names as before, in tables that are read where they lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycheck.data import packaged
from treatycheck.data.tables import Tables, TablesWriter
from treatycheck.facts.bundled import BundledFactStore
from treatycheck.facts.records import treaty_to_record
from treatycheck.linking.compiling import compile_names
from treatycheck.linking.treaty_names import Name, TreatyNames, names_of, treaty_names
from treatycheck.mentions.flat_trie import FlatTrie, add_trie
from treatycheck.mentions.gazetteer import Gazetteer, name_keys, word_key
from treatycheck.model import Treaty
from treatycheck.text.tokens import tokenize

PACT = Treaty("lamp-pact", "Lamp Pact", "Pact on Lamps", "multilateral", "lamps", 1931, ("Lamp Pact", "Pact of Oslo"))
WORDS = st.lists(st.sampled_from(["pact", "of", "oslo", "(", "x", ")", ",", "lamps", "ünder"]), min_size=1, max_size=5)
NAMES = st.lists(WORDS.map(" ".join), max_size=12)


def compiled(*treaties: Treaty) -> TreatyNames:
    return TreatyNames(Tables(compile_names(treaties)))


def owners(names: TreatyNames, name: str) -> list[str]:
    return [found.treaty for found in names.gazetteer.get(name)]


def test_a_name_that_two_treaties_give_is_shared() -> None:
    names = compiled(PACT, PACT._replace(id="other-pact", year=1950))
    assert owners(names, "Pact of Oslo") == ["lamp-pact", "other-pact"]


def test_a_name_keeps_what_it_is() -> None:
    names = compiled(PACT._replace(acronyms=("LP",), shared_names=("the Pact",)))
    assert names.gazetteer.get("LP") == (Name("lamp-pact", "LP", exact=True, shared=False),)
    assert names.gazetteer.get("the Pact") == (Name("lamp-pact", "the Pact", exact=False, shared=True),)


def test_names_without_their_noun_are_kept_apart() -> None:
    names = compiled(PACT)
    assert names.short.get("Oslo") == ("lamp-pact",)
    assert owners(names, "Oslo") == []


def test_treaties_are_read_as_they_were_given() -> None:
    names = compiled(PACT)
    assert dict(names.treaties) == {"lamp-pact": PACT}
    assert "lamp-pact" in names.treaties
    assert "no-pact" not in names.treaties
    with pytest.raises(KeyError):
        names.treaties["no-pact"]


def test_treaties_of_a_year_stand_together() -> None:
    names = compiled(PACT, *(PACT._replace(id=f"pact-{year}", year=year) for year in (1950, 1900, 1950)))
    low, high = names.of_year(1950)
    assert [names.treaties[names.id_of(number)].year for number in range(low, high)] == [1950, 1950]
    assert names.of_year(1901) == (1, 1)


def test_no_treaties_make_empty_names() -> None:
    names = compiled()
    assert len(names.treaties) == 0
    assert owners(names, "Lamp Pact") == []
    assert names.screen.telling("Nothing of the kind.") is None


def test_a_table_with_other_names_has_them_compiled() -> None:
    records = [*packaged("treaties.json"), treaty_to_record(PACT)]
    names = names_of(BundledFactStore.of(records, {}, "version", "other names"))
    assert owners(names, "Lamp Pact") == ["lamp-pact"]
    assert owners(names, "Kyoto Protocol") == ["kyoto-protocol"]


def test_a_table_with_the_packaged_names_has_the_packaged_tables() -> None:
    assert names_of(BundledFactStore.load()) is treaty_names()


@given(NAMES, WORDS)
def test_the_flat_trie_finds_what_a_gazetteer_finds(names: list[str], words: list[str]) -> None:
    gazetteer: Gazetteer[int] = Gazetteer()
    for number, name in enumerate(names):
        gazetteer.add(name, number)
    spelt = {word: place for place, word in enumerate(sorted({key for name in names for key in name_keys(name)}))}
    writer = TablesWriter()
    rows = add_trie(writer, "trie", [(name_keys(name), number) for number, name in enumerate(names)], spelt)
    flat = FlatTrie(Tables(writer.content()), "trie", spelt, rows.__getitem__)
    tokens = tokenize(" ".join(words))
    keys = [word_key(token) for token in tokens]
    for start in range(len(tokens)):
        found = [(end, list(held)) for end, held in gazetteer.matches(tokens, keys, start)]
        assert [(end, list(held)) for end, held in flat.matches(tokens, keys, start)] == found
    assert [flat.get(name) for name in names] == [gazetteer.get(name) for name in names]
