"""Reads `data/` as people wrote it and turns it into the model's values."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from treatycheck.errors import ReferenceDataError
from treatycheck.model import Citation, Fact, FactStatus, Treaty
from treatycheck.reference.schema import FactEntry, SourceEntry, TreatyEntry


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file. Raises ReferenceDataError with the file's name."""
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ReferenceDataError(f"{path}: {error}") from error


def read_treaty(path: Path) -> TreatyEntry:
    """One treaty's file, checked. Raises ReferenceDataError that names the file and the key."""
    try:
        entry = TreatyEntry.model_validate(read_toml(path))
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise ReferenceDataError(f"{path}: {problems}") from error
    if entry.id != path.stem:
        raise ReferenceDataError(f"{path}: id is {entry.id}, the file's name says {path.stem}")
    return entry


def to_treaty(entry: TreatyEntry) -> Treaty:
    return Treaty(
        id=entry.id,
        name=entry.name,
        official_title=entry.official_title,
        kind=entry.kind,
        subject=entry.subject,
        year=entry.year,
        names=tuple(entry.names),
        acronyms=tuple(entry.acronyms),
        shared_names=tuple(entry.shared_names),
        context=tuple(entry.context),
        siblings=tuple(entry.siblings),
        other_names=tuple((language, name) for language, names in sorted(entry.other_names.items()) for name in names),
    )


def to_citation(entry: SourceEntry) -> Citation:
    return Citation(publisher=entry.publisher, title=entry.title, url=str(entry.url))


def to_fact(treaty: TreatyEntry, entry: FactEntry) -> Fact:
    return Fact(
        fact_id=f"{treaty.id}/{entry.id}",
        treaty=treaty.id,
        relation=entry.relation,
        values=entry.values,
        sources=tuple(to_citation(treaty.source[key]) for key in entry.sources),
        party=entry.party,
        stage=entry.stage,
        item=entry.item,
        as_of=entry.as_of,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        aliases=tuple(entry.aliases),
        complete=entry.complete,
        negated=entry.negated,
        status=FactStatus(entry.status),
        note=entry.note,
    )


def read_treaties(folder: Path) -> list[TreatyEntry]:
    """All treaties' files, by id."""
    return [read_treaty(path) for path in sorted(folder.glob("*.toml"))]
