"""Facts and treaties as exports and answers give them: JSON objects with names that people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from treatycheck.facts.records import treaty_to_record
from treatycheck.model import Citation, Fact, Treaty

_OF_PARTIES = frozenset({"between", "depositary"})


def fact_to_line(fact: Fact, party_names: Mapping[str, str]) -> dict[str, Any]:
    """A fact as `reference export` writes it, parties by name; what only some facts have follows where it is set."""
    optional = {
        "party_id": fact.party,
        "stage": fact.stage,
        "item": fact.item,
        "as_of": fact.as_of,
        "valid_from": fact.valid_from,
        "valid_until": fact.valid_until,
        "negated": fact.negated or None,
        "note": fact.note,
        "aliases": list(fact.aliases) or None,
        "complete": fact.complete or None,
        "values": list(fact.values) if fact.relation in _OF_PARTIES or len(fact.values) > 1 else None,
    }
    return {
        "treaty": fact.treaty,
        "relation": fact.relation,
        "party": party_names.get(fact.party, fact.party) if fact.party else None,
        "value": value_as_text(fact, party_names),
        "fact_id": fact.fact_id,
        "sources": [citation_to_dict(citation) for citation in fact.sources],
        "status": fact.status.value,
    } | {key: value for key, value in optional.items() if value is not None}


def value_as_text(fact: Fact, party_names: Mapping[str, str]) -> str:
    """The values of a fact for reading: parties by name."""
    if fact.relation not in _OF_PARTIES:
        return fact.value
    return "; ".join(party_names.get(value, value) for value in fact.values)


def treaty_to_line(treaty: Treaty) -> dict[str, Any]:
    """A treaty with its names as `reference export --treaties` writes it."""
    languages: dict[str, list[str]] = {}
    for language, name in treaty.other_names:
        languages.setdefault(language, []).append(name)
    return treaty_to_record(treaty) | ({"other_names": languages} if languages else {})


def citation_to_dict(citation: Citation) -> dict[str, str]:
    """A source as answers and exports name it."""
    return {"title": citation.title, "publisher": citation.publisher, "url": citation.url}
