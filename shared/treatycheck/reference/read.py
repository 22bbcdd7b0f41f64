"""Reads `data/` as people wrote it and turns it into the model's values."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from treatycheck.errors import ReferenceDataError
from treatycheck.model import Fact, Treaty
from treatycheck.reference.contents import fact_from_content, treaty_from_content
from treatycheck.reference.participation import with_participation
from treatycheck.reference.schema import FactEntry, TreatyEntry


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
        entry = TreatyEntry.model_validate(with_participation(read_toml(path)))
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise ReferenceDataError(f"{path}: {problems}") from error
    if entry.id != path.stem:
        raise ReferenceDataError(f"{path}: id is {entry.id}, the file's name says {path.stem}")
    return entry


def to_treaty(entry: TreatyEntry) -> Treaty:
    return treaty_from_content(entry)


def to_fact(treaty: TreatyEntry, entry: FactEntry) -> Fact:
    return fact_from_content(entry, f"{treaty.id}/{entry.id}", [treaty.source[key] for key in entry.sources])


def read_treaties(folder: Path) -> list[TreatyEntry]:
    """All treaties' files, by id."""
    return [read_treaty(path) for path in sorted(folder.glob("*.toml"), key=lambda path: path.stem)]
