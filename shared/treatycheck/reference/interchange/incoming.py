"""What rows would change in the reference data: each row is taken, is there already, differs, or is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from treatycheck.errors import InvalidInput
from treatycheck.facts.store import FactStore
from treatycheck.model import Fact, Treaty
from treatycheck.reference.checks.contradictions import agree, hold_together
from treatycheck.reference.checks.names import check_names
from treatycheck.reference.checks.problem import Problem
from treatycheck.reference.checks.run import check_facts, check_treaty
from treatycheck.reference.checks.single_facts import check_fact
from treatycheck.reference.difference import changed_fields
from treatycheck.reference.interchange.rows import FactRow, Row, TreatyRow, is_treaty, to_fact_row, to_treaty_row
from treatycheck.reference.relation_kinds import SINGLE_RELATIONS

Kind = Literal["added", "changed", "same", "differs", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of the row at a line. `detail` tells what differs, or why the row is refused."""

    number: int
    kind: Kind
    id: str
    detail: str = ""


@dataclass(slots=True)
class Incoming:
    """The outcomes in the order of the rows, and what is to be written."""

    outcomes: list[Outcome] = field(default_factory=list)
    treaties: dict[str, Treaty] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)


class Importer:
    """Compares rows with a store. `replacing` lets a row change the fact whose id it gives."""

    def __init__(
        self, store: FactStore, parties: Collection[str], party_ids: Mapping[str, str], *, replacing: bool = False
    ) -> None:
        self._parties = parties
        self._party_ids = party_ids
        self._replacing = replacing
        self._treaties = {treaty.id: treaty for treaty in store.treaties()}
        held = store.facts(list(self._treaties))
        self._facts = {key: {fact.fact_id: fact for fact in facts} for key, facts in held.items()}
        self._problems: dict[str, set[Problem]] = {}

    def read(self, rows: Iterable[Row]) -> Incoming:
        """What becomes of each row; treaties are taken before the facts, wherever they stand."""
        incoming = Incoming()
        listed = list(rows)
        for row in listed:
            if row.content is not None and is_treaty(row.content):
                self._take(row, incoming, self._treaty)
        for row in listed:
            if row.content is None:
                incoming.outcomes.append(Outcome(row.number, "refused", "", row.wrong))
            elif not is_treaty(row.content):
                self._take(row, incoming, self._fact)
        for treaty_id in [key for key in incoming.treaties if not self._facts.get(key)]:
            self._without_facts(treaty_id, incoming)
        incoming.outcomes.sort(key=lambda outcome: outcome.number)
        return incoming

    def _take(self, row: Row, incoming: Incoming, take: object) -> None:
        try:
            outcome = take(row, incoming)  # type: ignore[operator]
        except InvalidInput as error:
            content = row.content or {}
            name = content.get("fact_id") or content.get("treaty") or content.get("id") or ""
            outcome = Outcome(row.number, "refused", str(name)[:100], error.detail)
        incoming.outcomes.append(outcome)

    def _treaty(self, row: Row, incoming: Incoming) -> Outcome:
        found: TreatyRow = to_treaty_row(row)
        treaty = found.treaty
        held = self._treaties.get(treaty.id)
        if held == treaty:
            return Outcome(row.number, "same", treaty.id)
        others = [other for key, other in self._treaties.items() if key != treaty.id]
        new = {*check_names([*others, treaty])} - {*check_names([*others, held] if held else others)}
        if new:
            raise InvalidInput("; ".join(map(str, sorted(new)[:3])))
        if held is not None and not self._replacing:
            return Outcome(row.number, "differs", treaty.id, described(held, treaty))
        self._treaties[treaty.id] = incoming.treaties[treaty.id] = treaty
        if held is None:
            return Outcome(row.number, "added", treaty.id, treaty.name)
        return Outcome(row.number, "changed", treaty.id, described(held, treaty))

    def _fact(self, row: Row, incoming: Incoming) -> Outcome:
        found: FactRow = to_fact_row(row, self._party_ids)
        fact = found.fact
        if fact.treaty not in self._treaties:
            raise InvalidInput(f"no treaty has the id {fact.treaty!r}")
        named = fact._replace(fact_id=f"{fact.treaty}/new") if fact.fact_id.endswith("/") else fact
        if wrong := [problem.detail for problem in check_fact(named, self._parties)]:
            raise InvalidInput("; ".join(wrong[:3]))
        facts = self._facts.setdefault(fact.treaty, {})
        if fact.fact_id.endswith("/"):
            same = [held for held in facts.values() if says_the_same(held, fact)]
            if same:
                return Outcome(row.number, "same", same[0].fact_id)
            rival = next((held for held in facts.values() if contradicts(held, fact)), None)
            if rival is not None:
                return Outcome(row.number, "differs", rival.fact_id, f"{rival.value} here, {fact.value} in the row")
            fact = fact._replace(fact_id=free_id(fact, facts))
        held = facts.get(fact.fact_id)
        if held == fact:
            return Outcome(row.number, "same", fact.fact_id)
        if held is not None and not self._replacing:
            return Outcome(row.number, "differs", fact.fact_id, described(held, fact))
        self._check(fact, facts)
        facts[fact.fact_id] = incoming.facts[fact.fact_id] = fact
        if held is None:
            return Outcome(row.number, "added", fact.fact_id, fact.value)
        return Outcome(row.number, "changed", fact.fact_id, described(held, fact))

    def _check(self, fact: Fact, facts: Mapping[str, Fact]) -> None:
        """Nothing, if the fact makes no problem that was not there. Raises InvalidInput."""
        if fact.treaty not in self._problems:
            self._problems[fact.treaty] = {*check_facts(list(facts.values()), self._parties)}
        after = {*check_facts(list({**facts, fact.fact_id: fact}.values()), self._parties)}
        if new := sorted(after - self._problems[fact.treaty]):
            raise InvalidInput("; ".join(map(str, new[:3])))
        self._problems[fact.treaty] = after

    def _without_facts(self, treaty_id: str, incoming: Incoming) -> None:
        """Takes back a new treaty of which no fact was taken."""
        treaty = incoming.treaties.pop(treaty_id)
        problems = "; ".join(problem.detail for problem in check_treaty(treaty, (), self._parties))
        for index, outcome in enumerate(incoming.outcomes):
            if (outcome.id, outcome.kind) == (treaty_id, "added"):
                incoming.outcomes[index] = replace(outcome, kind="refused", detail=problems or "has no fact")


