"""Imports into a table: each fact an edit with its history."""

from __future__ import annotations

from typing import Any

from tests.aws.samples import FACTS, STAMP, TREATIES, store_of
from treatycheck.aws.dynamo_facts import DynamoFactStore
from treatycheck.aws.loader import load
from treatycheck.cli.imports import write_table
from treatycheck.facts.lines import fact_to_line, treaty_to_line
from treatycheck.reference.interchange.incoming import Importer, Incoming
from treatycheck.reference.interchange.rows import Row

IDS = {"us": "US", "su": "SU"}


def brought(store: DynamoFactStore, *contents: dict[str, Any]) -> Incoming:
    rows = [Row(number, content) for number, content in enumerate(contents, start=1)]
    return Importer(store, frozenset(IDS.values()), IDS, replacing=True).read(rows)


def test_facts_and_treaties_are_written_as_edits(client: Any, table: str, monkeypatch: Any) -> None:
    monkeypatch.setattr("treatycheck.aws.dynamodb.dynamodb_client", lambda endpoint: client)
    load(client, table, store_of(FACTS[:3], TREATIES), STAMP)
    signed = fact_to_line(FACTS[2], {}) | {"value": "1987-12", "note": "read anew"}
    new = fact_to_line(FACTS[0], {}) | {"fact_id": "new-treaty/signed", "treaty": "new-treaty"}
    treaty = treaty_to_line(TREATIES[0]) | {"id": "new-treaty", "name": "N", "official_title": "N", "names": ["N"]}
    incoming = brought(DynamoFactStore(client, table), signed, new, treaty)
    assert [outcome.kind for outcome in incoming.outcomes] == ["changed", "added", "added"]
    write_table(incoming, table, None, "ada", "imported from facts.csv")
    held = DynamoFactStore(client, table)
    latest, first = held.history("inf-treaty/signed")
    assert (latest.fact is not None and latest.fact.value, latest.stamp.by) == ("1987-12", "ada")
    assert first.fact == FACTS[2]
    assert [fact.fact_id for fact in held.facts(["new-treaty"])["new-treaty"]] == ["new-treaty/signed"]
    assert brought(held, signed, new, treaty).facts == {}
