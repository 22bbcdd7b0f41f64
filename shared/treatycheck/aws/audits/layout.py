"""How audits lie in their DynamoDB table.

| pk                             | sk                               | what it holds                                   |
| `audits`                       | id of an audit                   | the audit: request, state, counts, reports      |
| `archive#<archive>`            | `head`                           | how many audits succeeded; which one is running |
| `objects#<archive>#<shard>`    | object                           | an object: content hash, versions, when seen    |
| the same                       | object `#document#` part         | a document: findings with states, and claims    |
| the same                       | object `#chunk#` part `#` …      | what a document has too much of for one item    |
| the same                       | object `#failure#` part          | what could not be read, with the reason         |
| `relies#<treaty>#<shard>`      | archive `#` object `#` part      | on which facts of a treaty a document relied    |
| `deaths#<audit>`               | object, or object `#` part       | how often a worker died of it                   |
| `changed`                      | fact `#` number                  | a changed fact whose documents are to be judged |

Objects and their parts are named by hashes. All that belongs to an object has its shard, so that writes spread over
partitions, and a shard read in order gives whole objects.
"""

from __future__ import annotations

import hashlib

from treatycheck.aws.table import Item, Key

SHARDS = 64
INDEX_SHARDS = 8
AUDITS = "audits"
CHANGED = "changed"
OBJECTS = "objects"
DOCUMENT, CHUNK, FAILURE = "document", "chunk", "failure"
_HEX = 32
_SHORT_HEX = 16


def digest_of(text: str, length: int = _HEX) -> str:
    """The name of an object or part: the first hexadecimal digits of a SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def object_name(key: str) -> str:
    """The name of an object, whose first two digits tell the shard."""
    return digest_of(key)


def part_name(part: str) -> str:
    """The name of a part inside its object."""
    return digest_of(part, _SHORT_HEX)


def shard_of(name: str) -> int:
    return int(name[:2], 16) % SHARDS


def partition(archive: str, shard: int) -> str:
    return f"{OBJECTS}#{archive}#{shard:02}"


def object_key(archive: str, name: str) -> Key:
    return partition(archive, shard_of(name)), name


def part_key(archive: str, name: str, kind: str, part: str) -> Key:
    """Where a document, a chunk or a failure of an object lies."""
    return partition(archive, shard_of(name)), f"{name}#{kind}#{part}"


def archive_key(archive: str) -> Key:
    return f"archive#{archive}", "head"


def audit_key(audit_id: str) -> Key:
    return AUDITS, audit_id


def death_key(audit_id: str, name: str) -> Key:
    return f"deaths#{audit_id}", name


def index_partition(treaty: str, shard: int) -> str:
    return f"relies#{treaty}#{shard}"


def index_key(treaty: str, archive: str, name: str, part: str) -> Key:
    """Where it is noted on which relations of a treaty's facts a document relied."""
    return index_partition(treaty, int(name[:2], 16) % INDEX_SHARDS), f"{archive}#{name}#{part}"


def text(value: str) -> dict[str, str]:
    return {"S": value}


def number(value: int) -> dict[str, str]:
    return {"N": str(value)}


def text_of(item: Item, name: str) -> str:
    """A text of an item, empty where there is none."""
    found: str = item.get(name, {}).get("S", "")
    return found


def number_of(item: Item, name: str) -> int:
    """A number of an item, 0 where there is none."""
    return int(item.get(name, {}).get("N", "0"))
