"""Changes of single facts and new treaties in the table, each with the caller's stamp.

An edit says which version it starts from. It is checked as the packaged data are: what would make a problem that
was not there is refused. A new state and the new reference version are written in one transaction; where somebody
else wrote meanwhile, the edit is checked anew against what is there now.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from treatycheck.aws.batch_writes import Sleep, waits
from treatycheck.aws.dynamo_facts import to_revision
from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.publishing import Outpaced, edited_version, publish_edit
from treatycheck.aws.queries import read_head_or_empty, read_states
from treatycheck.aws.table import (
    CATALOGUE,
    Head,
    Key,
    State,
    hash_of,
    key_of_fact,
    key_of_treaty,
    latest,
    parsed,
    partition_of,
    record_of_fact,
    record_of_treaty,
)
from treatycheck.errors import EditConflict, UnknownFact, UnknownTreaty
from treatycheck.facts.precondition import Precondition
from treatycheck.facts.records import fact_from_record, treaty_from_record
from treatycheck.facts.store import Revision, Stamp
from treatycheck.model import Fact, Treaty
from treatycheck.reference.checks.names import check_names
from treatycheck.reference.checks.problem import Problem
from treatycheck.reference.checks.run import check_facts, check_treaty
from treatycheck.reference.refused import RefusedEdit

# where a thing lies, its state so far, and the record that it is to have, None to remove it
Thing = tuple[Key, State | None, str | None]


@dataclass(frozen=True, slots=True)
class Editor:
    """Edits one table. `parties` are the ids that facts may name."""

    client: DynamoClient
    table_name: str
    parties: Collection[str]
    sleep: Sleep = time.sleep

    def put_fact(self, fact: Fact, condition: Precondition, stamp: Stamp) -> Revision:
        """Makes or replaces a fact, and gives its new state.

        Raises UnknownTreaty, PreconditionFailed, PreconditionRequired, RefusedEdit, EditConflict, StoreUnavailable.
        """

        def edit(head: Head) -> tuple[Head, list[State]]:
            self._treaty(fact.treaty, head)
            states = self._facts(fact.treaty, head)
            key = key_of_fact(fact.fact_id)
            held = states.get(key)
            condition.check(version_of(held), f"the fact {fact.fact_id}")
            facts = facts_in(states)
            others = [other for other in facts if other.fact_id != fact.fact_id]
            refuse_new(check_facts([*others, fact], self.parties), check_facts(facts, self.parties))
            return advanced(head, [(key, held, record_of_fact(fact))], stamp)

        return to_revision(self._carry_out(edit)[0])

    def delete_fact(self, fact_id: str, condition: Precondition, stamp: Stamp) -> Revision:
        """Removes a fact, and gives the state that says so.

        Raises UnknownFact, PreconditionFailed, PreconditionRequired, RefusedEdit, EditConflict, StoreUnavailable.
        """

        def edit(head: Head) -> tuple[Head, list[State]]:
            states = self._facts(fact_id.partition("/")[0], head)
            key = key_of_fact(fact_id)
            held = states.get(key)
            if held is None or held.removed:
                raise UnknownFact(f"no fact has the id {fact_id!r}")
            condition.check(held.version, f"the fact {fact_id}")
            return advanced(head, [(key, held, None)], stamp)

        return to_revision(self._carry_out(edit)[0])

    def post_treaty(self, treaty: Treaty, facts: Sequence[Fact], stamp: Stamp) -> None:
        """Adds a treaty with its first facts, 8 at most. Raises RefusedEdit, EditConflict, StoreUnavailable."""
        records = [(key_of_fact(fact.fact_id), record_of_fact(fact)) for fact in facts]

        def edit(head: Head) -> tuple[Head, list[State]]:
            catalogue = self._states(CATALOGUE, head)
            held = catalogue.get(key_of_treaty(treaty.id))
            if held and not held.removed:
                raise EditConflict(f"the treaty {treaty.id} is there already")
            others = [parsed(state, treaty_from_record) for state in catalogue.values() if not state.removed]
            refuse_new(
                [*check_treaty(treaty, facts, self.parties), *check_names([*others, treaty])], check_names(others)
            )
            left = self._facts(treaty.id, head)
            things: list[Thing] = [(key_of_treaty(treaty.id), held, record_of_treaty(treaty))]
            things += [(key, left.get(key), record) for key, record in records]
            return advanced(head, things, stamp)

        self._carry_out(edit)

    def _carry_out(self, edit: Callable[[Head], tuple[Head, list[State]]]) -> list[State]:
        """The states that the edit led to. Raises what it raises, EditConflict, StoreUnavailable."""
        with store_errors(f"the table {self.table_name} could not be changed"):
            for wait in waits():
                head = read_head_or_empty(self.client, self.table_name)
                shown, states = edit(head)
                try:
                    publish_edit(self.client, self.table_name, head, shown, states)
                except Outpaced:
                    self.sleep(wait)
                    continue
                return states
        raise EditConflict("the reference data kept changing; try again")

    def _treaty(self, treaty_id: str, head: Head) -> Treaty:
        states = self._states(CATALOGUE, head, f"{treaty_id}#")
        held = states.get(key_of_treaty(treaty_id))
        if held is None or held.removed:
            raise UnknownTreaty(f"no treaty has the id {treaty_id!r}")
        return parsed(held, treaty_from_record)

    def _facts(self, treaty_id: str, head: Head) -> dict[Key, State]:
        return self._states(partition_of(treaty_id), head)

    def _states(self, partition: str, head: Head, prefix: str = "") -> dict[Key, State]:
        return latest(read_states(self.client, self.table_name, partition, prefix), head)


def version_of(held: State | None) -> int | None:
    """The version of a thing that is there."""
    return None if held is None or held.removed else held.version


def facts_in(states: dict[Key, State]) -> list[Fact]:
    return [parsed(state, fact_from_record) for _, state in sorted(states.items()) if not state.removed]


def refuse_new(after: Iterable[Problem], before: Iterable[Problem]) -> None:
    """Nothing, if the edit makes no new problem. Raises RefusedEdit."""
    if new := sorted({*after} - {*before}):
        raise RefusedEdit(new)


def advanced(head: Head, things: Sequence[Thing], stamp: Stamp) -> tuple[Head, list[State]]:
    """The head with these things in new states, and the states."""
    sequence = head.next
    states = [
        State(
            key=key,
            sequence=sequence,
            version=held.version + 1 if held else 1,
            hash=hash_of(record),
            base=held.base if held else "",
            stamp=stamp,
            record=record,
        )
        for key, held, record in things
    ]
    reference = head.reference
    treaties, facts, names = reference.treaties, reference.facts, reference.names
    for key, held, record in things:
        step = int(record is not None) - int(held is not None and not held.removed)
        if key[0] == CATALOGUE:
            treaties, names = treaties + step, edited_version(names, sequence)
        else:
            facts += step
    version = edited_version(reference.version, sequence)
    reference = reference._replace(version=version, treaties=treaties, facts=facts, names=names)
    return head._replace(reference=reference, current=sequence, next=sequence + 1, stamp=head.stamp + 1), states
