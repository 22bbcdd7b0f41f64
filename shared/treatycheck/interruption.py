"""How a caller stops a run that takes too long: by an exception out of a check that the stages call as they go on.

The stages know no clock. Nothing of an interrupted run is handed on, so that an answer is whole or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")
Check = Callable[[], None]


def never() -> None:
    """The check of a run that may take as long as it does."""


class Checked(Sequence[T], Generic[T]):
    """The same items; each time that one is taken up in turn, the check is called first."""

    __slots__ = ("_check", "_items")

    def __init__(self, items: Sequence[T], check: Check) -> None:
        self._items = items
        self._check = check

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self._check()
            yield item

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._items[index]
