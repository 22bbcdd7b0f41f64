"""What people may write in `data/lexicon/` and `data/guards/`, and its check."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError

from treatycheck.errors import ReferenceDataError
from treatycheck.reference.read import read_toml
from treatycheck.reference.schema import PartyId, Phrase, Strict


class PartyEntry(Strict):
    """A state or organisation with the names under which texts speak of it."""

    id: PartyId
    name: Phrase
    kind: Literal["state", "former-state", "organisation"]
    names: list[Phrase] = []
    demonyms: list[Phrase] = []
    government: list[Phrase] = []
    legislatures: list[Phrase] = []
    capital: Phrase | None = None
    successor: PartyId | None = None


class PersonEntry(Strict):
    """Somebody who acted for a party."""

    name: Phrase
    surname: Phrase | None = None
    names: list[Phrase] = []
    party: PartyId
    role: Phrase
    since: int | None = Field(default=None, alias="from")
    until: int | None = None


class PlaceEntry(Strict):
    """A city, palace or other place of signature."""

    name: Phrase
    names: list[Phrase] = []
    country: PartyId | None = None
    within: Phrase | None = None


class GroupEntry(Strict):
    """States of which texts speak together; `treaty` is that to which alone the group belongs."""

    name: Phrase
    adjectives: list[Phrase] = []
    names: list[Phrase] = []
    members: list[PartyId]
    treaty: Phrase | None = None


class GuardEntry(Strict):
    """Words that deny, weaken or ask, by the guard that they belong to."""

    id: Phrase
    why: Phrase
    words: list[Phrase]


def _entries(path: Path, key: str, schema: type[BaseModel]) -> list[dict[str, Any]]:
    try:
        entries = [schema.model_validate(item) for item in read_toml(path).get(key, [])]
    except ValidationError as error:
        raise ReferenceDataError(f"{path}: {error}") from error
    return [entry.model_dump(exclude_defaults=True, mode="json") for entry in entries]


def read_lexicon(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Parties, people, places and groups of states. Raises ReferenceDataError."""
    return {
        "parties": _entries(folder / "parties.toml", "party", PartyEntry),
        "people": _entries(folder / "people.toml", "person", PersonEntry),
        "places": _entries(folder / "places.toml", "place", PlaceEntry),
        "groups": _entries(folder / "groups.toml", "group", GroupEntry),
    }


def read_guards(folder: Path) -> list[dict[str, Any]]:
    """All guards, by id. Raises ReferenceDataError."""
    records = []
    for path in sorted(folder.glob("*.toml")):
        try:
            entry = GuardEntry.model_validate(read_toml(path))
        except ValidationError as error:
            raise ReferenceDataError(f"{path}: {error}") from error
        records.append(entry.model_dump(mode="json"))
    return records
