"""The routes of stored lists of claims to ignore, each the property of the API key that made it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.event_handler import Response

from treatycheck.aws.answers import OWN, Answers, Content, Route
from treatycheck.aws.ignore_lists import (
    MOST_ENTRIES,
    MOST_RECORD_BYTES,
    Entries,
    IgnoreList,
    IgnoreLists,
    change,
    entry_to_dict,
    handle_of,
    is_handle,
    joined,
    to_record,
)
from treatycheck.aws.list_schema import read_entries
from treatycheck.aws.preconditions import etag, read_precondition
from treatycheck.aws.problem import FieldError, InvalidRequest, UnknownIgnoreList
from treatycheck.aws.request import is_name, key_of_caller, read_json
from treatycheck.facts.precondition import Precondition

# as many entries as there may be, each as long as it may be and escaped
_BODY_BYTES = 4 * 1024 * 1024
_ANY = Precondition(frozenset())


class Listing:
    """The handlers; `lists` is asked anew for each request."""

    def __init__(self, answers: Answers, lists: Callable[[], IgnoreLists]) -> None:
        self._answers = answers
        self._lists = lists

    def table(self) -> list[Route]:
        """Method, path and handler of each route."""
        return [
            ("GET", "/v1/ignore-lists/<list_id>", self.get),
            ("PUT", "/v1/ignore-lists/<list_id>", self.put),
            ("DELETE", "/v1/ignore-lists/<list_id>", self.delete),
            ("POST", "/v1/ignore-lists/<list_id>/entries", self.add),
            ("DELETE", "/v1/ignore-lists/<list_id>/entries/<claim_id>", self.remove),
        ]

    def get(self, list_id: str) -> Response[str]:
        """`GET /v1/ignore-lists/{id}`: the list with its version as ETag."""
        held = self._lists().read(self._handle(list_id))
        if held is None or held.entries is None:
            raise unknown(list_id)
        entries = held.entries
        content = self._brief(list_id, held) | {"entries": [entry_to_dict(entry) for entry in entries]}
        answer = self._answers.read(lambda: content, etag(held.version), OWN)
        # the same address is another list for another key
        answer.headers["Vary"] = "Origin, X-Api-Key"
        return answer

    def put(self, list_id: str) -> Response[str]:
        """`PUT /v1/ignore-lists/{id}`: makes a list, or replaces the version that If-Match names."""
        sent = checked(joined((), self._sent()))
        made = False

        def replace(held: Entries | None) -> Entries:
            nonlocal made
            made = held is None
            return sent

        changed = change(self._lists(), self._handle(list_id), self._condition(), replace)
        return self._told(list_id, changed, 201 if made else 200)

    def delete(self, list_id: str) -> Response[str]:
        """`DELETE /v1/ignore-lists/{id}`: removes the version that If-Match names."""

        def remove(held: Entries | None) -> None:
            there(held, list_id)

        return self._told(list_id, change(self._lists(), self._handle(list_id), self._condition(), remove))

    def add(self, list_id: str) -> Response[str]:
        """`POST /v1/ignore-lists/{id}/entries`: adds claims, or says something else of them."""
        sent = self._sent()
        return self._edited(list_id, lambda held: checked(joined(held, sent)))

    def remove(self, list_id: str, claim_id: str) -> Response[str]:
        """`DELETE /v1/ignore-lists/{id}/entries/{claim}`: takes a claim off the list."""

        def without(held: Entries) -> Entries:
            kept = tuple(entry for entry in held if entry.id != claim_id)
            if len(kept) == len(held):
                raise UnknownIgnoreList(f"the list {list_id} does not hold this claim")
            return kept

        return self._edited(list_id, without)

    def _edited(self, list_id: str, edit: Callable[[Entries], Entries]) -> Response[str]:
        """One entry more or less is the same whatever else was changed: a version need not be named."""
        named = self._condition()
        condition = _ANY if named == Precondition() else named
        changed = change(self._lists(), self._handle(list_id), condition, lambda held: edit(there(held, list_id)))
        return self._told(list_id, changed)

    def _handle(self, list_id: str) -> str:
        if not is_name(list_id) or is_handle(list_id):
            raise InvalidRequest([FieldError("", "is no name of a list: words in lower case joined by hyphens")])
        return handle_of(key_of_caller(self._answers.event()), list_id)

    def _sent(self) -> Entries:
        return read_entries(read_json(self._answers.event(), _BODY_BYTES))

    def _condition(self) -> Precondition:
        return read_precondition(self._answers.event())

    def _told(self, list_id: str, changed: IgnoreList, status: int = 200) -> Response[str]:
        return self._answers.answer(self._brief(list_id, changed), status, {"ETag": etag(changed.version)})

    def _brief(self, list_id: str, held: IgnoreList) -> Content:
        size: Any = len(held.entries or ())
        return {"id": list_id, "handle": self._handle(list_id), "version": held.version, "size": size}


def there(held: Entries | None, list_id: str) -> Entries:
    """The entries of a list that is there. Raises UnknownIgnoreList."""
    if held is None:
        raise unknown(list_id)
    return held


def unknown(list_id: str) -> UnknownIgnoreList:
    return UnknownIgnoreList(f"the API key has no list {list_id!r}")


def checked(entries: Entries) -> Entries:
    """Entries that one list takes. Raises InvalidRequest."""
    if len(entries) > MOST_ENTRIES:
        raise InvalidRequest([FieldError("/entries", f"would make more than {MOST_ENTRIES:,} on the list")])
    if len(to_record(entries).encode()) > MOST_RECORD_BYTES:
        raise InvalidRequest([FieldError("/entries", f"would take more than {MOST_RECORD_BYTES:,} bytes: say less")])
    return entries
