"""What the table holds of one object: its head, its documents and its failures, as values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from treatycheck.audit.kept import KeptDocument, kept_from_record, kept_to_record
from treatycheck.audit.reliance import reliance_from_record, reliance_to_record
from treatycheck.aws.audits.layout import (
    CHUNK,
    DOCUMENT,
    FAILURE,
    number,
    number_of,
    object_key,
    part_key,
    part_name,
    text,
    text_of,
)
from treatycheck.aws.table import Item, key_of, key_to_item, to_json

# DynamoDB takes 400 kB an item
MOST_CONTENT_BYTES = 300_000
_DOCUMENT_TEXTS = ("hash", "reading", "reference", "facts")
_TEXTS = ("key", "etag", "hash", "reading", "reference", "day", "seen", "done")


@dataclass(frozen=True, slots=True)
class ObjectHead:
    """An object as it was last read, under which version of the reading and which reference version; which audit saw
    it last, and how it was `done` then. `day` is the day that its undated documents were judged for. `version` counts
    the writes of the head: who read another one writes nothing. Without `hash` it could not be read.
    """

    name: str
    key: str
    etag: str = ""
    size: int = 0
    hash: str = ""
    reading: str = ""
    reference: str = ""
    day: str = ""
    seen: str = ""
    done: str = ""
    documents: int = 0
    version: int = 0

    def to_item(self, archive: str) -> Item:
        """The item as DynamoDB takes it."""
        texts = {name: getattr(self, name) for name in _TEXTS}
        numbers = {"size": self.size, "documents": self.documents, "version": self.version}
        return {
            **key_to_item(object_key(archive, self.name)),
            **{name: text(value) for name, value in texts.items() if value},
            **{name: number(value) for name, value in numbers.items()},
        }


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it is kept, under which version of the reading and which reference version. `hash` is that of the
    article: its text need not be read again while this and the reading stay; nor need it be judged again while `facts`
    stays, the digest of those that it relied on. `version` counts the writes.
    """

    kept: KeptDocument
    hash: str
    reading: str
    reference: str
    facts: str
    version: int = 0

    @property
    def name(self) -> str:
        """What names it in its object."""
        return part_name(self.kept.part)

    def to_items(self, archive: str, name: str, expires: int) -> list[Item]:
        """The chunks of what it has too much of for one item, and last the item itself, as DynamoDB takes them.

        A document that is gone expires, in seconds since 1970.
        """
        record = kept_to_record(self.kept)
        findings, claims = record["findings"], record["claims"]
        chunks = _chunks(findings + claims) if len(findings) + len(claims) > MOST_CONTENT_BYTES else []
        texts = {name: getattr(self, name) for name in _DOCUMENT_TEXTS}
        texts |= {key: record[key] for key in ("key", "as_of")}
        numbers = {"audit": record["audit"], "position": record["position"], "version": self.version}
        numbers |= {"split": len(findings), "chunks": len(chunks), "expires": expires if self.kept.is_gone else 0}
        digest = digest_of_chunks(chunks)
        item: Item = {
            **key_to_item(part_key(archive, name, DOCUMENT, self.name)),
            **{key: text(value) for key, value in texts.items() if value},
            **{key: number(value) for key, value in numbers.items() if value},
            "reliance": text(to_json(reliance_to_record(self.kept.reliance))),
            **({"digest": text(digest)} if chunks else {"content": {"B": findings + claims}}),
        }
        return [*self._chunk_items(archive, name, digest, chunks), item]

    def _chunk_items(self, archive: str, name: str, digest: str, chunks: Sequence[bytes]) -> Iterator[Item]:
        for count, chunk in enumerate(chunks):
            key = part_key(archive, name, CHUNK, f"{self.name}#{digest}#{count:03}")
            yield {**key_to_item(key), "content": {"B": chunk}}


@dataclass(frozen=True, slots=True)
class Held:
    """All that the table holds of an object: documents by name, failures, as JSON, by the name of their part."""

    head: ObjectHead | None = None
    documents: Mapping[str, StoredDocument] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)


def digest_of_chunks(chunks: Sequence[bytes]) -> str:
    """What names the chunks of one content."""
    return hashlib.sha256(b"".join(chunks)).hexdigest()[:16]


def _chunks(content: bytes) -> list[bytes]:
    return [content[start : start + MOST_CONTENT_BYTES] for start in range(0, len(content), MOST_CONTENT_BYTES)]


def head_of(item: Item) -> ObjectHead:
    """The head of an object that an item holds."""
    texts = {name: text_of(item, name) for name in _TEXTS}
    size, documents, version = (number_of(item, name) for name in ("size", "documents", "version"))
    return ObjectHead(name=key_of(item)[1], size=size, documents=documents, version=version, **texts)


def document_of(item: Item, chunks: Mapping[str, bytes]) -> StoredDocument:
    """The document that an item holds, with the chunks of its object by digest and number."""
    if "content" in item:
        content = bytes(item["content"]["B"])
    else:
        digest = text_of(item, "digest")
        content = b"".join(chunks[f"{digest}#{count:03}"] for count in range(number_of(item, "chunks")))
    split = number_of(item, "split")
    record: dict[str, Any] = {name: text_of(item, name) for name in ("key", "as_of")}
    record |= {name: number_of(item, name) for name in ("audit", "position")}
    record |= {"findings": content[:split], "claims": content[split:]}
    texts = {name: text_of(item, name) for name in _DOCUMENT_TEXTS}
    kept = kept_from_record(record, reliance_from_record(json.loads(text_of(item, "reliance"))))
    return StoredDocument(kept, **texts, version=number_of(item, "version"))


def held_of(items: Iterable[Item]) -> Held:
    """What the items of one object hold."""
    head: ObjectHead | None = None
    documents: list[Item] = []
    chunks: dict[str, bytes] = {}
    failures: dict[str, str] = {}
    for item in items:
        _, kind, part = (*key_of(item)[1].split("#", 2), "", "")[:3]
        if kind == DOCUMENT:
            documents.append(item)
        elif kind == CHUNK:
            chunks[part.partition("#")[2]] = bytes(item["content"]["B"])
        elif kind == FAILURE:
            failures[part] = text_of(item, "record")
        else:
            head = head_of(item)
    stored = (document_of(item, chunks) for item in documents)
    return Held(head, {document.name: document for document in stored}, failures)


def failure_to_item(archive: str, name: str, part: str, record: str) -> Item:
    return {**key_to_item(part_key(archive, name, FAILURE, part)), "record": text(record)}
