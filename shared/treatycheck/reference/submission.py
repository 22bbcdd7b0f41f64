"""Facts and treaties as clients and files submit them: the keys of `data/`, each fact with its own sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from treatycheck.model import Fact, Treaty
from treatycheck.reference.contents import fact_from_content, treaty_from_content
from treatycheck.reference.schema import FactContent, Identifier, SourceEntry, TreatyContent

# with the treaty and the head 10 items: what every DynamoDB takes in one transaction, the local one included
MOST_FACTS = 8
MOST_SOURCES = 10
Sources = Annotated[list[SourceEntry], Field(min_length=1, max_length=MOST_SOURCES)]


class FactSubmission(FactContent):
    """A fact without its id."""

    sources: Sources

    def to_fact(self, treaty_id: str, name: str) -> Fact:
        """The fact `treaty_id/name`."""
        return fact_from_content(self, f"{treaty_id}/{name}", self.sources)


class NamedFactSubmission(FactSubmission):
    """A fact with its name within the treaty."""

    id: Identifier


class TreatySubmission(TreatyContent):
    """A treaty with its names and first facts."""

    facts: list[NamedFactSubmission] = Field(default=[], max_length=MOST_FACTS)

    @model_validator(mode="after")
    def _has_each_fact_once(self) -> TreatySubmission:
        if len({fact.id for fact in self.facts}) < len(self.facts):
            raise ValueError("two facts have the same id")
        return self

    def to_treaty(self) -> Treaty:
        return treaty_from_content(self)

    def to_facts(self) -> tuple[Fact, ...]:
        return tuple(fact.to_fact(self.id, fact.id) for fact in self.facts)
