"""What goes wrong in a cloud: processes that end anywhere, tables that refuse, all by chance that a seed decides."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from moto.dynamodb.responses import DynamoHandler

from tests.audits.archives import KILLER
from tests.audits.cloud import Cloud, Died
from tests.audits.turns import Turns
from treatycheck.aws.audits import documents

# a worker makes some hundred requests of a table for a batch, and the other functions some
_LATEST_DEATH = {"audit_verify": 60}
_LATEST_DEATH_OF_OTHERS = 8


@dataclass
class Fate:
    """What becomes of one invocation: it dies at the request that `left` counts down to, or before it answers."""

    name: str
    random: Random
    left: int


@dataclass
class Chaos:
    """Shares of invocations that die, at a request of a table, before or after it took effect; of requests refused.

    The fate of an invocation depends on the seed and on what is invoked the how many-th time, and workers take turns
    at each request: the same seed does the same harm.
    """

    cloud: Cloud
    patch: pytest.MonkeyPatch
    seed: int
    dying: float = 0.2
    refused: float = 0.03
    told: Counter[str] = field(default_factory=Counter)
    begun: Counter[str] = field(default_factory=Counter)
    thread: threading.local = field(default_factory=threading.local)

    def break_loose(self) -> None:
        """Begins to do harm."""
        self.turns = Turns(self.seed)
        # not the sleep of the module `time`, which is everybody's
        self.patch.setattr("botocore.endpoint.time", SimpleNamespace(sleep=lambda _: None))
        # when a version is read again must not depend on the speed of the machine
        self.patch.setenv("TREATYCHECK_REFERENCE_SECONDS", "1e9")
        self.cloud.before_invocation, self.cloud.after_invocation = self.begin, self.end
        self.cloud.maps.before_workers, self.cloud.maps.after_worker = self.turns.expect, self.turns.leave
        call = DynamoHandler.call_action
        self.patch.setattr(DynamoHandler, "call_action", lambda handler: self.harmed(handler, call))

    def begin(self, function: str, event: Any) -> None:
        """Decides whether this invocation dies, and after how many requests."""
        invoked = f"{function} {event.get('objects', [{}])[0].get('Key')} {event.get('attempt')}"
        self.begun[invoked] += 1
        random = Random(f"{self.seed} {invoked} {self.begun[invoked]}")
        latest = _LATEST_DEATH.get(function, _LATEST_DEATH_OF_OTHERS)
        left = random.randrange(1, latest) if random.random() < self.dying else 0
        self.thread.fate = Fate(f"{invoked} {self.begun[invoked]}", random, left)
        self.told["invocations"] += 1
        self.take_turn()

    def end(self) -> None:
        """Lets an invocation die whose death is still to come."""
        if self.thread.fate.left > 0:
            self.told["deaths"] += 1
            raise Died

    def take_turn(self) -> None:
        if self.thread.fate.name.startswith("audit_verify"):
            self.turns.wait(self.thread.fate.name)

    def harmed(self, handler: Any, call: Callable[[Any], Any]) -> Any:
        fate: Fate | None = getattr(self.thread, "fate", None)
        if fate is None:
            return call(handler)
        self.take_turn()
        fate.left -= 1
        if fate.left == 0:
            self.told["deaths"] += 1
            if fate.random.random() < 0.5:
                call(handler)
            raise Died
        if fate.random.random() < self.refused:
            return self.refusal(handler)
        return call(handler)

    def refusal(self, handler: Any) -> Any:
        """A table's answer where it has no capacity left."""
        if "BatchWriteItem" in str(handler.headers.get("X-Amz-Target")):
            self.told["put off"] += 1
            return 200, {}, json.dumps({"UnprocessedItems": json.loads(handler.body)["RequestItems"]})
        self.told["throttled"] += 1
        kind = "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"
        return 400, {"status": 400}, json.dumps({"__type": kind, "message": "throttled"})


def let_killers_kill(patch: pytest.MonkeyPatch) -> None:
    """Has a worker die of each object that is named so, and of each article whose part is."""
    read, judge = (vars(documents)[name] for name in ("read_articles", "judge_article"))

    def reading(key: str, *rest: Any, **named: Any) -> Any:
        if KILLER in key:
            raise Died
        return read(key, *rest, **named)

    def judging(article: Any, *rest: Any) -> Any:
        if article.part == KILLER:
            raise Died
        return judge(article, *rest)

    patch.setattr(documents, "read_articles", reading)
    patch.setattr(documents, "judge_article", judging)
