"""Threads that take turns, so that a seed decides what happens in which order."""

from __future__ import annotations

import threading
from random import Random


class Turns:
    """One of the threads that take part goes on at a time: the others wait, and a seed decides who is next.

    Nobody goes on before all wait: how fast a thread is decides nothing.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._changed = threading.Condition()
        self._taking_part = 0
        self._waiting: list[str] = []
        self._next = ""

    def expect(self, threads: int) -> None:
        """So many threads take part from now on, those included that have not begun."""
        with self._changed:
            self._taking_part += threads

    def leave(self) -> None:
        """A thread takes part no more."""
        with self._changed:
            self._taking_part -= 1
            self._choose()

    def wait(self, name: str) -> None:
        """Returns when it is the turn of this name, which no other thread waits under; at once if nobody takes part."""
        with self._changed:
            if not self._taking_part:
                return
            self._waiting.append(name)
            self._choose()
            self._changed.wait_for(lambda: self._next == name)
            self._next = ""

    def _choose(self) -> None:
        if self._waiting and len(self._waiting) == self._taking_part:
            self._next = self._random.choice(sorted(self._waiting))
            self._waiting.remove(self._next)
            self._changed.notify_all()
