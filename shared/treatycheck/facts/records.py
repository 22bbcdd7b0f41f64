"""Facts and treaties as plain JSON records: the form of the packaged files and of the table's items."""

from __future__ import annotations

from typing import Any

from treatycheck.model import Citation, Fact, FactStatus, Treaty

Record = dict[str, Any]


def fact_to_record(fact: Fact) -> Record:
    """A JSON object with the fact's fields; what is empty is left out."""
    record: Record = {}
    for name, value in zip(Fact._fields, fact, strict=True):
        if value is None or value == () or value is False:
            continue
        record[name] = list(value) if isinstance(value, tuple) else value
    record["sources"] = [[source.publisher, source.title, source.url] for source in fact.sources]
    record["status"] = fact.status.value
    return record


def fact_from_record(record: Record) -> Fact:
    """The fact that `fact_to_record` wrote. Raises TypeError on unknown fields."""
    content = dict(record)
    content["sources"] = tuple(Citation(*source) for source in record["sources"])
    content["values"] = tuple(record.get("values", ()))
    content["aliases"] = tuple(record.get("aliases", ()))
    content["status"] = FactStatus(record["status"])
    return Fact(**content)


def treaty_to_record(treaty: Treaty) -> Record:
    """A JSON object with the treaty's fields; what is empty is left out."""
    record: Record = {}
    for name, value in zip(Treaty._fields, treaty, strict=True):
        if isinstance(value, tuple):
            if value:
                record[name] = [list(item) if isinstance(item, tuple) else item for item in value]
        else:
            record[name] = value
    return record


def treaty_from_record(record: Record) -> Treaty:
    """The treaty that `treaty_to_record` wrote. Raises TypeError on unknown fields."""
    content: Record = {key: tuple(value) if isinstance(value, list) else value for key, value in record.items()}
    content["other_names"] = tuple((language, name) for language, name in record.get("other_names", ()))
    return Treaty(**content)
