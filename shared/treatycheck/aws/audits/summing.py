"""What an audit found, object by object, out of what is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from treatycheck.audit.finding import DocumentFindings
from treatycheck.audit.kept import findings_in
from treatycheck.audit.states import suppressed
from treatycheck.aws.audits.documents import depart
from treatycheck.aws.audits.object_store import ObjectStore
from treatycheck.aws.audits.parts import Held
from treatycheck.aws.audits.record import AuditRecord
from treatycheck.aws.publishing import Outpaced
from treatycheck.errors import StoreUnavailable

_TRIES = 10


@dataclass(frozen=True, slots=True)
class AuditedObject:
    """An object in a report: its documents in order, and what could not be read. One that is gone has none of these
    but what is fixed by it. `done` tells how it was done: read, unchanged, rejudged or failed.
    """

    documents: tuple[DocumentFindings, ...]
    failures: tuple[dict[str, Any], ...] = ()
    is_gone: bool = False
    done: str = ""


def audited_objects(store: ObjectStore, audit: AuditRecord, *, whole: bool) -> Iterator[AuditedObject]:
    """The objects that an audit saw. Of a `whole` one, those that it did not see are gone, and taken out.

    Raises StoreUnavailable.
    """
    for name, held in store.objects():
        if held.head and held.head.seen == audit.id:
            failures = tuple(json.loads(record) for _, record in sorted(held.failures.items()))
            yield AuditedObject(_documents(held, audit), failures, done=held.head.done)
        elif whole:
            yield _gone(store, name, held, audit)


def _documents(held: Held, audit: AuditRecord) -> tuple[DocumentFindings, ...]:
    kept = sorted((document.kept for document in held.documents.values()), key=lambda one: (one.position, one.part))
    found = (findings_in(document, audit.number) for document in kept)
    return tuple(suppressed(document, audit.ignore) for document in found)


def _gone(store: ObjectStore, name: str, held: Held, audit: AuditRecord) -> AuditedObject:
    for _ in range(_TRIES):
        try:
            kept = [depart(store, name, document, audit.number) for document in held.documents.values()]
        except Outpaced:
            held = store.held(name)
            continue
        store.put_failures(name, held.failures, {})
        store.delete_head(name)
        found = (findings_in(document, audit.number) for document in kept if document)
        return AuditedObject(tuple(suppressed(document, audit.ignore) for document in found), is_gone=True)
    raise StoreUnavailable("an object that is gone kept being written")
