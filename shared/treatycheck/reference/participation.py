"""Lists of who signed and joined a treaty when, as a depositary gives them, and the facts that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from treatycheck.reference.schema import FactEntry, Identifier, IsoDate, Strict

_ACTS: dict[str, Literal["ratified", "acceded"]] = {"": "ratified", "a": "acceded", "d": "acceded"}
_JOINING = frozenset({"ratified", "acceded"})
_STEPS_BEFORE = frozenset({"parliament", "signed", "revoked"})

Line = Annotated[
    str, Field(pattern=r"^[A-Za-z]+(-[a-z]+)* (\d{4}-\d\d-\d\d|-) (\d{4}-\d\d-\d\d|-)( [ad])?$", max_length=70)
]


class Participation(Strict):
    """A status list: for each party the days of signature and of its instrument, "-" where there is none.

    "a" marks accession and "d" succession; all other instruments are ratifications, acceptances and approvals.
    `further` are lists that complete it: an older one for parties that have left, a newer one for those that came.
    """

    source: Identifier
    further: list[Identifier] = []
    as_of: IsoDate
    states: list[Line] = Field(min_length=1)

    @model_validator(mode="after")
    def _names_each_once(self) -> Participation:
        parties = [line.split()[0] for line in self.states]
        twice = sorted({party for party in parties if parties.count(party) > 1})
        if twice:
            raise ValueError(f"named twice: {', '.join(twice)}")
        return self


def facts_of(participation: Participation, stated: list[FactEntry]) -> Iterator[FactEntry]:
    """A fact a date, but where a party's own fact of that act is stated; a vote before the deposit is another act."""
    told = {
        (fact.relation in _JOINING, fact.party)
        for fact in stated
        if fact.relation in _JOINING | {"signed"} and fact.stage not in _STEPS_BEFORE
    }
    for line in participation.states:
        party, signed, joined, *act = line.split()
        if signed != "-" and (False, party) not in told:
            yield _fact("signed", party, signed, participation, f"status-signed-{party.lower()}")
        if joined != "-" and (True, party) not in told:
            relation = _ACTS[act[0] if act else ""]
            yield _fact(relation, party, joined, participation, f"status-joined-{party.lower()}")


def _fact(
    relation: Literal["signed", "ratified", "acceded"],
    party: str,
    value: str,
    participation: Participation,
    fact_id: str,
) -> FactEntry:
    return FactEntry(
        id=fact_id,
        relation=relation,
        value=value,
        party=party,
        stage="deposit" if relation == "ratified" else None,
        as_of=participation.as_of,
        sources=[participation.source, *participation.further],
    )


def with_participation(content: dict[str, Any]) -> dict[str, Any]:
    """A treaty's file with the facts of its status list among its facts.

    Raises pydantic.ValidationError.
    """
    if "participation" not in content:
        return content
    participation = Participation.model_validate(content["participation"])
    stated = [FactEntry.model_validate(fact) for fact in content.get("fact", [])]
    listed = [fact.model_dump(exclude_defaults=True) for fact in facts_of(participation, stated)]
    rest = {key: value for key, value in content.items() if key != "participation"}
    return {**rest, "fact": [*content.get("fact", []), *listed]}
