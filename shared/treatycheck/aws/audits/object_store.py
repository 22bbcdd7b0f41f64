"""Reads and writes what is kept of objects, so that a crash or a duplicate at any point does no harm.

A document is one item, written under the condition that nobody wrote it since it was read; so is an object's head,
which comes last. Who comes too late begins anew with what is there.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from treatycheck.audit.reliance import Reliance
from treatycheck.aws.audits.layout import (
    CHUNK,
    DOCUMENT,
    FAILURE,
    SHARDS,
    death_key,
    index_key,
    number,
    object_key,
    object_name,
    part_key,
    partition,
    shard_of,
    text,
)
from treatycheck.aws.audits.parts import Held, ObjectHead, StoredDocument, failure_to_item, head_of, held_of
from treatycheck.aws.batch_writes import Sleep, Write, delete, put, waits, write
from treatycheck.aws.dynamodb import DynamoClient, store_errors
from treatycheck.aws.publishing import outpaced
from treatycheck.aws.queries import paged
from treatycheck.aws.table import Item, Key, key_of, key_to_item
from treatycheck.errors import StoreUnavailable

_KEYS_A_CALL = 100
_UNAVAILABLE = "the table of audits could not be read or written"


class ObjectStore:
    """The objects of one archive. What is gone expires at `expires`, in seconds since 1970.

    Every method raises StoreUnavailable.
    """

    def __init__(
        self, client: DynamoClient, table_name: str, archive: str, expires: int, sleep: Sleep = time.sleep
    ) -> None:
        self._client = client
        self._table_name = table_name
        self._archive = archive
        self._expires = expires
        self._sleep = sleep

    def heads(self, keys: Iterable[str]) -> dict[str, ObjectHead]:
        """The heads of the objects with these keys, by key; those that are not there are left out."""
        wanted = [key_to_item(object_key(self._archive, object_name(key))) for key in sorted(set(keys))]
        found: dict[str, ObjectHead] = {}
        with store_errors(_UNAVAILABLE):
            for start in range(0, len(wanted), _KEYS_A_CALL):
                for item in self._batch(wanted[start : start + _KEYS_A_CALL]):
                    head = head_of(item)
                    found[head.key] = head
        return found

    def held(self, name: str) -> Held:
        """All that is held of an object."""
        with store_errors(_UNAVAILABLE):
            return held_of(self._query(shard_of(name), name))

    def document(self, name: str, part: str) -> StoredDocument | None:
        """One document, by the names of its object and part."""
        with store_errors(_UNAVAILABLE):
            items = list(self._query(shard_of(name), f"{name}#{DOCUMENT}#{part}"))
            if items and "digest" in items[0]:
                items += self._query(shard_of(name), f"{name}#{CHUNK}#{part}#")
        return held_of(items).documents.get(part)

    def objects(self) -> Iterator[tuple[str, Held]]:
        """All objects with what is held of them, by name, shard by shard."""
        for shard in range(SHARDS):
            with store_errors(_UNAVAILABLE):
                for name, items in groupby(self._query(shard), key=lambda item: key_of(item)[1].partition("#")[0]):
                    yield name, held_of(items)

    def put_head(self, head: ObjectHead) -> None:
        """Writes a head in place of the one that was read. Raises Outpaced."""
        item = replace(head, version=head.version + 1).to_item(self._archive)
        self._put(item, head.version)

    def put_document(self, name: str, document: StoredDocument, before: StoredDocument | None) -> None:
        """Writes a document in place of the one that was read. Raises Outpaced."""
        read = before.version if before else 0
        had = before.kept.reliance if before else {}
        *chunks, item = replace(document, version=read + 1).to_items(self._archive, name, self._expires)
        old = [key_of(one) for one in before.to_items(self._archive, name, 0)[:-1]] if before else []
        self._write([*self._noted(name, document, had), *(put(chunk) for chunk in chunks)])
        self._put(item, read)
        kept = {key_of(chunk) for chunk in chunks}
        stale = [delete(key) for key in old if key not in kept]
        self._write([*stale, *self._forgotten(name, document, had.keys() - document.kept.reliance.keys())])

    def delete_document(self, name: str, document: StoredDocument) -> None:
        """Takes a document out, its chunks, and the notes of what it relied on."""
        items = document.to_items(self._archive, name, 0)
        notes = self._forgotten(name, document, document.kept.reliance)
        self._write([*notes, *(delete(key_of(item)) for item in items)])

    def put_failures(self, name: str, held: Mapping[str, str], failures: Mapping[str, str]) -> None:
        """Has an object have these failures in place of those that it had, JSON by the hash of their part."""
        new = {part: record for part, record in failures.items() if held.get(part) != record}
        writes = [put(failure_to_item(self._archive, name, part, record)) for part, record in sorted(new.items())]
        gone = sorted(held.keys() - failures.keys())
        self._write([*writes, *(delete(part_key(self._archive, name, FAILURE, part)) for part in gone)])

    def delete_head(self, name: str) -> None:
        """Takes the head of an object out."""
        self._write([delete(object_key(self._archive, name))])

    def died(self, audit_id: str, name: str) -> int:
        """Counts that an object is begun after a worker died; how often it was before."""
        return self._count_death(audit_id, name, 1) - 1

    def survived(self, audit_id: str, name: str) -> None:
        """Takes it back: the worker lives, whatever went wrong."""
        self._count_death(audit_id, name, -1)

    def _count_death(self, audit_id: str, name: str, by: int) -> int:
        with store_errors(_UNAVAILABLE):
            answer = self._client.update_item(
                TableName=self._table_name,
                Key=key_to_item(death_key(audit_id, name)),
                UpdateExpression="ADD deaths :by SET expires = :expires",
                ExpressionAttributeValues={":by": number(by), ":expires": number(self._expires)},
                ReturnValues="UPDATED_NEW",
            )
        return int(answer["Attributes"]["deaths"]["N"])

    def _noted(self, name: str, document: StoredDocument, had: Reliance) -> list[Write]:
        """Notes which facts a document relies on, where that is new."""
        new = {treaty: asked for treaty, asked in document.kept.reliance.items() if had.get(treaty) != asked}
        return [
            put({**key_to_item(self._note(treaty, name, document)), "relations": {"SS": sorted(asked)}})
            for treaty, asked in sorted(new.items())
        ]

    def _forgotten(self, name: str, document: StoredDocument, treaties: Iterable[str]) -> list[Write]:
        return [delete(self._note(treaty, name, document)) for treaty in sorted(treaties)]

    def _note(self, treaty: str, name: str, document: StoredDocument) -> Key:
        return index_key(treaty, self._archive, name, document.name)

    def _put(self, item: Item, read: int) -> None:
        condition: dict[str, Any] = {"ConditionExpression": "attribute_not_exists(pk)"}
        if read:
            told = {":read": number(read)}
            condition = {"ConditionExpression": "version = :read", "ExpressionAttributeValues": told}
        with store_errors(_UNAVAILABLE), outpaced():
            self._client.put_item(TableName=self._table_name, Item=item, **condition)

    def _write(self, writes: Sequence[Write]) -> None:
        with store_errors(_UNAVAILABLE):
            write(self._client, self._table_name, writes, self._sleep)

    def _query(self, shard: int, prefix: str = "") -> Iterator[Item]:
        condition, values = "pk = :pk", {":pk": text(partition(self._archive, shard))}
        if prefix:
            condition, values = f"{condition} AND begins_with(sk, :sk)", {**values, ":sk": text(prefix)}
        request = {
            "TableName": self._table_name,
            "KeyConditionExpression": condition,
            "ExpressionAttributeValues": values,
            "ConsistentRead": True,
        }
        return paged(self._client.query, request)

    def _batch(self, keys: Sequence[Mapping[str, Any]]) -> Iterator[Item]:
        pending: Any = list(keys)
        for wait in waits():
            request = {self._table_name: {"Keys": pending, "ConsistentRead": True}}
            answer = self._client.batch_get_item(RequestItems=request)
            yield from answer["Responses"].get(self._table_name, [])
            pending = answer.get("UnprocessedKeys", {}).get(self._table_name, {}).get("Keys", [])
            if not pending:
                return
            self._sleep(wait)
        raise StoreUnavailable(f"the table {self._table_name} put off {len(pending)} reads")
