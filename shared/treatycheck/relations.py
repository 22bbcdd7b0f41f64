"""The relations and their frames, as the packaged data gives them."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from treatycheck.data import packaged


class Frame(NamedTuple):
    """Words that state a relation: which phrases, where the treaty stands, what the value may be.

    The words of a `tentative` frame mean many things: its claims count only where the facts bear them out.
    """

    id: str
    relation: str
    kind: str
    phrases: tuple[str, ...]
    treaty: str
    party: str
    values: tuple[str, ...]
    without_value: str | None
    stage: str | None
    negated: bool
    scheduled: bool
    tentative: bool
    particles: tuple[str, ...]

    def __hash__(self) -> int:
        # no two frames share an id, and the hash of all phrases is slow
        return hash(self.id)


class Relation(NamedTuple):
    """One relation of a treaty: `value` is the kind of its value, `statement` how a fact of it reads."""

    id: str
    description: str
    value: str
    statement: str
    statement_party: str | None
    statement_negated: str | None
    frames: tuple[Frame, ...]


def _frame(relation: str, record: dict[str, Any]) -> Frame:
    return Frame(
        id=record["id"],
        relation=relation,
        kind=record["kind"],
        phrases=tuple(record.get("phrases", ())),
        treaty=record.get("treaty", "subject"),
        party=record.get("party", "none"),
        values=tuple(record.get("values", ())),
        without_value=record.get("without_value"),
        stage=record.get("stage"),
        negated=record.get("negated", False),
        scheduled=record.get("scheduled", False),
        tentative=record.get("tentative", False),
        particles=tuple(record.get("particles", ())),
    )


def _relation(record: dict[str, Any]) -> Relation:
    return Relation(
        id=record["id"],
        description=record["description"],
        value=record["value"],
        statement=record["statement"],
        statement_party=record.get("statement_party"),
        statement_negated=record.get("statement_negated"),
        frames=tuple(_frame(record["id"], frame) for frame in record["frame"]),
    )


@cache
def load_relations() -> tuple[Relation, ...]:
    """All relations by id."""
    return tuple(_relation(record) for record in packaged("relations.json"))


@cache
def construction_frame(relation: str) -> Frame:
    """The frame of a relation that stands for what no single word carries. Raises KeyError, StopIteration."""
    return next(frame for frame in relation_by_id()[relation].frames if frame.kind == "construction")


@cache
def relation_by_id() -> dict[str, Relation]:
    return {relation.id: relation for relation in load_relations()}


@cache
def frame_by_id(frame_id: str) -> Frame:
    """One frame. Raises KeyError."""
    return {frame.id: frame for relation in load_relations() for frame in relation.frames}[frame_id]
