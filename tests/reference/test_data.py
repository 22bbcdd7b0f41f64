"""What holds of everything under `data/`, and of the packaged JSON built from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from ipaddress import ip_address
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from treatycheck.reference.build import stale
from treatycheck.reference.lexicon import read_lexicon
from treatycheck.reference.read import read_treaties
from treatycheck.reference.schema import DATE_RELATIONS, FactEntry, TreatyEntry
from treatycheck.values.durations import parse_duration
from treatycheck.values.edtf import DateRange, bounds
from treatycheck.values.quantities import parse_quantity

ROOT = Path(__file__).parents[2]
TREATIES = read_treaties(ROOT / "data" / "treaties")
IDS = {entry.id for entry in TREATIES}
BY_TREATY = [pytest.param(entry, id=entry.id) for entry in TREATIES]
PARTIES = {party["id"] for party in read_lexicon(ROOT / "data" / "lexicon")["parties"]}

# Ids that the list of treaties fixes, of treaties that have no file yet.
LISTED_ONLY = frozenset(
    "aarhus-convention abuja-treaty anti-comintern-pact asean-charter asean-tac au-constitutive-act "
    "austrian-state-treaty belavezha-accords bretton-woods cartagena-protocol chicago-convention clrtap cms cptpp "
    "cybercrime-convention cybercrime-un doha-amendment eaeu-treaty echr energy-charter-treaty enforced-disappearance "
    "espoo-convention eu-withdrawal-agreement euratom hay-bunau-varilla icj-statute istanbul-convention "
    "league-covenant london-convention marpol marrakesh-vip merger-treaty migrant-workers-convention "
    "minamata-convention montreal-convention nagoya-protocol oas-charter pandemic-agreement paris-convention-ip pct "
    "psychotropic-convention ramsar rcep single-convention single-european-act solas solas-1914 svalbard-treaty tpp "
    "treaty-of-aachen treaty-of-berlin-1878 treaty-of-neuilly treaty-of-paris-1951 treaty-of-saint-germain "
    "treaty-of-utrecht treaty-of-verdun tripartite-pact trips unccd vccr vienna-drug-convention warsaw-convention "
    "whaling-convention world-heritage wto-agreement".split()
)
TOOK_EFFECT_BEFORE_IT_WAS_SIGNED = {"indus-waters-treaty": "Article XII: in force with effect from 1 April 1960"}
NOT_IN_THE_LEXICON = {"hesse": "a signatory of 1864 that no other text names; wants an entry as a former state"}
PRIVATE_SUFFIXES = (
    ".local",
    ".localhost",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".corp",
    ".test",
    ".example",
    ".invalid",
)
PLACEHOLDERS = frozenset({"localhost", "example.com", "example.org", "example.net", "www.example.com"})
STEPS = ("signed", "entered_into_force", "terminated")


def named(entry: TreatyEntry) -> set[str]:
    """The names that mean this treaty alone."""
    return {name.casefold() for name in (entry.name, entry.official_title, *entry.names, *entry.acronyms)}


def parties_of(fact: FactEntry) -> Iterator[str]:
    if fact.party:
        yield fact.party
    if fact.relation in {"between", "depositary"}:
        yield from fact.values


def days(entry: TreatyEntry, relation: str) -> list[DateRange]:
    """When the treaty itself, not one party, took a step."""
    return [
        span
        for fact in entry.fact
        if fact.relation == relation and fact.party is None and fact.status == "current"
        for value in fact.values
        if (span := bounds(value))
    ]


def is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host in PLACEHOLDERS or host.endswith(PRIVATE_SUFFIXES)


def test_the_packaged_files_are_built_from_the_data() -> None:
    assert stale(ROOT / "data", ROOT / "shared" / "treatycheck" / "data") == []


def test_there_are_many_treaties_with_their_own_ids() -> None:
    assert len(TREATIES) >= 60
    assert len(IDS) == len(TREATIES)


@pytest.mark.parametrize("entry", BY_TREATY)
def test_a_treaty_has_names_sources_and_facts_with_dates(entry: TreatyEntry) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", entry.id)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", fact.id) for fact in entry.fact)
    assert entry.names
    assert entry.source
    assert len(entry.fact) >= 5
    assert any(fact.relation in DATE_RELATIONS for fact in entry.fact)


@pytest.mark.parametrize("entry", BY_TREATY)
def test_siblings_are_other_treaties_that_are_known(entry: TreatyEntry) -> None:
    assert set(entry.siblings) <= (IDS | LISTED_ONLY) - {entry.id}
    assert len(set(entry.siblings)) == len(entry.siblings)


@pytest.mark.parametrize("entry", BY_TREATY)
def test_parties_are_in_the_lexicon(entry: TreatyEntry) -> None:
    assert {party for fact in entry.fact for party in parties_of(fact)} <= PARTIES | set(NOT_IN_THE_LEXICON)


@pytest.mark.parametrize("entry", BY_TREATY)
def test_values_parse_as_what_their_relation_takes(entry: TreatyEntry) -> None:
    for fact in entry.fact:
        for value in fact.values:
            if fact.relation in DATE_RELATIONS:
                assert bounds(value), (fact.id, value)
            elif fact.relation in {"duration", "extension"}:
                assert value == "indefinite" or parse_duration(value), (fact.id, value)
            elif fact.relation in {"limit", "eliminated", "party_count", "signatory_count"}:
                assert parse_quantity(value), (fact.id, value)


@pytest.mark.parametrize("entry", BY_TREATY)
def test_a_fact_holds_for_a_time_that_does_not_end_before_it_begins(entry: TreatyEntry) -> None:
    for fact in entry.fact:
        edges = [bounds(day) if day else None for day in (fact.valid_from, fact.valid_until, fact.as_of)]
        assert all(edges[index] for index, day in enumerate((fact.valid_from, fact.valid_until, fact.as_of)) if day)
        if edges[0] and edges[1]:
            assert edges[0].earliest <= edges[1].latest, fact.id


@pytest.mark.parametrize("entry", BY_TREATY)
def test_a_treaty_is_signed_before_it_takes_effect_and_that_before_it_ends(entry: TreatyEntry) -> None:
    for earlier, later in combinations(STEPS, 2):
        if earlier == "signed" and entry.id in TOOK_EFFECT_BEFORE_IT_WAS_SIGNED:
            continue
        for first in days(entry, earlier):
            for second in days(entry, later):
                assert first.earliest <= second.latest, (earlier, later)


@pytest.mark.parametrize("entry", BY_TREATY)
def test_sources_are_public_pages(entry: TreatyEntry) -> None:
    for source in entry.source.values():
        parts = urlsplit(str(source.url))
        assert parts.scheme in {"http", "https"}
        assert parts.hostname and not is_private(parts.hostname), str(source.url)
        assert parts.username is None


def test_no_name_means_two_treaties_unless_it_is_shared() -> None:
    owners = Counter(name for entry in TREATIES for name in named(entry))
    assert [name for name, count in owners.items() if count > 1] == []
