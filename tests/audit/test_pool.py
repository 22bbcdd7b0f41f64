"""Worker processes that are given several small objects at once."""

from __future__ import annotations

import io
import os
from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest

from tests.audit.objects import MemoryObject
from treatycheck.audit.archive import Settings
from treatycheck.audit.local.pool import Died, Pool
from treatycheck.audit.local.tasks import Chunk, ReadTask
from treatycheck.audit.local.worker import Setup
from treatycheck.facts.bundled import BundledFactStore

pytestmark = pytest.mark.slow

SETUP = Setup(BundledFactStore.load, Settings(), date(2026, 6, 1))


@dataclass(frozen=True, slots=True)
class DeadlyObject(MemoryObject):
    """An object that ends the process that opens it."""

    def open(self) -> io.BytesIO:
        os._exit(9)


def done(pool: Pool[str], tasks: dict[str, ReadTask]) -> tuple[Counter[str], list[str], list[str]]:
    """How many articles each task gave; the tasks in the order in which they were done, and those not done."""
    articles, finished, died = Counter[str](), list[str](), list[str]()
    waiting = list(tasks)
    while waiting or pool.busy:
        while waiting and not pool.is_full:
            pool.give(waiting[0], tasks[waiting.pop(0)])
        for name, answer in pool.answers(5.0):
            if isinstance(answer, Died):
                died.append(name)
            elif answer is None:
                finished.append(name)
            elif isinstance(answer, Chunk):
                articles[name] += len(answer.items)
    return articles, finished, died


def test_each_of_many_small_objects_is_read_once_and_in_the_order_given() -> None:
    tasks = {f"{n}": ReadTask(n, MemoryObject(f"{n}.txt", b"It rained.")) for n in range(100)}
    with Pool[str](1, SETUP) as pool:
        articles, finished, died = done(pool, tasks)
    assert finished == list(tasks) and not died and articles == dict.fromkeys(tasks, 1)


def test_a_worker_that_dies_leaves_what_it_was_given_and_another_goes_on() -> None:
    tasks = {f"{n}": ReadTask(n, MemoryObject(f"{n}.txt", b"It rained.")) for n in range(60)}
    tasks["20"] = ReadTask(20, DeadlyObject("20.txt", b""))
    with Pool[str](2, SETUP) as pool:
        _, finished, died = done(pool, tasks)
        assert sorted(finished + died, key=int) == list(tasks)
        assert "20" in died and len(died) <= 16
        again, finished, died = done(pool, {name: tasks[name] for name in died if name != "20"})
        assert finished == list(again) and not died
