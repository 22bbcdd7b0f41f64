"""Lines of a batch answered in several processes, in the order in which they came."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import cast

from treatycheck.cli.batch import Line
from treatycheck.collection import spare_what_is_loaded

# a group takes a second at most, and so many may be answered before one that takes longer
_MOST_LINES, _MOST_BYTES, _MOST_AHEAD = 32, 200_000, 64
# forked processes share what their parent loaded; elsewhere than on Linux forking is no choice, or no safe one
_METHOD = "fork" if sys.platform == "linux" else "spawn"

AnswerLine = Callable[[Line], bytes]
Group = list[Line]


@dataclass(slots=True)
class _Hand:
    """A process, and the number of the group that it answers."""

    process: BaseProcess
    pipe: Connection
    group: int | None = None


def answered_in_processes(lines: Iterator[Line], made: Callable[[], AnswerLine], count: int) -> Iterator[bytes]:
    """The answers in so many processes, in the order of the lines. Raises OSError where one of them is killed.

    `made` gives in each process what answers a line. The first line is answered here, so that what this loads is
    there when the others are forked.
    """
    for line in lines:
        yield made()(line)
        break
    context = multiprocessing.get_context(_METHOD)
    hands: list[_Hand] = []
    try:
        for _ in range(count):
            hands.append(_hired(context, made, hands))
        yield from _in_order(hands, enumerate(grouped(lines)))
    finally:
        for hand in hands:
            hand.pipe.close()
            hand.process.terminate()
            hand.process.join()


def grouped(lines: Iterator[Line]) -> Iterator[Group]:
    """The lines in groups of some lines and some bytes."""
    group: Group = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line.content or b"")
        if len(group) == _MOST_LINES or size >= _MOST_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _in_order(hands: list[_Hand], groups: Iterator[tuple[int, Group]]) -> Iterator[bytes]:
    """Keeps the processes busy; what is answered before its turn waits."""
    answered: dict[int, bytes] = {}
    told, coming = 0, next(groups, None)
    while coming or any(hand.group is not None for hand in hands):
        for hand in hands:
            # the next group is at hand before a process has to wait for it
            if coming and hand.group is None and coming[0] - told < _MOST_AHEAD:
                hand.group = coming[0]
                with _deaths_told():
                    hand.pipe.send(coming[1])
                coming = next(groups, None)
        while told in answered:
            yield answered.pop(told)
            told += 1
        answered.update(_received([hand for hand in hands if hand.group is not None]))
    while told in answered:
        yield answered.pop(told)
        told += 1


def _received(busy: list[_Hand]) -> Iterator[tuple[int, bytes]]:
    """The groups that are answered by now, at least one, if any is at work. Raises OSError."""
    ready = wait([hand.pipe for hand in busy]) if busy else []
    for hand in busy:
        if hand.pipe in ready:
            with _deaths_told():
                answers = hand.pipe.recv_bytes()
            yield cast(int, hand.group), answers
            hand.group = None


@contextmanager
def _deaths_told() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError) as error:
        raise ChildProcessError("a process of the batch was killed") from error


def _hired(context: BaseContext, made: Callable[[], AnswerLine], hands: list[_Hand]) -> _Hand:
    ours, theirs = context.Pipe()
    held = [ours, *(hand.pipe for hand in hands)]
    process = context.Process(target=_answer, args=(theirs, held, made), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return _Hand(process, ours)


def _answer(pipe: Connection, held: list[Connection], made: Callable[[], AnswerLine]) -> None:
    """Answers groups until the parent is gone. Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in held:
        # a copy of the parent's end would keep the pipe open when the parent is gone
        one.close()
    answer = made()
    spare_what_is_loaded()
    try:
        while True:
            pipe.send_bytes(b"".join(map(answer, pipe.recv())))
    except (EOFError, OSError):
        return
