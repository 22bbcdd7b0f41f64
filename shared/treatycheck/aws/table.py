"""How the reference data lies in one DynamoDB table.

| pk              | sk                         | record                                          |
| `reference`     | `version`                  | the head: version, counts, which states are out |
| `catalogue`     | id of a treaty `#` number  | a state of the treaty with its names            |
| `treaty#<id>`   | `fact#<name>#` number      | a state of one fact of that treaty              |

States are never overwritten: a change adds one under a new sequence number, and the head says which numbers
are published. So a reader that knows the head sees one reference version whole, whatever is being written
(multiversion concurrency control, as in Bernstein and Goodman, ACM TODS 8:4, 1983), and the states of a fact
are its history.

A record is JSON in one string, so that what is read is what was written (the table's own numbers come
back as Decimals), and parsing takes one call. A state without a record says that the thing was removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from treatycheck.errors import ReferenceDataError
from treatycheck.facts.records import fact_to_record, treaty_to_record
from treatycheck.facts.store import FactStore, ReferenceVersion, Stamp
from treatycheck.model import Fact, Treaty

Item = dict[str, dict[str, Any]]
Key = tuple[str, str]
T = TypeVar("T")

HEAD_KEY: Key = ("reference", "version")
CATALOGUE = "catalogue"
FACT_PREFIX = "fact#"
_DIGITS = 12


class Head(NamedTuple):
    """What is published: the reference version, its sequence number, and the numbers that are not to be seen.

    `packaged` is the version of the package that was loaded last. `next` is the number of the next change.
    `unpublished` maps the numbers of loads that were begun and not published to what they were to write.
    `stamp` counts the head's own changes: a write that names the one that it read cannot undo another's.
    """

    reference: ReferenceVersion
    packaged: str = ""
    current: int = 0
    next: int = 1
    unpublished: Mapping[int, str] = MappingProxyType({})
    stamp: int = 0

    def shows(self, sequence: int) -> bool:
        """Whether the states of this number are published."""
        return sequence <= self.current and sequence not in self.unpublished

    def to_item(self) -> Item:
        """The item as DynamoDB takes it."""
        content = {
            "version": self.reference.version,
            "treaties": self.reference.treaties,
            "facts": self.reference.facts,
            "names": self.reference.names,
            "packaged": self.packaged,
            "current": self.current,
            "next": self.next,
            "unpublished": {str(sequence): target for sequence, target in sorted(self.unpublished.items())},
        }
        return {**key_to_item(HEAD_KEY), "record": {"S": to_json(content)}, "stamp": {"N": str(self.stamp)}}


EMPTY_HEAD = Head(ReferenceVersion("", 0, 0))


class State(NamedTuple):
    """One state of the thing at `key` (without its number). `version` counts the thing's states from 1.

    `hash` is that of the record, which itself may not have been read. `base` is the hash of the packaged record
    that was last loaded for the thing, empty if there was none: a state with another hash was edited here.
    """

    key: Key
    sequence: int
    version: int
    hash: str
    base: str
    stamp: Stamp
    record: str | None = None

    @property
    def edited(self) -> bool:
        return self.hash != self.base

    @property
    def removed(self) -> bool:
        return not self.hash

    def to_item(self) -> Item:
        """The item as DynamoDB takes it."""
        stamp = {"by": self.stamp.by, "at": self.stamp.at, "reason": self.stamp.reason}
        item = {
            **key_to_item(numbered(self.key, self.sequence)),
            "version": {"N": str(self.version)},
            "stamp": {"S": to_json(stamp)},
        }
        texts = {"hash": self.hash, "base": self.base, "record": self.record}
        return item | {name: {"S": text} for name, text in texts.items() if text}


def hash_of(record: str | None) -> str:
    """16 hexadecimal digits for a record, none for a removed one."""
    return "" if record is None else hashlib.sha256(record.encode()).hexdigest()[:16]


def numbered(key: Key, sequence: int) -> Key:
    """Where the state of this number lies; keys sort by number."""
    return key[0], f"{key[1]}#{sequence:0{_DIGITS}}"


def is_numbered(key: Key) -> bool:
    name, mark, number = key[1].rpartition("#")
    return bool(name and mark) and len(number) == _DIGITS and number.isascii() and number.isdigit()


def state_of(item: Item) -> State:
    """The state that an item holds. Raises ReferenceDataError that names the item."""
    key = key_of(item)
    try:
        name, _, number = key[1].rpartition("#")
        stamp = Stamp(**json.loads(item["stamp"]["S"]))
        record = item["record"]["S"] if "record" in item else None
        found, base = (item.get(part, {"S": ""})["S"] for part in ("hash", "base"))
        return State((key[0], name), int(number), int(item["version"]["N"]), found, base, stamp, record)
    except (KeyError, TypeError, ValueError) as error:
        raise unreadable(key) from error


def head_of(item: Item) -> Head:
    """The head that an item holds. Raises ReferenceDataError."""
    try:
        content = json.loads(item["record"]["S"])
        reference = ReferenceVersion(*(content[key] for key in ("version", "treaties", "facts", "names")))
        unpublished = {int(sequence): target for sequence, target in content["unpublished"].items()}
        stamp = int(item["stamp"]["N"])
        return Head(reference, content["packaged"], content["current"], content["next"], unpublished, stamp)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise unreadable(key_of(item)) from error


def unreadable(key: Key) -> ReferenceDataError:
    return ReferenceDataError(f"the record of the item {'/'.join(key)} cannot be read")


def parsed(state: State, parse: Callable[[dict[str, Any]], T]) -> T:
    """What `parse` makes of a state's record. Raises ReferenceDataError that names the item."""
    try:
        return parse(json.loads(state.record or ""))
    except (KeyError, TypeError, ValueError) as error:
        raise unreadable(numbered(state.key, state.sequence)) from error


def latest(states: Iterable[State], head: Head) -> dict[Key, State]:
    """The state of each thing that the head shows, removed ones included."""
    shown: dict[Key, State] = {}
    for state in states:
        if head.shows(state.sequence) and (state.key not in shown or shown[state.key].sequence < state.sequence):
            shown[state.key] = state
    return shown


def key_to_item(key: Key) -> Item:
    return {"pk": {"S": key[0]}, "sk": {"S": key[1]}}


def key_of(item: Item) -> Key:
    return item["pk"]["S"], item["sk"]["S"]


def partition_of(treaty_id: str) -> str:
    return f"treaty#{treaty_id}"


def key_of_treaty(treaty_id: str) -> Key:
    return CATALOGUE, treaty_id


def key_of_fact(fact_id: str) -> Key:
    treaty_id, _, name = fact_id.partition("/")
    return partition_of(treaty_id), f"{FACT_PREFIX}{name}"


def record_of_treaty(treaty: Treaty) -> str:
    return to_json(treaty_to_record(treaty))


def record_of_fact(fact: Fact) -> str:
    return to_json(fact_to_record(fact))


def records_of(store: FactStore) -> Iterator[tuple[Key, str]]:
    """The record of each treaty and fact of a store with the key of its states. Raises StoreUnavailable."""
    treaties = store.treaties()
    facts = store.facts([treaty.id for treaty in treaties])
    for treaty in treaties:
        yield key_of_treaty(treaty.id), record_of_treaty(treaty)
        yield from ((key_of_fact(fact.fact_id), record_of_fact(fact)) for fact in facts[treaty.id])


def to_json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
