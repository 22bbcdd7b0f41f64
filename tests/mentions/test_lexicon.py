"""The compiled lexicon holds every name of the lexicon that it was compiled from, and what it stands for."""

from __future__ import annotations

import re

import pytest

from treatycheck.data import packaged
from treatycheck.mentions.entities import find_entities
from treatycheck.mentions.gazetteer import word_key
from treatycheck.mentions.groups import group_at
from treatycheck.model import MentionKind, Sentence, Span
from treatycheck.text.tokens import tokenize

PLAIN = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)*")
KINDS = {"parties": MentionKind.PARTY, "people": MentionKind.PERSON, "places": MentionKind.PLACE}


def named(kind: MentionKind, name: str) -> list[tuple[int, int, str]]:
    """What the whole of a name is taken for: first and last token, value."""
    tokens = tokenize(name)
    keys = [word_key(token) for token in tokens]
    words = tuple(token.lower for token in tokens)
    sentence = Sentence(0, 0, Span(0, len(name)), tokens, words)
    found = find_entities(sentence, keys, [False] * len(tokens))[kind]
    return [(mention.first, mention.last, mention.value) for mention in found]


@pytest.mark.parametrize("key", KINDS)
def test_all_are_found_by_name(key: str) -> None:
    bearers: dict[str, set[str]] = {}
    for record in packaged("lexicon.json")[key]:
        bearers.setdefault(record["name"], set()).add(record.get("id", record["name"]))
    for name, values in bearers.items():
        if not PLAIN.fullmatch(name):
            continue
        whole = {value for first, last, value in named(KINDS[key], name) if last - first + 1 == len(tokenize(name))}
        assert whole & values, name


def test_groups_are_found_by_name_and_by_adjective() -> None:
    for record in packaged("lexicon.json")["groups"]:
        adjectives = (f"{adjective} states" for adjective in record.get("adjectives", ()))
        for name in (*record.get("names", ()), *adjectives):
            tokens = tokenize(name)
            found = group_at(tokens, [word_key(token) for token in tokens], 0)
            assert found is not None and found[1].members == tuple(record["members"]), name


@pytest.mark.parametrize("name", ["Ban Ki-moon", "Kim Jong-un", "Chiang Kai-shek"])
def test_a_name_may_end_in_small_letters_behind_a_hyphen(name: str) -> None:
    assert named(MentionKind.PERSON, name) == [(0, 3, name)]
