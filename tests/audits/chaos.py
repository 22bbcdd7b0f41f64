"""What goes wrong in a cloud: processes that end anywhere, tables that refuse, all by chance that a seed decides."""

from __future__ import annotations

import json
import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from moto.dynamodb.responses import DynamoHandler

from tests.audits.archives import KILLER
from tests.audits.cloud import Cloud, Died
from treatycheck.aws.audits import documents

# a worker makes some hundred requests of a table for a batch
_LATEST_DEATH = 60


@dataclass
class Chaos:
    """Shares of invocations that die, at a request of a table, before or after it took effect; of requests refused."""

    cloud: Cloud
    patch: pytest.MonkeyPatch
    dying: float = 0.2
    refused: float = 0.03
    random: random.Random = field(default_factory=lambda: random.Random(5))
    told: Counter[str] = field(default_factory=Counter)
    thread: threading.local = field(default_factory=threading.local)

    def break_loose(self) -> None:
        """Begins to do harm."""
        self.patch.setattr("botocore.endpoint.time.sleep", lambda _: None)
        self.cloud.before_invocation = self.mark_for_death
        call = DynamoHandler.call_action
        self.patch.setattr(DynamoHandler, "call_action", lambda handler: self.harmed(handler, call))

    def mark_for_death(self, function: str) -> None:
        """Decides whether this invocation dies, and after how many requests."""
        dies = self.random.random() < self.dying
        self.thread.left = self.random.randrange(1, _LATEST_DEATH if function == "audit_verify" else 8) if dies else -1

    def harmed(self, handler: Any, call: Callable[[Any], Any]) -> Any:
        self.thread.left = getattr(self.thread, "left", -1) - 1
        if self.thread.left == 0:
            self.told["deaths"] += 1
            if self.random.random() < 0.5:
                call(handler)
            raise Died
        if self.random.random() < self.refused:
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
