"""Changes of the table that are seen whole or not at all.

A change of many things is begun by taking a sequence number, which the head lists as unpublished; its states are
written under that number, in any number of calls; and one conditional write of the head publishes them. Cut off
anywhere, it leaves the old reference version as it was, and the next change to the same end goes on where it
stopped. A number that was begun and not published is never shown, so that a late writer harms nothing.

A change of few things is one transaction: their new states and the head together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from treatycheck.aws.batch_writes import Sleep, delete, put, waits, write
from treatycheck.aws.content import Content, read_content
from treatycheck.aws.dynamodb import DynamoClient
from treatycheck.aws.queries import read_head_or_empty
from treatycheck.aws.table import CATALOGUE, Head, Item, Key, State, hash_of, numbered
from treatycheck.errors import EditConflict
from treatycheck.facts.store import ReferenceVersion, Stamp

_LOST = frozenset({"ConditionalCheckFailedException", "TransactionCanceledException", "TransactionConflictException"})


@dataclass(frozen=True, slots=True)
class Change:
    """The record that a thing is to have, None to remove it, and the hash of its packaged record (`State.base`)."""

    key: Key
    record: str | None
    base: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes, and the package that they come from, if from any."""

    changes: tuple[Change, ...]
    package: ReferenceVersion | None = None


Planner = Callable[[Content], Plan]


class Outpaced(Exception):
    """Somebody else changed the table since it was read."""


def publish_many(
    client: DynamoClient, table_name: str, planner: Planner, stamp: Stamp, sleep: Sleep
) -> tuple[Content, Plan, Head]:
    """Carries out what `planner` makes of the table's content; planned anew where somebody else was faster.

    Gives the content planned for, the plan, and the head that shows it. Raises EditConflict, StoreUnavailable,
    the client's errors.
    """
    for wait in waits():
        content = read_content(client, table_name)
        plan = planner(content)
        states = states_of(plan, content)
        try:
            head = _published(client, table_name, content, plan, states, stamp, sleep)
        except Outpaced:
            sleep(wait)
            continue
        return content, plan, head
    raise EditConflict(f"the table {table_name} kept changing while it was written to; try again")


def _published(
    client: DynamoClient,
    table_name: str,
    content: Content,
    plan: Plan,
    states: Sequence[State],
    stamp: Stamp,
    sleep: Sleep,
) -> Head:
    head = content.head
    if not states and (plan.package is None or reference_after(content, states, plan, head.current) == head.reference):
        return head
    sequence = begin(client, table_name, head, target_of(states, head.current))
    reference = reference_after(content, states, plan, sequence)
    items = (state._replace(sequence=sequence, stamp=stamp) for state in states)
    missing = [state for state in items if content.hidden.get(numbered(state.key, sequence)) != state.hash]
    write(client, table_name, [put(state.to_item()) for state in missing], sleep)
    packaged = plan.package.version if plan.package else head.packaged
    shown = publish(client, table_name, head.current, sequence, reference, packaged)
    kept = {numbered(state.key, sequence) for state in states}
    write(client, table_name, [delete(key) for key in sorted(content.hidden) if key not in kept], sleep)
    return shown


def states_of(plan: Plan, content: Content) -> list[State]:
    """The states that the changes lead to, by key; not yet numbered and stamped."""
    nobody = Stamp("", "", "")
    return [
        State(
            key=change.key,
            sequence=0,
            version=content.shown[change.key].version + 1 if change.key in content.shown else 1,
            hash=hash_of(change.record),
            base=change.base,
            stamp=nobody,
            record=change.record,
        )
        for change in sorted(plan.changes, key=lambda change: change.key)
    ]


def target_of(states: Sequence[State], current: int) -> str:
    """What a change is to write on top of which number: the same again may go on where the first stopped."""
    lines = (f"{state.key} {state.version} {state.hash} {state.base}" for state in states)
    return hashlib.sha256("\n".join([str(current), *lines]).encode()).hexdigest()[:16]


def reference_after(content: Content, states: Sequence[State], plan: Plan, sequence: int) -> ReferenceVersion:
    """Version and counts with these states on top. Where all is as packaged, the version is the package's."""
    after = {**content.shown, **{state.key: state for state in states}}
    held = [state for state in after.values() if not state.removed]
    treaties = sum(state.key[0] == CATALOGUE for state in held)
    edited = [state for state in after.values() if state.edited]
    package = plan.package or content.head.reference
    names_edited = any(state.key[0] == CATALOGUE for state in edited)
    names_changed = any(state.key[0] == CATALOGUE for state in states)
    names = package.names
    if names_edited:
        names = edited_version(names, sequence) if names_changed else content.head.reference.names
    version = edited_version(package.version, sequence) if edited or plan.package is None else package.version
    return ReferenceVersion(version, treaties, len(held) - treaties, names)


def edited_version(version: str, sequence: int) -> str:
    """The version of a package with the edits up to this number."""
    return f"{version.partition('+')[0] or 'own'}+{sequence}"


def begin(client: DynamoClient, table_name: str, head: Head, target: str) -> int:
    """A number for a change to this end: the one under which it was begun before, or a new one. Raises Outpaced."""
    for sequence, begun in head.unpublished.items():
        if begun == target:
            return sequence
    opened = head._replace(
        next=head.next + 1, unpublished={**head.unpublished, head.next: target}, stamp=head.stamp + 1
    )
    with outpaced():
        client.put_item(TableName=table_name, **head_condition(opened, head.stamp))
    return head.next


def publish(
    client: DynamoClient, table_name: str, base: int, sequence: int, reference: ReferenceVersion, packaged: str
) -> Head:
    """Shows the states of a number, if nothing else was shown since `base`. Raises Outpaced."""
    for _ in waits():
        head = read_head_or_empty(client, table_name)
        if head.current == sequence:
            return head
        if head.current != base or sequence not in head.unpublished:
            break
        rest = {other: target for other, target in head.unpublished.items() if other != sequence}
        shown = Head(reference, packaged, sequence, head.next, rest, head.stamp + 1)
        try:
            with outpaced():
                client.put_item(TableName=table_name, **head_condition(shown, head.stamp))
        except Outpaced:
            continue
        return shown
    raise Outpaced


def publish_edit(client: DynamoClient, table_name: str, head: Head, shown: Head, states: Sequence[State]) -> None:
    """Writes up to 9 states and the head that shows them in one transaction. Raises Outpaced, the client's errors."""
    absent = {"ConditionExpression": "attribute_not_exists(pk)"}
    puts = [*({"Item": state.to_item(), **absent} for state in states), head_condition(shown, head.stamp)]
    with outpaced():
        client.transact_write_items(TransactItems=[{"Put": {"TableName": table_name, **one}} for one in puts])


def head_condition(head: Head, read: int) -> dict[str, Any]:
    """What puts a head in place of the one that was read with the stamp `read`."""
    item: Item = head.to_item()
    if not read:
        return {"Item": item, "ConditionExpression": "attribute_not_exists(stamp)"}
    return {
        "Item": item,
        "ConditionExpression": "stamp = :read",
        "ExpressionAttributeValues": {":read": {"N": str(read)}},
    }


@contextmanager
def outpaced() -> Iterator[None]:
    """Turns a condition that failed into Outpaced."""
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] in _LOST:
            raise Outpaced from error
        raise
