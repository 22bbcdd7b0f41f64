"""What people may write in `data/treaties/*.toml`: checked by pydantic, unknown keys are errors."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from treatycheck.reference.relation_kinds import PARTY_RELATIONS, STATE_RELATIONS

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Phrase = Annotated[str, Field(min_length=1, max_length=300)]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$")]
PartyId = Annotated[str, Field(pattern=r"^[A-Za-z]+(-[a-z]+)*$", max_length=40)]

Relation = Literal[
    "adopted",
    "opened_for_signature",
    "signed",
    "ratified",
    "acceded",
    "entered_into_force",
    "expires",
    "extended",
    "extension",
    "duration",
    "terminated",
    "suspended",
    "withdrew",
    "negotiated",
    "signed_in",
    "signed_by",
    "between",
    "party",
    "signatory",
    "party_count",
    "signatory_count",
    "limit",
    "eliminated",
    "prohibits",
    "in_force",
    "replaced",
    "replaced_by",
    "amended_by",
    "depositary",
    "first",
]
Stage = Literal["parliament", "signed", "instrument", "deposit", "announced", "notified", "effective", "revoked"]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceEntry(Strict):
    """A public page that facts of this file were checked against."""

    publisher: Phrase
    title: Phrase
    url: HttpUrl


class FactContent(Strict):
    """What a fact says, without its id and its sources."""

    relation: Relation
    value: str | int | list[str] | None = None
    party: PartyId | None = None
    stage: Stage | None = None
    item: Phrase | None = None
    as_of: IsoDate | None = None
    valid_from: IsoDate | None = None
    valid_until: IsoDate | None = None
    aliases: list[Phrase] = []
    complete: bool = False
    negated: bool = False
    status: Literal["current", "superseded", "disputed"] = "current"
    note: Phrase | None = None

    @property
    def values(self) -> tuple[str, ...]:
        if self.value is None:
            return ()
        if isinstance(self.value, list):
            return tuple(self.value)
        return (str(self.value),)

    @model_validator(mode="after")
    def _fits_its_relation(self) -> FactContent:
        if self.relation in STATE_RELATIONS and self.value not in {"yes", "no"}:
            raise ValueError(f"{self.relation} takes the value yes or no")
        if self.relation in PARTY_RELATIONS and self.party is None:
            raise ValueError(f"{self.relation} needs a party")
        if self.relation not in STATE_RELATIONS and self.value is None:
            raise ValueError(f"{self.relation} needs a value")
        return self


class FactEntry(FactContent):
    """One fact. `id` is unique within the treaty and never renamed; `sources` are keys of the file's sources."""

    id: Identifier
    sources: list[Identifier] = Field(min_length=1)


class ExceptionEntry(Strict):
    """A problem that a check finds in these facts, and why it is none."""

    check: Literal["order", "contradiction", "value", "time"]
    facts: list[Identifier] = Field(min_length=1)
    why: Phrase


class TreatyContent(Strict):
    """A treaty and its names."""

    id: Identifier
    name: Phrase
    official_title: Phrase
    kind: Literal["bilateral", "multilateral", "protocol", "amendment", "political"]
    subject: Phrase
    year: int = Field(ge=-3000, le=2100)
    names: list[Phrase] = Field(min_length=1)
    acronyms: list[Phrase] = []
    shared_names: list[Phrase] = []
    context: list[Phrase] = []
    siblings: list[Identifier] = []
    other_names: dict[Annotated[str, Field(pattern=r"^[a-z]{2}$")], list[Phrase]] = {}


class TreatyEntry(TreatyContent):
    """One file: a treaty, its names, its sources, its facts, and what checks shall overlook."""

    source: dict[Identifier, SourceEntry] = Field(min_length=1)
    fact: list[FactEntry] = Field(min_length=1)
    exception: list[ExceptionEntry] = []

    @model_validator(mode="after")
    def _is_coherent(self) -> TreatyEntry:
        seen: set[str] = set()
        for fact in self.fact:
            if fact.id in seen:
                raise ValueError(f"two facts have the id {fact.id}")
            seen.add(fact.id)
            missing = [key for key in fact.sources if key not in self.source]
            if missing:
                raise ValueError(f"fact {fact.id}: no such source: {', '.join(missing)}")
        unused = set(self.source) - {key for fact in self.fact for key in fact.sources}
        if unused:
            raise ValueError(f"sources that no fact names: {', '.join(sorted(unused))}")
        for exception in self.exception:
            if strangers := set(exception.facts) - seen:
                raise ValueError(f"an exception for facts that are not there: {', '.join(sorted(strangers))}")
        return self
