"""What people may write in `data/relations/*.toml`, and its check."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from treatycheck.errors import ReferenceDataError
from treatycheck.reference.read import read_toml
from treatycheck.reference.schema import Phrase, Relation, Strict

FrameId = str
ValueKind = Literal["date", "duration", "number", "quantity", "place", "people", "parties", "treaty", "text", "none"]


class ExampleEntry(Strict):
    """A text whose [marked] part is found by the frame, with what is found there."""

    text: str
    treaty: str
    value: str = ""
    party: str | None = None
    negated: bool = False
    published: str | None = None
    verdict: Literal["supported", "refuted", "not_enough_info"] = "supported"
    relation: Relation | None = None


class CounterexampleEntry(Strict):
    """A text in which the frame must find nothing, and why."""

    text: str
    why: str
    published: str | None = None


class FrameEntry(Strict):
    """Words that state the relation, where its roles stand and what its value is."""

    id: FrameId = Field(pattern=r"^[a-z_]+/[a-z-]+$")
    kind: Literal["verb", "noun", "adjective", "construction"]
    phrases: list[Phrase] = []
    treaty: Literal["subject", "object", "after", "any"] = "subject"
    party: Literal["none", "subject", "optional", "legislature"] = "none"
    values: list[ValueKind] = []
    without_value: Relation | None = None
    stage: str | None = None
    negated: bool = False
    scheduled: bool = False
    tentative: bool = False
    particles: list[str] = []
    example: list[ExampleEntry] = Field(min_length=1)
    counterexample: list[CounterexampleEntry] = Field(min_length=1)


class RelationEntry(Strict):
    """One relation: its value, how a fact of it reads, and the frames that find it."""

    id: Relation
    description: Phrase
    value: ValueKind
    statement: Phrase
    statement_party: Phrase | None = None
    statement_negated: Phrase | None = None
    frame: list[FrameEntry] = Field(min_length=1)


def read_relation(path: Path) -> RelationEntry:
    """One relation's file, checked. Raises ReferenceDataError that names the file and the key."""
    try:
        entry = RelationEntry.model_validate(read_toml(path))
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise ReferenceDataError(f"{path}: {problems}") from error
    if entry.id != path.stem:
        raise ReferenceDataError(f"{path}: id is {entry.id}, the file's name says {path.stem}")
    return entry


def read_relation_entries(folder: Path) -> list[RelationEntry]:
    """All relations' files, by id. Raises ReferenceDataError where two frames share an id."""
    entries = [read_relation(path) for path in sorted(folder.glob("*.toml"))]
    seen: set[str] = set()
    for entry in entries:
        for frame in entry.frame:
            if frame.id in seen:
                raise ReferenceDataError(f"{entry.id}: two frames have the id {frame.id}")
            seen.add(frame.id)
    return entries


def read_relations(folder: Path) -> list[dict[str, Any]]:
    """The relations as packaged records: without their examples."""
    return [
        entry.model_dump(
            exclude={"frame": {"__all__": {"example", "counterexample"}}}, exclude_defaults=True, mode="json"
        )
        for entry in read_relation_entries(folder)
    ]