def says_the_same(held: Fact, fact: Fact) -> bool:
    """Whether a fact states what another one does, dates at the coarser precision."""
    if (held.relation, held.party, held.negated) != (fact.relation, fact.party, fact.negated):
        return False
    if (
        fact.stage not in {None, held.stage}
        or fact.item not in {None, held.item}
        or fact.as_of not in {None, held.as_of}
    ):
        return False
    if held.relation in SINGLE_RELATIONS:
        return agree(held, fact)
    return {value.casefold() for value in fact.values} <= {value.casefold() for value in (*held.values, *held.aliases)}


def contradicts(held: Fact, fact: Fact) -> bool:
    """Whether two facts say different things of what there is one of."""
    alike = (held.relation, held.party, held.stage, held.item) == (fact.relation, fact.party, fact.stage, fact.item)
    single = fact.relation in SINGLE_RELATIONS and held.as_of == fact.as_of and held.status == fact.status
    return alike and single and hold_together(held, fact) and not agree(held, fact)


def described(old: Treaty | Fact, new: Treaty | Fact) -> str:
    """The fields that differ, old and new."""
    return "; ".join(
        f"{name}: {before!s:.80} -> {after!s:.80}" for name, (before, after) in changed_fields(old, new).items()
    )


def free_id(fact: Fact, facts: Mapping[str, Fact]) -> str:
    """An id for a fact without one, made of its relation, party and stage."""
    parts = [part for part in (fact.relation, fact.party, fact.stage) if part]
    base = fact.fact_id + "-".join(parts).lower().replace("_", "-")
    return next(name for name in _numbered(base) if name not in facts)


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1
