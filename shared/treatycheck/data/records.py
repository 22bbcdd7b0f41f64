"""The records of the packaged JSON files, each parsed when it is asked for: an index tells where its line lies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatycheck.data import mapped
from treatycheck.data.tables import Tables, TablesWriter, Texts


class Records(Mapping[str, Any]):
    """The records of a file by id, in the order of the ids. Raises KeyError on other ids."""

    __slots__ = ("_content", "_ends", "_ids", "_starts")

    def __init__(self, content: memoryview, ids: Texts, starts: Sequence[int], ends: Sequence[int]) -> None:
        self._content = content
        self._ids = ids
        self._starts = starts
        self._ends = ends

    def __getitem__(self, record_id: str) -> Any:
        place = self._ids.place_of(record_id)
        if place is None:
            raise KeyError(record_id)
        return json.loads(str(self._content[self._starts[place] : self._ends[place]], "utf-8"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def packaged_records(name: str) -> Records:
    """The records of a packaged file that `add_index` indexed. Raises FileNotFoundError, KeyError."""
    return records_of(mapped(name), Tables(mapped("records.bin")), name)


def records_of(content: memoryview, tables: Tables, name: str) -> Records:
    """The records of a file's content. Raises KeyError where its name is not indexed."""
    starts, ends = tables.numbers(f"{name}.starts"), tables.numbers(f"{name}.ends")
    return Records(content, tables.texts(f"{name}.ids"), starts, ends)


def add_index(writer: TablesWriter, name: str, ids: Sequence[str], content: bytes) -> None:
    """Writes where the record of each id, in the order of the file, lies in JSON with one record a line."""
    starts: list[int] = []
    ends: list[int] = []
    start = content.index(b"\n") + 1
    for record_id in ids:
        end = content.index(b"\n", start)
        key = json.dumps(record_id, ensure_ascii=False).encode() + b":"
        starts.append(start + len(key) * content.startswith(key, start))
        ends.append(end - content.endswith(b",", start, end))
        start = end + 1
    writer.add_texts(f"{name}.ids", ids)
    writer.add_numbers(f"{name}.starts", starts)
    writer.add_numbers(f"{name}.ends", ends)
