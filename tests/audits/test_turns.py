from __future__ import annotations

import threading
import time

from tests.audits.turns import Turns


def order(seed: int, pauses: dict[str, float]) -> list[str]:
    """Who went on after whom, of threads that pause for so long before each of three steps."""
    turns, steps = Turns(seed), list[str]()
    turns.expect(len(pauses))

    def work(name: str) -> None:
        for _ in range(3):
            time.sleep(pauses[name])
            turns.wait(name)
            steps.append(name)
        turns.leave()

    threads = [threading.Thread(target=work, args=(name,)) for name in pauses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return steps


def test_a_seed_and_not_the_speed_of_the_threads_decides_the_order() -> None:
    orders = {seed: order(seed, {"a": 0.0, "b": 0.002, "c": 0.004}) for seed in range(4)}
    assert orders == {seed: order(seed, {"a": 0.004, "b": 0.0, "c": 0.001}) for seed in range(4)}
    assert len(set(map(tuple, orders.values()))) > 1


def test_nobody_waits_where_nobody_takes_part() -> None:
    Turns(1).wait("alone")
