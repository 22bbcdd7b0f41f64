"""The same request gives the same bytes, whatever process answers it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib
from tests.interface.calls import call, call_operation
from tests.interface.examples import REQUESTS
from treatycheck.aws.openapi.operations import OPERATIONS
text = open("articles/sample.txt", encoding="utf-8").read()
for operation in OPERATIONS:
    request = {**REQUESTS[operation.name], "text": text} if operation.name in {"verify", "extract", "check"} else None
    for media in operation.answers:
        answer = call_operation(operation, request or REQUESTS.get(operation.name), {"Accept": media})
        print(operation.name, media, answer.status, hashlib.sha256(answer.body.encode()).hexdigest(), answer.headers)
"""


def answers(hash_seed: str) -> str:
    """The hashes of all answers of a process in which sets have another order."""
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'shared'}"}
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def test_two_processes_give_the_same_bytes() -> None:
    first, second = answers("1"), answers("2")
    assert first.count(" 200 ") == len(first.splitlines()) > 20
    assert first == second
