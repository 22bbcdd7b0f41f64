"""Brings the table in step with a packaged store, and keeps what was edited in the table.

For each thing there are three records: the one packaged now, the one that was packaged when the table was last
loaded, and the one in the table. What nobody edited follows the package. What was edited stays, and where the
package changed it, too, that is told; `overwrite` takes the package's.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from treatycheck.aws.batch_writes import Sleep
from treatycheck.aws.content import Content, read_content
from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.publishing import Change, Plan, Planner, publish_many, reference_after, states_of
from treatycheck.aws.table import CATALOGUE, FACT_PREFIX, Key, State, hash_of, records_of
from treatycheck.facts.store import FactStore, Stamp


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did, in treaties and facts alike. `kept` and `conflicts` are ids of what was edited in the
    table: it was left, and in the second case the package has changed it since. `version` is the table's.
    """

    added: int
    changed: int
    unchanged: int
    removed: int
    kept: tuple[str, ...]
    conflicts: tuple[str, ...]
    version: str


def load(
    client: DynamoClient,
    table_name: str,
    source: FactStore,
    stamp: Stamp,
    *,
    overwrite: bool = False,
    sleep: Sleep = time.sleep,
) -> LoadResult:
    """Makes the table hold what `source` holds, and the edits. Raises StoreUnavailable, EditConflict."""
    with store_errors(f"the table {table_name} could not be loaded"):
        content, _, head = publish_many(client, table_name, planner_for(source, overwrite), stamp, sleep)
    return outcome(dict(records_of(source)), content, overwrite, head.reference.version)


def preview(client: DynamoClient, table_name: str, source: FactStore, *, overwrite: bool = False) -> LoadResult:
    """What `load` would do now. Raises StoreUnavailable."""
    with store_errors(f"the table {table_name} could not be read"):
        content = read_content(client, table_name)
    plan = planner_for(source, overwrite)(content)
    version = reference_after(content, states_of(plan, content), plan, content.head.next).version
    return outcome(dict(records_of(source)), content, overwrite, version)


def planner_for(source: FactStore, overwrite: bool) -> Planner:
    """How to bring a table's content in step with the store."""
    wanted = dict(records_of(source))
    package = source.reference()

    def plan(content: Content) -> Plan:
        return Plan(changes_to(wanted, content, overwrite), package)

    return plan


def changes_to(wanted: Mapping[Key, str], content: Content, overwrite: bool) -> tuple[Change, ...]:
    """The changes that lead from the content to the records wanted, edits apart."""
    changes = []
    for key in sorted({*wanted, *content.shown}):
        held, record = content.shown.get(key), wanted.get(key)
        found = hash_of(record)
        in_step = held is not None and held.hash == found == held.base
        nothing = record is None and (held is None or (held.removed and not held.base))
        if in_step or nothing or (keeps(held, found) and not overwrite):
            continue
        changes.append(Change(key, record, found))
    return tuple(changes)


def keeps(held: State | None, packaged: str) -> bool:
    """Whether what the table holds was edited there to something else than the package now has."""
    return held is not None and held.edited and held.hash != packaged


def outcome(wanted: Mapping[Key, str], content: Content, overwrite: bool, version: str) -> LoadResult:
    """What was done, told from what was planned."""
    held = {key: state for key, state in content.shown.items() if not state.removed}
    changes = changes_to(wanted, content, overwrite)
    written = {change.key for change in changes if change.record is not None}
    removed = {change.key for change in changes if change.record is None} & held.keys()
    edits = {key: state for key, state in content.shown.items() if keeps(state, hash_of(wanted.get(key)))}
    kept = {} if overwrite else edits
    return LoadResult(
        added=len(written - held.keys()),
        changed=len(written & held.keys()),
        unchanged=len(held.keys() - written - removed),
        removed=len(removed),
        kept=tuple(map(id_of, sorted(kept))),
        conflicts=tuple(id_of(key) for key in sorted(kept) if kept[key].base != hash_of(wanted.get(key))),
        version=version,
    )


def id_of(key: Key) -> str:
    """The id of the treaty or fact whose states lie at a key."""
    partition, name = key
    if partition == CATALOGUE:
        return name
    return f"{partition.partition('#')[2]}/{name.removeprefix(FACT_PREFIX)}"
